import { test } from '@jest/globals'
import { aStage } from './stage.ts'
import { walkTogether } from './together.ts'

const stage = aStage('together')

test('two organisations write one curriculum at once, disagree and resolve, are sent back, ask five ASN, approve, publish, teach, drift and approve again', async () => {
  await walkTogether(stage.browser, stage.server.url, 'PLT-DRN-77')
}, 300_000)
