import { test } from '@jest/globals'
import { aStage } from './stage.ts'
import { walkExam } from './exam.ts'

const stage = aStage('exam')

test('a question is written, read by a second person, asked with a hint, marked, appealed against, dropped by a regrade and read in statistics', async () => {
  await walkExam(stage.browser, stage.server.url)
}, 300_000)
