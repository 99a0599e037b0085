import { FileStore } from '@tus/file-store'
import { Types } from 'mongoose'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Env } from '../../env.ts'
import { isId } from '../../lib/mongo.ts'
import { contentOf, keep } from '../bytes.ts'
import { judgeType, type Judgement } from '../domain/types.ts'
import { FileModel, type FileDoc } from '../model.ts'
import { folderOf } from './folder.ts'

const running = new Map<string, Promise<FileDoc | null>>()

/**
 * Moves a wholly sent upload into the store, judged by its content. Safe to repeat, at once or after a crash: it ends
 * STORED or REFUSED, and the folder is clean. Gives the file as it then stands; null for one that is not there.
 */
export function finish(env: Env, id: string): Promise<FileDoc | null> {
  const under = running.get(id) ?? move(env, id).finally(() => running.delete(id))
  running.set(id, under)
  return under
}

async function move(env: Env, id: string): Promise<FileDoc | null> {
  const file = isId(id) ? await FileModel.findById(id).lean<FileDoc>() : null
  if (!file || file.state !== 'UPLOADING' || !(await isWhole(env, id))) return file
  const path = join(folderOf(env), id)
  const judgement: Judgement = file.reading ? { ok: true, type: 'application/octet-stream' } : judgeType(file.name, await contentOf(path))
  const change = judgement.ok
    ? { state: 'STORED' as const, type: judgement.type, sha256: await keep(new Types.ObjectId(id), file.name, path) }
    : { state: 'REFUSED' as const, code: judgement.code, facts: judgement.facts }
  const saved = await FileModel.findOneAndUpdate({ _id: file._id, state: 'UPLOADING' }, change, { returnDocument: 'after' }).lean<FileDoc>()
  await clear(env, id)
  return saved ?? FileModel.findById(id).lean<FileDoc>()
}

/** Whether every byte arrived. */
async function isWhole(env: Env, id: string): Promise<boolean> {
  const upload = await new FileStore({ directory: folderOf(env) }).getUpload(id).catch(() => null)
  return upload !== null && upload.offset === upload.size
}

/** Takes an upload's traces out of the folder. */
export async function clear(env: Env, id: string): Promise<void> {
  for (const name of [id, `${id}.json`]) await rm(join(folderOf(env), name), { force: true })
}

/** Forgets an upload whose owner gave it up, so that it no longer counts as under way. */
export async function giveUp(env: Env, id: string): Promise<void> {
  const { deletedCount } = await FileModel.deleteOne({ _id: id, state: 'UPLOADING' })
  if (deletedCount > 0) await clear(env, id)
}
