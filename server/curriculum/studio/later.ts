/** Work to be done when it has been quiet for `idle` milliseconds, or `most` after it was first asked for. */
export class Later {
  private readonly times: { idle: number; most: number }
  private readonly work: () => void
  private timer: NodeJS.Timeout | undefined
  private since = 0

  constructor(times: { idle: number; most: number }, work: () => void) {
    this.times = times
    this.work = work
  }

  soon(): void {
    const now = Date.now()
    if (!this.timer) this.since = now
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.timer = undefined
      this.work()
    }, Math.max(0, Math.min(this.times.idle, this.since + this.times.most - now)))
  }

  stop(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }
}
