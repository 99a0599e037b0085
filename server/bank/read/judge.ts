import type { CognitiveLevel, ImportLoss, ImportOutcome } from '../../graphql.ts'
import { Refusal } from '../../lib/refusal.ts'
import { adopt } from '../domain/exchange/adopt.ts'
import type { Foreign, Parsed, Unreadable } from '../domain/exchange/foreign.ts'
import type { Question } from '../domain/question.ts'
import { readBody } from '../input.ts'
import { inputOf } from './texts.ts'

/** What becomes of one question of a file: the question, whole and clean, or why there is none. */
export type ImportRow = {
  line: number; part: string; outcome: ImportOutcome; losses: ImportLoss[]; problem: string | null; facts: Record<string, unknown>
  category: string; tags: string[]; level: CognitiveLevel | null; question: Question | null
}

const bare = { losses: [], problem: null, facts: {}, category: '', tags: [], level: null, question: null }

/** Every question of a file in its order, judged as an author's would be. */
export function judge({ questions, unreadable }: Parsed): ImportRow[] {
  const order = [...new Set([...questions, ...unreadable].map(({ part = '' }) => part))]
  return [...questions.map(judgeOne), ...unreadable.map(unread)].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part) || a.line - b.line)
}

const unread = ({ line, part = '', code, facts }: Unreadable): ImportRow => ({ ...bare, line, part, outcome: 'UNREADABLE', problem: code, facts })

function judgeOne(foreign: Foreign): ImportRow {
  const { line, part, category, tags, level } = foreign
  const at = { ...bare, line, part }
  const name = foreign.name.slice(0, 100)
  const adoption = adopt(foreign)
  if ('unsupported' in adoption) return { ...at, outcome: 'UNSUPPORTED', problem: adoption.unsupported, facts: { name } }
  try {
    // An id of its own comes when it is taken in.
    const question = readBody(inputOf(adoption.question, foreign.format), '')
    return { ...at, category, tags, level, outcome: adoption.losses.length ? 'SIMPLIFIED' : 'TAKEN', losses: adoption.losses, question }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...at, outcome: 'UNREADABLE', problem: error.code, facts: { ...error.facts, name } }
  }
}
