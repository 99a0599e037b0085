/** Runs two things by turns within one run, so that a busy machine is fair to both, and gives medians in milliseconds. */
export async function sideBySide(raw: () => Promise<unknown>, ours: () => Promise<unknown>, rounds: number): Promise<{ raw: number; ours: number; ratio: number }> {
  const times = { raw: [] as number[], ours: [] as number[] }
  const timed = async (into: number[], work: () => Promise<unknown>) => {
    const start = performance.now()
    await work()
    into.push(performance.now() - start)
  }
  for (let warm = 0; warm < Math.min(rounds, 20); warm++) {
    await raw()
    await ours()
  }
  for (let round = 0; round < rounds; round++) {
    await timed(times.raw, raw)
    await timed(times.ours, ours)
  }
  const [a, b] = [median(times.raw), median(times.ours)]
  return { raw: a, ours: b, ratio: b / a }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The value below which the given share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN
}

/** One line of the table. */
export function report(name: string, { raw, ours, ratio }: { raw: number; ours: number; ratio: number }, rawName: string): void {
  const ms = (value: number) => `${value.toFixed(2)} ms`.padStart(12)
  console.log(`  ${name.padEnd(44)}${ms(ours)}${ms(raw)}  ${ratio.toFixed(2).padStart(6)} x  ${rawName}`)
}
