import { rightAnswerOf, type Answer, type Key } from '../bank/index.ts'
import type { EnrolmentDoc } from '../course/index.ts'
import type { AnswerInput } from '../graphql.ts'
import { addDays, startOf } from '../lib/days.ts'
import type { AttemptDoc, QuizDoc } from '../quiz/index.ts'
import { AttemptModel, type AskedDoc, type ScoredDoc } from '../quiz/model.ts'
import { saveAnswer, submitAttempt } from '../quiz/service/answer.ts'
import { checkAnswer, tryAgain } from '../quiz/service/check.ts'
import { startAttempt } from '../quiz/service/start.ts'
import { chanceOf, skill } from './quiz.ts'
import type { Seeding } from './seeding.ts'

/** Somebody of a class, and their place in its list. */
export type Taker = { key: string; enrolment: EnrolmentDoc; place: number }

const MINUTE = 60_000
/** The place of who has an appeal upheld: what they wrote was a matter of spelling. */
export const MISSPELT = 2
/** The place of who waits for an appeal to be decided (peserta.pns). */
export const WAITING = 0

/** Somebody at an attempt: what they are asked, with the key their skill lets them know, and a clock that goes on. */
async function begin(seeding: Seeding, quiz: QuizDoc, { key, enrolment, place }: Taker, day: number) {
  let now = new Date(startOf(addDays(seeding.today, day)).getTime() + 9 * 60 * MINUTE + place * 7 * MINUTE)
  const learner = { ...await seeding.as(key), now: () => now }
  const id = String((await startAttempt(learner, String(quiz._id), String(enrolment._id)))._id)
  const { questions, keys } = (await AttemptModel.findById(id).select('+questions +keys').lean<ScoredDoc>())!
  const asked = questions.map(question => ({ question, key: keys.find(one => one.id === question.id)!.key, wait: () => { now = new Date(now.getTime() + 3 * MINUTE) } }))
  return { learner, id, asked }
}

/** One attempt at an exam: each answers what they know; some of the rest is left blank. */
export async function sitExam(seeding: Seeding, quiz: QuizDoc, taker: Taker, day: number): Promise<void> {
  const { learner, id, asked } = await begin(seeding, quiz, taker, day)
  for (const { question, key, wait } of asked) {
    wait()
    const chance = chanceOf(taker.place, signOf(question), 3)
    const knows = !doubtful(taker.place, question) && chance < skill[taker.place % skill.length]!
    if (!knows && chance > 0.97) continue
    await saveAnswer(learner, id, question.id, 0, knows ? right(key) : wrong(key, taker.place === MISSPELT))
  }
  await submitAttempt(learner, id)
}

/** The same number for the same question, whatever its id and the values drawn. */
const signOf = ({ text }: AskedDoc) => [...text.replace(/\d/g, '')].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
const doubtful = (place: number, { kind }: AskedDoc) => (place === MISSPELT && kind === 'CLOZE') || (place === WAITING && kind === 'HOTSPOT')

const ESSAY = 'Pasal 7 (1) Warga Kota Medan dapat meminjam ruang pertemuan kecamatan untuk kegiatan sosial. (2) Peminjam wajib mengajukan permohonan tertulis paling lambat tiga hari kerja sebelum pemakaian. (3) Peminjam wajib mengganti kerusakan yang ditimbulkannya. (4) Peminjam yang tidak mengganti kerusakan tidak dapat meminjam ruang selama satu tahun.'

/** Practice: every answer is checked, every second one right only after a hint; the essay waits for people. */
export async function practise(seeding: Seeding, quiz: QuizDoc, taker: Taker, day: number): Promise<AttemptDoc> {
  const { learner, id, asked } = await begin(seeding, quiz, taker, day)
  for (const [at, { question, key, wait }] of asked.entries()) {
    wait()
    if (question.kind === 'ESSAY') {
      await saveAnswer(learner, id, question.id, 0, { text: ESSAY })
      continue
    }
    let seq = 0
    if ((at + taker.place) % 2 === 0) {
      seq = (await checkAnswer(learner, id, question.id, seq, wrong(key))).seq
      wait()
      seq = (await tryAgain(learner, id, question.id, seq)).seq
    }
    await checkAnswer(learner, id, question.id, seq, right(key))
  }
  return submitAttempt(learner, id)
}

/** As one would write it: without the signs that stand for any letters. */
const right = (key: Key): AnswerInput => {
  const answer = rightAnswerOf(key)!
  return { ...answer, text: answer.text?.replaceAll('*', '') ?? null }
}

/** What one says who does not quite know. */
function wrong(key: Key, misspelt = false): AnswerInput {
  const answer: Answer = rightAnswerOf(key)!
  switch (key.kind) {
    case 'SINGLE_CHOICE': return { choices: [key.choices.find(choice => !choice.right)!.id] }
    case 'MULTIPLE_CHOICE': return { choices: answer.choices!.slice(0, 1) }
    case 'HOTSPOT': return { choices: [key.zones.find(zone => !zone.right)!.id] }
    case 'TRUE_FALSE': return { truth: !answer.truth }
    case 'SHORT_ANSWER': return { text: 'belum tahu' }
    // The hundredth was forgotten.
    case 'NUMERIC':
    case 'CALCULATED': return { number: answer.number! * 100, unit: answer.unit }
    case 'MATCHING': return { pairs: exchanged(answer.pairs!.map(({ match }) => match)).map((match, at) => ({ stem: answer.pairs![at]!.stem, match })) }
    case 'ORDERING': return { order: exchanged(answer.order!) }
    case 'CLOZE': return { gaps: answer.gaps!.map((gap, at) => (at === 0 ? { ...gap, text: misspelt ? 'konsideran' : 'mengingat' } : gap)) }
    case 'ESSAY':
    case 'FILE': throw new RangeError(`no wrong answer to ${key.kind}`)
  }
}

/** The last two in each other's place. */
const exchanged = (ids: readonly string[]): string[] => [...ids.slice(0, -2), ids.at(-1)!, ids.at(-2)!]
