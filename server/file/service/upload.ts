import { FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import { Types } from 'mongoose'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Context } from '../../context.ts'
import type { Env } from '../../env.ts'
import { Refusal } from '../../lib/refusal.ts'
import { isKnownEnding, mayBeRead, mostToRead, readingOf, tidyName } from '../domain/types.ts'
import { FileModel, type FileDoc } from '../model.ts'
import { finish } from './finish.ts'
import { folderOf } from './folder.ts'

/** Unfinished uploads one person may have, and how much they may come to. Default, ours. */
const OPEN_MOST = 20
const OPEN_BYTES = 2 * 1024 ** 3

/** Whose request it is that the tus server is answering. */
export const uploader = new AsyncLocalStorage<Context>()

const maxBytes = (env: Env): number => env.UPLOAD_MAX_MB * 1024 * 1024

/** The tus server: resumable uploads into the uploads folder; a finished one moves into the store. */
export function uploadServer(env: Env): { server: Server; datastore: FileStore } {
  const datastore = new FileStore({ directory: folderOf(env) })
  const server = new Server({
    path: '/upload',
    datastore,
    relativeLocation: true,
    namingFunction: () => new Types.ObjectId().toHexString(),
    onUploadCreate: async (_, upload) => {
      await begin(uploader.getStore()!, upload)
      return {}
    },
    onUploadFinish: async (_, upload) => {
      const file = await finish(env, upload.id)
      if (file?.state === 'REFUSED') throw asAnswer(new Refusal(file.code as Refusal['code'], file.facts ?? {}))
      return { headers: { 'Upload-File-Id': upload.id } }
    },
    onResponseError: (_, error) => (error instanceof Refusal ? asAnswer(error) : undefined),
  })
  return { server, datastore }
}

const statuses: Partial<Record<Refusal['code'], number>> = { UNAUTHENTICATED: 401, NOT_FOUND: 404, FILE_TOO_LARGE: 413, FILE_TYPE_REFUSED: 415, FILE_TYPE_MISMATCH: 415, TOO_MANY_FILES: 429 }

/** A refusal as the tus server answers it: a status, and the code with its facts as JSON. */
export const asAnswer = ({ code, facts }: Refusal) => ({ status_code: statuses[code] ?? 422, body: JSON.stringify({ code, facts }) })

/** Judges what is about to be sent, before a byte of it is: name, size, and how much is under way. */
async function begin({ viewer, env, now }: Context, upload: Upload): Promise<void> {
  const name = tidyName(upload.metadata?.filename ?? '')
  const size = upload.size ?? 0
  const reading = readingOf(upload.metadata?.reading)
  const max = reading ? Math.min(mostToRead(reading), maxBytes(env)) : maxBytes(env)
  if (upload.size === undefined || size > max) throw asAnswer(new Refusal('FILE_TOO_LARGE', { name, max }))
  if (size === 0) throw asAnswer(new Refusal('FILE_EMPTY', { name }))
  if (!(reading ? mayBeRead(name, reading) : isKnownEnding(name))) throw asAnswer(new Refusal('FILE_TYPE_REFUSED', { name, type: '' }))
  const open = await FileModel.find({ owner: viewer.id!, state: 'UPLOADING' }).limit(OPEN_MOST + 1).lean<FileDoc[]>()
  const bytes = open.reduce((sum, file) => sum + file.size, size)
  if (open.length >= OPEN_MOST || bytes > OPEN_BYTES) throw asAnswer(new Refusal('TOO_MANY_FILES', { max: OPEN_MOST }))
  await FileModel.create({ _id: new Types.ObjectId(upload.id), owner: new Types.ObjectId(viewer.id!), name, size, reading, startedAt: now() })
}
