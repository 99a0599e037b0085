/** Rich text as one line of plain text, cut at `most` characters. */
export const lineOf = (html: string, most: number): string =>
  html.replace(/<[^>]*>|&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim().slice(0, most)

/** Plain text as rich text: what was a blank line parts paragraphs, every mark of HTML is text. */
export function paragraphs(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return escaped.split(/\n{2,}/).map(part => part.trim()).filter(Boolean).map(part => `<p>${part.replaceAll('\n', '<br />')}</p>`).join('')
}
