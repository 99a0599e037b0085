import { join } from 'node:path'
import type { Env } from '../../env.ts'

/** Where uploads wait until every byte has arrived. */
export const folderOf = (env: Env): string => join(env.dataDir, 'uploads')
