import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { serverAudits } from 'graphql-http'
import { startTestApp, type TestApp } from '../support/app.ts'

let app: TestApp
beforeAll(async () => { app = await startTestApp() })
afterAll(() => app.stop())

test('GraphQL over HTTP as the specification asks: no audit ends in error', async () => {
  const audits = serverAudits({ url: () => `${app.url}/graphql`, fetchFn: fetch })
  const results = await Promise.all(audits.map(audit => audit.fn()))
  const errors = results.filter(({ status }) => status === 'error').map(result => `${result.id} ${result.name}: ${'reason' in result ? result.reason : ''}`)
  expect(errors).toEqual([])
  expect(results.length).toBeGreaterThanOrEqual(60)
})
