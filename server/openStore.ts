import mongoose from 'mongoose'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { BadEnv, type Env } from './env.ts'
import { launchStore } from './store/launch.ts'

/** Connected to the store; `close` ends the connection and, if it was ours, the store. */
export type OpenStore = { description: string; close(): Promise<void> }

// A key that no schema knows is a mistake of ours: better a loud error than a filter that matches everything.
mongoose.set('strictQuery', 'throw')

/**
 * Connects to the MongoDB that MONGODB_URI names, or starts the embedded store in DATA_DIR. Waits until every index
 * stands. Throws BadEnv, naming the variable, when there is nothing to connect to.
 */
export async function openStore(env: Pick<Env, 'MONGODB_URI' | 'dataDir'>, log: Logger): Promise<OpenStore> {
  if (env.MONGODB_URI) {
    await connect(env.MONGODB_URI)
    return { description: 'MongoDB', close: () => mongoose.disconnect() }
  }
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
  const embedded = await launchStore({ dataDir: join(env.dataDir, 'store'), log: line => log.info({ from: 'store' }, line) })
  await connect(embedded.uri)
  return {
    description: `embedded store in ${env.dataDir}`,
    close: async () => {
      await mongoose.disconnect()
      await embedded.stop()
    },
  }
}

/** Connects Mongoose and builds the indexes. A server that is no replica set is refused: transactions need one. */
export async function connect(uri: string, dbName?: string): Promise<void> {
  try {
    await mongoose.connect(uri, { dbName: dbName ?? nameIn(uri), serverSelectionTimeoutMS: 10_000, autoIndex: false })
  } catch (error) {
    throw new BadEnv(`MONGODB_URI: no answer from the store (${(error as Error).message})`)
  }
  const hello = await mongoose.connection.db!.command({ hello: 1 })
  if (!hello.setName && hello.msg !== 'isdbgrid') throw new BadEnv('MONGODB_URI: needs a replica set or mongos, a lone server has no transactions')
  for (const model of Object.values(mongoose.models)) await model.createIndexes()
}

const nameIn = (uri: string) => (/^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1] ? undefined : 'pembina')
