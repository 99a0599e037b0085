import express from 'express'
import mongoose from 'mongoose'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchStore } from '../../server/store/launch.ts'
import { startTestApp } from '../support/app.ts'
import { aPerson } from '../support/people.ts'
import { measureGraphql } from './graphql.ts'
import { report, sideBySide } from './measure.ts'

const ROUNDS = 400

/** GraphQL beside a bare Express route, and lists beside the raw driver on the same connection. */
export async function httpBench(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pembina-bench-'))
  const store = process.env.MONGODB_URI ? null : await launchStore({ dataDir })
  process.env.TEST_MONGODB_URI = process.env.MONGODB_URI ?? store!.uri
  const app = await startTestApp()
  const bare = express().get('/now', (_, res) => void res.json({ data: { now: new Date().toISOString() } })).listen(0, '127.0.0.1')
  try {
    const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/now`
    const admin = await app.client(await aPerson({ roles: [['ADMIN']] }))
    for (let n = 0; n < 200; n++) await aPerson()
    const people = mongoose.connection.collection('people')

    const bareGet = async () => (await fetch(bareUrl)).json()
    report('a query that reads nothing, signed out', await sideBySide(bareGet, measureGraphql(await app.client(), '{ now }'), ROUNDS), 'bare Express route')
    report('who is asking (session, person, roles)', await sideBySide(bareGet, measureGraphql(admin, '{ viewer { id homes person { fullName } } }'), ROUNDS), 'bare Express route')
    report('a page of 20 people with their units', await sideBySide(
      () => people.find({}).sort({ _id: -1 }).limit(21).toArray(),
      measureGraphql(admin, '{ people(first: 20) { nodes { id fullName nip unit { name } } total } }'), ROUNDS), 'the find alone, by the raw driver')
  } finally {
    bare.close()
    await app.stop()
    await store?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
