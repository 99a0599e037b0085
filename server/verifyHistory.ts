/** `npm run verify:history`: reads every curriculum's history in the store and says where one does not hold. */
import { pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { CurriculumModel, verifyHistory, type CurriculumDoc, type HistoryCheck } from './curriculum/index.ts'
import { BadEnv, readEnv } from './env.ts'
import { eachOf } from './lib/mongo.ts'
import { openStore } from './openStore.ts'

type Broken = HistoryCheck & { code: string }
/** What was read, and the curricula whose history does not hold. */
export type Verdict = { curricula: number; entries: number; broken: Broken[] }

/** Verifies the history of every curriculum, one after the other; each is read in pieces. */
export async function verifyAll(): Promise<Verdict> {
  const verdict: Verdict = { curricula: 0, entries: 0, broken: [] }
  for await (const curriculum of eachOf<CurriculumDoc>(CurriculumModel, {}, { sort: { code: 1 }, batch: 20 })) {
    const { code } = curriculum
    const check = await verifyHistory(curriculum)
    verdict.curricula++
    verdict.entries += check.entries
    if (!check.intact) verdict.broken.push({ ...check, code })
  }
  return verdict
}

/** The verdict in lines for the terminal: the first broken entry of each history, then the sum. */
export const report = ({ curricula, entries, broken }: Verdict): string[] => [
  ...broken.map(({ code, seq, fault }) => `${code}: ${seq === null ? 'draft' : `entry ${seq}`} ${fault}`),
  broken.length === 0 ? `intact: ${entries} entries of ${curricula} curricula` : `BROKEN: ${broken.length} of ${curricula} curricula`,
]

/** Exit code: 0 when all hold, 1 when one does not, 2 when the store could not be read. */
async function main(): Promise<number> {
  const store = await openStore(readEnv(process.env), pino({ level: 'error' }))
  try {
    const verdict = await verifyAll()
    process.stdout.write(`${report(verdict).join('\n')}\n`)
    return verdict.broken.length === 0 ? 0 : 1
  } finally {
    await store.close()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().then(code => process.exit(code), (error: unknown) => {
    process.stderr.write(`${error instanceof BadEnv ? `cannot verify: ${error.message}` : (error as Error).stack}\n`)
    process.exit(2)
  })
}
