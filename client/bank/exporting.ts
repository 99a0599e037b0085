/** Formats questions are given out in. */
export const exportFormats = ['MOODLE_XML', 'QTI', 'GIFT', 'XLSX', 'CSV'] as const

/** Gives the browser a file to keep. */
export function keepFile({ name, type, base64 }: { name: string; type: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

/** The report in short: numbers left out, and what was lost with the numbers it concerns. */
export function lossesByKind<L extends string>(losses: readonly { number: number; losses: readonly L[] }[]): { loss: L; numbers: number[] }[] {
  const kinds = [...new Set(losses.flatMap(one => one.losses))]
  return kinds.map(loss => ({ loss, numbers: losses.filter(one => one.losses.includes(loss)).map(({ number }) => number) }))
}
