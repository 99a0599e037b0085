import { test } from '@jest/globals'
import { dayOf } from '../../server/lib/days.ts'
import { aStage } from './stage.ts'
import { walkReview } from './review.ts'

const stage = aStage('review')

test('a curriculum is reviewed by section, approved in another’s name, published, and proved unchanged', async () => {
  await walkReview(stage.browser, stage.server.url, dayOf(new Date()))
}, 240_000)
