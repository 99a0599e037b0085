import type { Services, Sweep } from './domain.ts'
import { domains } from './domains.ts'

/** Runs every domain's sweeps once now and then by the clock. One that fails is logged and tried again next time. */
export function startSweeps(services: Services) {
  const sweeps: Sweep[] = domains.flatMap(domain => domain.sweeps ?? [])
  const running = new Set<Promise<void>>()
  const busy = new Set<string>()

  const run = (sweep: Sweep) => {
    if (busy.has(sweep.name)) return
    busy.add(sweep.name)
    const work = sweep.run(services)
      .catch(err => services.log.error({ err, sweep: sweep.name }, 'sweep failed'))
      .finally(() => {
        busy.delete(sweep.name)
        running.delete(work)
      })
    running.add(work)
  }
  const timers = sweeps.map(sweep => {
    run(sweep)
    return setInterval(run, sweep.everySeconds * 1000, sweep).unref()
  })
  return {
    /** No new runs; waits for those under way. */
    async stop() {
      timers.forEach(clearInterval)
      await Promise.all(running)
    },
  }
}
