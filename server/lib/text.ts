/** Text on paper: what it takes to break lines, measured by whoever draws. */
export type Face = 'serif' | 'serifBold' | 'sans' | 'sansBold'
/** Width of a line in points. */
export type Measure = (text: string, face: Face, size: number) => number

export type Style = { face: Face; size: number; leading: number }

/** Lines no wider than `width`; a word too long for one is broken where it must be. Empty text has no lines. */
export function wrap(text: string, { face, size }: Style, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean).flatMap(word => broken(word, face, size, width, measure))) {
    const longer = line ? `${line} ${word}` : word
    if (line && measure(longer, face, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}

function broken(word: string, face: Face, size: number, width: number, measure: Measure): string[] {
  if (measure(word, face, size) <= width) return [word]
  const parts: string[] = []
  let part = ''
  for (const letter of word) {
    if (part && measure(part + letter, face, size) > width) {
      parts.push(part)
      part = letter
    } else part += letter
  }
  return [...parts, part]
}
