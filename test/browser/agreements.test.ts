import { test } from '@jest/globals'
import { dayOf } from '../../server/lib/days.ts'
import { aStage } from './stage.ts'
import { walkAgreement } from './agreements.ts'

const stage = aStage('agreements')

test('an agreement is planned, reported on, evaluated, renewed and signed by both sides, each in their own browser', async () => {
  await walkAgreement(stage.browser, stage.server.url, dayOf(new Date()))
}, 240_000)
