import { whole, z } from '../lib/input.ts'
import { kept } from './behaviourInput.ts'
import { whenOver } from './domain/timing.ts'

/** Grace is for handing in, not for more work: at most a day (default, ours). */
const GRACE_MAX = 1440

/** Settings of what becomes of an attempt when its time is over, beside those of edit.ts. */
export const clockSettings = { whenOver: kept(z.enum(whenOver)), graceMinutes: kept(whole(0, GRACE_MAX)) }
