import { richText, z } from '../lib/input.ts'
import { behaviours } from './domain/replay.ts'
import { reviewItems } from './domain/review.ts'

/** What is left out, or null, stays as it is. */
export const kept = <T extends z.ZodType>(shape: T) => z.preprocess(value => value ?? undefined, shape.optional())

const items = z.array(z.enum(reviewItems)).max(20).transform(list => reviewItems.filter(item => list.includes(item)))
const review = z.object({ during: items, immediately: items, whileOpen: items, afterClose: items })

/** Bands of the mark with words of their own (default, ours). */
const BANDS_MAX = 10
const overall = z.array(z.object({ from: z.number().min(0).max(1), text: richText(5000, 1) })).max(BANDS_MAX).check(({ value, issues }) => {
  value.forEach(({ from }, at) => {
    if (value.findIndex(one => one.from === from) < at) issues.push({ code: 'custom', input: from, path: [at, 'from'], params: { code: 'NOT_UNIQUE' } })
  })
}).transform(list => list.toSorted((a, b) => b.from - a.from))

/** Settings of how a quiz answers its learner, beside those of edit.ts. */
export const behaviourSettings = {
  behaviour: kept(z.enum(behaviours)),
  penalty: kept(z.number().min(0).max(1)),
  review: kept(review),
  overallFeedback: kept(overall),
}
