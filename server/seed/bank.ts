import { createBankQuestion, moveBankQuestion } from '../bank/index.ts'
import type { BankMove } from '../graphql.ts'
import { addDays, startOf } from '../lib/days.ts'
import { bankQuestions, type BankQuestionSeed } from './bankQuestions.ts'
import { lawQuestions } from './bankQuestionsLaw.ts'
import type { Seeding } from './seeding.ts'

const author = { AGENCY: 'admin.demo', USU: 'dosen.usu.demo' } as const
/** Who reads what somebody else wrote. */
const reader = { AGENCY: 'kerjasama.demo', USU: 'admin.demo' } as const
const HOUR = 3_600_000
/** Days from one step to the next. */
const STEP = 6

const reasons: Partial<Record<BankMove, string>> = {
  retire: 'Jawabannya terlalu mudah ditebak dari kata “selalu”.',
  watch: 'Peserta yang nilainya tinggi justru sering salah; “hari lagi” dapat dibaca sebagai hari kalender.',
}

/** The bank of the demo: questions of every kind, in every state, each read by somebody who did not write it. */
export async function seedBank(seeding: Seeding): Promise<void> {
  for (const [place, seed] of [...bankQuestions, ...lawQuestions].entries()) await keep(seeding, seed, place)
}

async function keep(seeding: Seeding, { owner, question, moves, intendedFacility, ...filing }: BankQuestionSeed, place: number): Promise<void> {
  const on = (step: number) => new Date(startOf(addDays(seeding.today, -60 + place + step * STEP)).getTime() + 10 * HOUR)
  const id = owner === 'AGENCY' ? null : String(seeding.partner(owner))
  let kept = await createBankQuestion(await seeding.as(author[owner], on(0)), {
    owner: { kind: owner === 'AGENCY' ? 'AGENCY' : 'PARTNER', id }, filing: { ...filing, intendedFacility: intendedFacility ?? null, licence: 'CC BY-SA 4.0' }, question,
  })
  for (const [at, move] of moves.entries()) {
    const who = move === 'review' ? reader[owner] : author[owner]
    kept = await moveBankQuestion(await seeding.as(who, on(at + 1)), String(kept._id), kept.revision, move, reasons[move] ?? null)
  }
}
