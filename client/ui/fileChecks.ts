/** Does a file fit `accept` (`.pdf,image/*`)? The server checks again, by content. */
export function accepts(accept: string | undefined, file: { name: string; type: string }): boolean {
  const kinds = (accept ?? '').split(',').map(kind => kind.trim().toLowerCase()).filter(Boolean)
  return kinds.length === 0 || kinds.some(kind =>
    kind.startsWith('.') ? file.name.toLowerCase().endsWith(kind)
    : kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1))
    : file.type === kind)
}
