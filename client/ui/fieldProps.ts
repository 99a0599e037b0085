/** What every field takes. All texts come translated. */
export type FieldProps = {
  label: string
  hint?: string
  error?: string
  required?: boolean
  disabled?: boolean
  /** Keeps the label for screen readers only; where a column heading or a filter row already says it. */
  hideLabel?: boolean
}

export type Option = { value: string; label: string; text?: string; disabled?: boolean; group?: string }
