/** What a colour means. Never the only sign: a word or an icon says it too. */
export type Tone = 'neutral' | 'primary' | 'accent' | 'info' | 'success' | 'warning' | 'danger'

/** Soft ground with readable text on it. */
export const softTone: Record<Tone, string> = {
  neutral: 'bg-neutral-soft text-neutral-ink',
  primary: 'bg-primary-soft text-primary-ink',
  accent: 'bg-accent-soft text-accent-ink',
  info: 'bg-info-soft text-info-ink',
  success: 'bg-success-soft text-success-ink',
  warning: 'bg-warning-soft text-warning-ink',
  danger: 'bg-danger-soft text-danger-ink',
}

/** A filled mark: dots, bars, borders. */
export const fillTone: Record<Tone, string> = {
  neutral: 'bg-neutral', primary: 'bg-primary', accent: 'bg-accent', info: 'bg-info',
  success: 'bg-success', warning: 'bg-warning', danger: 'bg-danger',
}

/** Coloured text and icons on a plain ground. */
export const inkTone: Record<Tone, string> = {
  neutral: 'text-ink-soft', primary: 'text-primary-ink', accent: 'text-accent-ink', info: 'text-info-ink',
  success: 'text-success-ink', warning: 'text-warning-ink', danger: 'text-danger-ink',
}
