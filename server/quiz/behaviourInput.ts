import { z } from '../lib/input.ts'
import { behaviours } from './domain/replay.ts'

/** What is left out, or null, stays as it is. */
const kept = <T extends z.ZodType>(shape: T) => z.preprocess(value => value ?? undefined, shape.optional())

/** Settings of how a quiz answers its learner, beside those of edit.ts. */
export const behaviourSettings = {
  behaviour: kept(z.enum(behaviours)),
  penalty: kept(z.number().min(0).max(1)),
}
