/**
 * A text with another put in at the cursor, over what is selected; a space parts it from words it would touch. `at`: where the
 * cursor stands then, behind what was put in.
 */
export function insertedAt(text: string, snippet: string, from: number, to: number): { text: string; at: number } {
  const before = text.slice(0, from)
  const after = text.slice(to)
  const put = `${/\S$/.test(before) ? ' ' : ''}${snippet}`
  return { text: `${before}${put}${/^[\p{L}\p{N}]/u.test(after) ? ' ' : ''}${after}`, at: before.length + put.length }
}
