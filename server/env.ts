import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from './lib/root.ts'

const DEVELOPMENT_SECRET = 'pembina-development-secret-not-for-production'

const flag = z.enum(['0', '1']).transform(value => value === '1')
const count = (min: number, max: number) => z.coerce.number().int().min(min).max(max)

const shape = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: count(0, 65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'starts with mongodb:// or mongodb+srv://').optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  ALLOW_EMBEDDED: flag.default(false),
  SESSION_SECRET: z.string().min(32, 'has at least 32 characters').default(DEVELOPMENT_SECRET),
  DEMO: flag.optional(),
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD: z.string().min(12).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  TRUST_PROXY: count(0, 10).default(0),
  UPLOAD_MAX_MB: count(1, 2048).default(200),
  AGENCY_NAME: z.string().min(1).default('BKPSDM Kota Medan'),
  AGENCY_CITY: z.string().min(1).default('Medan'),
  CERTIFICATE_NUMBER: z.string().regex(/\{seq:0+\}/, 'contains {seq:0000}').default('800.2/{seq:0000}/BKPSDM/{ROMAN}/{YYYY}'),
})

/** What the process was told, checked and typed. Nothing else reads process.env. */
export type Env = Omit<z.output<typeof shape>, 'DEMO'> & {
  production: boolean
  DEMO: boolean
  /** DATA_DIR as an absolute path. */
  dataDir: string
  /** Where people reach this, without a slash at the end. */
  publicUrl: string
}

/** A variable that stops the start: one line that names it. */
export class BadEnv extends Error {}

/** Reads the variables once. Throws BadEnv for the first that is wrong, and for what production forbids. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([name, value]) => name in shape.shape && value !== ''))
  const result = shape.safeParse(given)
  if (!result.success) {
    const { path, message } = result.error.issues[0]!
    throw new BadEnv(`${path.join('.')}: ${message}`)
  }
  const env = result.data
  const production = env.NODE_ENV === 'production'
  const demo = env.DEMO ?? !production
  if (production) forbid(env, demo)
  return {
    ...env, production, DEMO: demo,
    dataDir: isAbsolute(env.DATA_DIR) ? env.DATA_DIR : join(projectRoot, env.DATA_DIR),
    publicUrl: publicUrl(env, env.PORT),
  }
}

/** The address people use; known only after listening when PORT is 0. */
export function publicUrl(env: { PUBLIC_URL?: string; HOST: string }, port: number): string {
  const host = env.HOST === '0.0.0.0' || env.HOST === '::' ? '127.0.0.1' : env.HOST
  return (env.PUBLIC_URL ?? `http://${host}:${port}`).replace(/\/+$/, '')
}

function forbid(env: z.output<typeof shape>, demo: boolean) {
  if (demo) throw new BadEnv('DEMO: production has no demo accounts; leave it out or set 0')
  if (env.SESSION_SECRET === DEVELOPMENT_SECRET) throw new BadEnv('SESSION_SECRET: production needs one of its own, at least 32 characters')
  if (!env.PUBLIC_URL) throw new BadEnv('PUBLIC_URL: production needs the address people use, as https://pembina.example.go.id')
  if (!env.MONGODB_URI && !env.ALLOW_EMBEDDED) throw new BadEnv('MONGODB_URI: production needs a MongoDB replica set, or ALLOW_EMBEDDED=1 for the embedded store')
}
