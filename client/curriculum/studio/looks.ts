/** Colours of people in the room: by the tokens of tones, so that both looks of the page have them. */
const colours = [
  'bg-info-soft text-info-ink', 'bg-success-soft text-success-ink', 'bg-warning-soft text-warning-ink', 'bg-danger-soft text-danger-ink',
  'bg-primary-soft text-primary-ink', 'bg-neutral-soft text-neutral-ink', 'bg-info-soft text-info-ink ring-1 ring-info-ink', 'bg-success-soft text-success-ink ring-1 ring-success-ink',
]

export const colourOf = (colour: number): string => colours[colour % colours.length]!

/** The letters of an avatar: of the first and the last word of a name, without its titles. */
export function initialsOf(name: string): string {
  const words = name.split(',')[0]!.split(/\s+/).filter(word => /^\p{Lu}/u.test(word) && !word.endsWith('.'))
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map(word => word?.[0] ?? '').join('')
}
