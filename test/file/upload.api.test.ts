import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import mongoose, { Types } from 'mongoose'
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { contextFor } from '../../server/context.ts'
import { FileModel, claimFile, tidyFiles, type FileDoc } from '../../server/file/index.ts'
import { viewerOf, type PersonDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aPerson } from '../support/people.ts'
import { upload } from '../support/upload.ts'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const tus = { 'tus-resumable': '1.0.0' }
const metadata = (name: string) => `filename ${Buffer.from(name).toString('base64')}`

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** Bytes of buffers that something still holds; what is given back is counted a moment later. */
async function held(): Promise<number> {
  collect()
  await setTimeout(60)
  collect()
  await setTimeout(20)
  return process.memoryUsage().arrayBuffers
}

let app: TestApp
let person: PersonDoc
let client: Client
const idIn = (path: string) => path.split('/').at(-1)!
const folder = () => readdirSync(join(app.services.env.dataDir, 'uploads'))
const begin = (who: Client, name: string, length: number) => who.fetch('/upload', { method: 'POST', headers: { ...tus, 'upload-length': String(length), 'upload-metadata': metadata(name) } })
const send = (who: Client, path: string, bytes: Uint8Array, offset = 0) => who.fetch(path, {
  method: 'PATCH', body: bytes as unknown as BodyInit, headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
})
const claim = async (id: string, purpose = 'test', who = person) => claimFile(contextFor(app.services, await viewerOf(who._id)), id, { purpose })

beforeAll(async () => {
  app = await startTestApp({ UPLOAD_MAX_MB: '40' })
  person = await aPerson()
  client = await app.client(person)
})
afterAll(() => app.stop())

describe('an upload', () => {
  test('arrives whole, is judged by its content and leaves nothing behind', async () => {
    const id = await upload(client, 'bukti.png', PNG)
    const file = await FileModel.findById(id).lean<FileDoc>()
    expect(file).toMatchObject({ state: 'STORED', type: 'image/png', size: PNG.length, sha256: createHash('sha256').update(PNG).digest('hex') })
    expect(folder()).toEqual([])
  })

  test('goes on after a broken line, and in parts', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)])
    const { headers } = await begin(client, 'laporan.pdf', bytes.length)
    const path = headers.get('location')!
    await send(client, path, bytes.subarray(0, 100_000))
    const half = await client.fetch(path, { method: 'HEAD', headers: tus })
    expect(half.headers.get('upload-offset')).toBe('100000')
    expect((await send(client, path, bytes.subarray(0, 10), 0)).status).toBe(409)
    const done = await send(client, path, bytes.subarray(100_000), 100_000)
    expect(done.headers.get('upload-file-id')).toBe(path.split('/').at(-1))
    const again = await client.fetch(path, { method: 'HEAD', headers: tus })
    expect(again.headers.get('upload-offset')).toBe(String(bytes.length))
    expect(again.headers.get('upload-file-id')).toBe(path.split('/').at(-1))
  })

  test('of 30 MB takes no memory to speak of', async () => {
    const part = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1024 * 1024 - 9)])
    const { headers } = await begin(client, 'video-kelas.pdf', part.length * 30)
    const path = headers.get('location')!
    const hash = createHash('sha256')
    for (let n = 0; n < 29; n++) {
      hash.update(part)
      expect((await send(client, path, part, n * part.length)).status).toBe(204)
    }
    // The last part moves the whole into the store: what more is held while it does so?
    const before = await held()
    let most = 0
    let sent: Response | null = null
    const last = send(client, path, part, 29 * part.length).then(response => void (sent = response))
    while (sent === null) {
      most = Math.max(most, await held() - before)
      // Measuring stops the world, the server's too: it is to get on between two looks.
      await setTimeout(150)
    }
    await last
    expect(sent).toMatchObject({ status: 204 })
    expect(most).toBeLessThan(12 * 1024 * 1024)
    const file = await FileModel.findById(path.split('/').at(-1)).lean<FileDoc>()
    expect(file).toMatchObject({ state: 'STORED', size: part.length * 30, sha256: hash.update(part).digest('hex') })
  })

  test('given up leaves nothing, and no longer counts as under way; what is stored cannot be given up so', async () => {
    const { headers } = await begin(client, 'a.png', PNG.length)
    const path = headers.get('location')!
    await send(client, path, PNG.subarray(0, 10))
    expect((await (await app.client(await aPerson())).fetch(path, { method: 'DELETE', headers: tus })).status).toBe(404)
    expect((await client.fetch(path, { method: 'DELETE', headers: tus })).status).toBe(204)
    expect(await FileModel.findById(path.split('/').at(-1))).toBeNull()
    expect(folder()).toEqual([])
    const stored = await upload(client, 'a.png', PNG)
    expect((await client.fetch(`/upload/${stored}`, { method: 'DELETE', headers: tus })).status).toBe(404)
    expect(await FileModel.findById(stored)).not.toBeNull()
  })

  test('is not used before it is whole', async () => {
    const { headers } = await begin(client, 'a.png', PNG.length)
    const path = headers.get('location')!
    await send(client, path, PNG.subarray(0, 10))
    await expect(claim(idIn(path))).rejects.toMatchObject({ code: 'UPLOAD_UNFINISHED' })
    await send(client, path, PNG.subarray(10), 10)
    expect(await claim(idIn(path))).toMatchObject({ state: 'STORED', purpose: 'test' })
  })

  test.each([
    ['a HEAD', async (path: string) => void (await client.fetch(path, { method: 'HEAD', headers: tus }))],
    ['its use', async (path: string) => void (await claim(idIn(path)))],
    ['both at once, thrice', async (path: string) => {
      await Promise.all([1, 2, 3].flatMap(() => [client.fetch(path, { method: 'HEAD', headers: tus }), claim(idIn(path))]))
    }],
  ])('whole when the process died while storing it, is finished by %s', async (_, ask) => {
    const { headers } = await begin(client, 'a.png', PNG.length)
    const path = headers.get('location')!
    const _id = new Types.ObjectId(idIn(path))
    // The last bytes are on the disk, and half of them in the store; then nobody was left to say so.
    writeFileSync(join(app.services.env.dataDir, 'uploads', idIn(path)), PNG)
    await mongoose.connection.db!.collection('bytes.chunks').insertOne({ files_id: _id, n: 0, data: Buffer.from('half') })
    await ask(path)
    expect(await FileModel.findById(_id).lean<FileDoc>()).toMatchObject({ state: 'STORED', sha256: createHash('sha256').update(PNG).digest('hex') })
    const chunks = await mongoose.connection.db!.collection('bytes.chunks').find({ files_id: _id }).toArray()
    expect(chunks.map(({ n, data }) => [n, data.length()])).toEqual([[0, PNG.length]])
    expect(folder()).toEqual([])
  })
})

describe('what is refused', () => {
  test.each([
    ['too large, before a byte is sent', 'x.pdf', 41 * 1024 * 1024, 413, 'FILE_TOO_LARGE'],
    ['empty', 'x.pdf', 0, 422, 'FILE_EMPTY'],
    ['a program by its name', 'x.exe', 10, 415, 'FILE_TYPE_REFUSED'],
    ['a page by its name', 'x.html', 10, 415, 'FILE_TYPE_REFUSED'],
  ])('%s', async (_, name, size, status, code) => {
    const response = await begin(client, name, size)
    expect(response.status).toBe(status)
    expect(JSON.parse(await response.text())).toMatchObject({ code })
  })

  test.each([
    ['a page called PDF', 'x.pdf', Buffer.from('<html><script>alert(1)</script></html>'), 'FILE_TYPE_REFUSED'],
    ['a drawing called text', 'x.txt', Buffer.from('<svg onload="alert(1)"></svg>'), 'FILE_TYPE_REFUSED'],
    ['a program called a picture', 'x.png', Buffer.concat([Buffer.from('MZ'), randomBytes(600)]), 'FILE_TYPE_REFUSED'],
    ['a picture called PDF', 'x.pdf', PNG, 'FILE_TYPE_MISMATCH'],
    ['text that is none', 'x.csv', Buffer.from([0x80, 0x81, 0x00, 0x01]), 'FILE_TYPE_REFUSED'],
  ])('%s, by its content', async (_, name, bytes, code) => {
    const { headers } = await begin(client, name, bytes.length)
    const response = await send(client, headers.get('location')!, bytes)
    expect(response.status).toBe(415)
    expect(JSON.parse(await response.text())).toMatchObject({ code })
    await expect(claim(headers.get('location')!.split('/').at(-1)!)).rejects.toMatchObject({ code })
    expect(folder()).toEqual([])
  })

  test('the signed out', async () => expect((await begin(await app.client(), 'x.pdf', 10)).status).toBe(401))

  test('another person’s upload is not found, to read, to go on with, or to use', async () => {
    const { headers } = await begin(client, 'x.png', PNG.length)
    const path = headers.get('location')!
    const other = await aPerson()
    const thief = await app.client(other)
    expect((await thief.fetch(path, { method: 'HEAD', headers: tus })).status).toBe(404)
    expect((await send(thief, path, PNG)).status).toBe(404)
    await send(client, path, PNG)
    await expect(claim(path.split('/').at(-1)!, 'test', other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('an id that is a path', async () => {
    expect((await client.fetch('/upload/..%2f..%2fetc%2fpasswd', { method: 'HEAD', headers: tus })).status).toBe(404)
  })

  test('more than twenty under way', async () => {
    const busy = await app.client(await aPerson())
    const statuses: number[] = []
    for (let n = 0; n < 21; n++) statuses.push((await begin(busy, 'x.pdf', 10)).status)
    expect(statuses.slice(0, 20).every(status => status === 201)).toBe(true)
    expect(statuses[20]).toBe(429)
  })
})

describe('use', () => {
  test('is taken once, and safe to repeat', async () => {
    const id = await upload(client, 'a.png', PNG)
    await claim(id, 'evidence')
    expect(await claim(id, 'evidence')).toMatchObject({ purpose: 'evidence' })
    await expect(claim(id, 'lesson')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
  test('what nobody takes is gone after a week, what somebody took stays', async () => {
    const [unused, used] = [await upload(client, 'a.png', PNG), await upload(client, 'b.png', PNG)]
    await claim(used)
    app.clock.advance(8 * 24 * 3_600_000)
    await tidyFiles(app.services)
    app.clock.set(new Date())
    expect(await FileModel.findById(unused)).toBeNull()
    expect(await FileModel.findById(used)).not.toBeNull()
  })
})
