import type { CognitiveLevel, ImportLoss, ImportOutcome } from '../../graphql.ts'
import { Refusal } from '../../lib/refusal.ts'
import { adopt } from '../domain/exchange/adopt.ts'
import type { Foreign, Parsed, Unreadable } from '../domain/exchange/foreign.ts'
import { mediaOf } from '../domain/media.ts'
import type { MediaKind, Question } from '../domain/question.ts'
import { readBody } from '../input.ts'
import { inputOf } from './texts.ts'

/** What becomes of one question of a file: the question, whole and clean, or why there is none. */
export type ImportRow = {
  line: number; part: string; outcome: ImportOutcome; losses: ImportLoss[]; problem: string | null; facts: Record<string, unknown>
  category: string; tags: string[]; level: CognitiveLevel | null; question: Question | null
}

const bare = { losses: [], problem: null, facts: {}, category: '', tags: [], level: null, question: null }

/** Every question of a file in its order, judged as an author's would be; `known`: the pictures and sounds that came with them. */
export function judge({ questions, unreadable }: Parsed, known: ReadonlyMap<string, MediaKind> = new Map()): ImportRow[] {
  const order = [...new Set([...questions, ...unreadable].map(({ part = '' }) => part))]
  return [...questions.map(one => judgeOne(one, known)), ...unreadable.map(unread)].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part) || a.line - b.line)
}

const unread = ({ line, part = '', code, facts }: Unreadable): ImportRow => ({ ...bare, line, part, outcome: 'UNREADABLE', problem: code, facts })

function judgeOne(foreign: Foreign, known: ReadonlyMap<string, MediaKind>): ImportRow {
  const { line, part, category, tags, level } = foreign
  const at = { ...bare, line, part }
  const name = foreign.name.slice(0, 100)
  const adoption = adopt(foreign)
  if ('unsupported' in adoption) return { ...at, outcome: 'UNSUPPORTED', problem: adoption.unsupported, facts: { name } }
  try {
    // An id of its own comes when it is taken in.
    const question = readBody(inputOf(adoption.question, foreign.format), '', undefined, 'input.question', known)
    const losses = [...new Set([...adoption.losses, ...leftIn(foreign, question, known)])]
    return { ...at, category, tags, level, outcome: losses.length ? 'SIMPLIFIED' : 'TAKEN', losses, question }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // An answer that was a picture without words has nothing left to say.
    const isUnworded = error.code === 'REQUIRED' && foreign.lost.includes('FILES_UNWORDED')
    return { ...at, outcome: 'UNREADABLE', problem: isUnworded ? 'NO_WORDS' : error.code, facts: { ...error.facts, name } }
  }
}

/** Pictures that stood where ours can have none: only their words stayed. */
function leftIn({ text, feedback, outcomeFeedback, hints, body }: Foreign, question: Question, known: ReadonlyMap<string, MediaKind>): ['FILES'] | [] {
  const kept = mediaOf(question)
  const shown = JSON.stringify([text, feedback, outcomeFeedback, hints, body]).matchAll(/ data-file=\\"([0-9a-f]{24})\\"/g)
  return [...shown].some(([, file]) => known.has(file!) && !kept.has(file!)) ? ['FILES'] : []
}
