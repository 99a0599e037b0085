import mongoose from 'mongoose'
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '../lib/refusal.ts'

/** Failures within a quarter of an hour after which one must wait it out: per identifier, and per address. Default, ours. */
const WINDOW = 15 * 60
const limits = { id: 10, ip: 100, password: 10 } as const
type Kind = keyof typeof limits
export type ThrottleKey = `${Kind}:${string}`

let limiters: Record<Kind, RateLimiterMongo> | null = null

/** In the store, so that several processes count together and a restart forgets nothing. */
function limiterOf(key: ThrottleKey): RateLimiterMongo {
  limiters ??= Object.fromEntries(Object.entries(limits).map(([kind, points]) => [
    kind, new RateLimiterMongo({ storeClient: mongoose.connection, tableName: 'throttles', keyPrefix: kind, points, duration: WINDOW }),
  ])) as Record<Kind, RateLimiterMongo>
  return limiters[key.split(':', 1)[0] as Kind]
}

const tooMany = (msBeforeNext: number) => new Refusal('TOO_MANY_REQUESTS', { seconds: Math.ceil(msBeforeNext / 1000) })

/** Refuses while any of the keys has used up its failures. */
export async function refuseIfThrottled(keys: readonly ThrottleKey[]): Promise<void> {
  for (const key of keys) {
    const limiter = limiterOf(key)
    const used = await limiter.get(key)
    if (used && used.consumedPoints >= limiter.points) throw tooMany(used.msBeforeNext)
  }
}

export async function countFailure(keys: readonly ThrottleKey[]): Promise<void> {
  for (const key of keys) {
    try {
      await limiterOf(key).consume(key)
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason
    }
  }
}

export const forgetFailures = async (key: ThrottleKey): Promise<void> => void (await limiterOf(key).delete(key))
