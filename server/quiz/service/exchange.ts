import { createHash } from 'node:crypto'
import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import type { Context } from '../../context.ts'
import type { ExportFormat, ImportLoss, QuestionFormat, QuestionImport, QuestionImportRow, QuestionInput } from '../../graphql.ts'
import { paragraphs } from '../../lib/paragraphs.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { adopt, type Adopted } from '../domain/exchange/adopt.ts'
import { parseAiken } from '../domain/exchange/aiken.ts'
import type { Foreign, Parsed, TextFormat } from '../domain/exchange/foreign.ts'
import { parseGift } from '../domain/exchange/gift.ts'
import { parseMoodleXml } from '../domain/exchange/moodleXml.ts'
import { writeGift, writeMoodleXml, type Export } from '../domain/exchange/write.ts'
import type { Written } from '../domain/attempt.ts'
import { QuizModel, type QuizDoc } from '../model.ts'
import { quizPolicy } from '../policy.ts'
import { editorQuestions } from './describe.ts'
import { fresh, newQuestion, QUESTIONS_MAX, quizFor } from './edit.ts'

const parsers: Record<QuestionFormat, (source: string) => Parsed> = { GIFT: parseGift, AIKEN: parseAiken, MOODLE_XML: parseMoodleXml }
/** What a person writes; a request cannot bring more than this anyway. */
const SOURCE_MAX = 900_000
const markdown = new MarkdownIt({ html: false })

/** What a file's questions would become, row by row in the file's order. */
export async function previewQuestions(ctx: Context, id: string, format: QuestionFormat, source: string): Promise<Import> {
  await quizFor(ctx, id)
  const rows = judge(format, source)
  return { hash: hashOf(format, source), count: rows.filter(({ written }) => written).length, rows: rows.map(({ row }) => row) }
}

/** Adds what can be asked here, all or none. Refuses with STALE when the file or the quiz is not what was looked at. */
export async function importQuestions(ctx: Context, id: string, revision: number, format: QuestionFormat, source: string, hash: string): Promise<QuizDoc> {
  const quiz = await quizFor(ctx, id)
  if (hashOf(format, source) !== hash || quiz.revision !== revision) throw new Refusal('STALE', { revision: quiz.revision })
  const added = judge(format, source).flatMap(({ written }) => written ?? [])
  const room = QUESTIONS_MAX - quiz.questions.length
  if (added.length > room) throw new Refusal('OUT_OF_RANGE', { max: room }, 'source')
  if (added.length === 0) return quiz
  return fresh(ctx, await saveIf<QuizDoc>(QuizModel, quiz._id, { revision }, { questions: [...quiz.questions, ...added] }))
}

/** The questions with their keys as another system reads them; null for who may not see a key. */
export const exported = (ctx: Context, quiz: QuizDoc, format: ExportFormat): Export | null =>
  (quizPolicy.edit(ctx.viewer, quiz) ? (format === 'GIFT' ? writeGift : writeMoodleXml)(editorQuestions(quiz)) : null)

const hashOf = (format: string, source: string) => createHash('sha256').update(`${format}\n${source}`).digest('hex')

type Row = Omit<QuestionImportRow, 'question'> & { question: Written | null }
type Import = Omit<QuestionImport, 'rows'> & { rows: Row[] }
type Judged = { row: Row; written: Written | null }

function judge(format: QuestionFormat, source: string): Judged[] {
  if (source.length > SOURCE_MAX) throw new Refusal('TOO_LONG', { max: SOURCE_MAX }, 'source')
  const { questions, unreadable } = parsers[format](source)
  return [
    ...questions.map(judgeOne),
    ...unreadable.map(({ line, code, facts }): Judged => ({ row: { ...bare, line, outcome: 'UNREADABLE', problem: code, facts }, written: null })),
  ].sort((a, b) => a.row.line - b.row.line)
}

const bare = { losses: [] as ImportLoss[], problem: null, facts: {}, question: null }

function judgeOne(foreign: Foreign): Judged {
  const { line } = foreign
  const adoption = adopt(foreign)
  if ('unsupported' in adoption) return { row: { ...bare, line, outcome: 'UNSUPPORTED', problem: adoption.unsupported, facts: { name: foreign.name.slice(0, 100) } }, written: null }
  const losses: ImportLoss[] = [...new Set(adoption.losses)]
  try {
    const written = newQuestion(inputOf(adoption.question, foreign.format))
    return { row: { ...bare, line, outcome: losses.length ? 'SIMPLIFIED' : 'TAKEN', losses, question: written }, written }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { row: { ...bare, line, outcome: 'UNREADABLE', problem: error.code, facts: { ...error.facts, name: foreign.name.slice(0, 100) } }, written: null }
  }
}

/** Its texts in our form: rich where we take rich text, plain in choices. Cleaning is the quiz's own, as for any author. */
function inputOf({ remarks, pairs, distractors, number, ...question }: Adopted, format: TextFormat): QuestionInput {
  const rich = (text: string) => (format === 'HTML' ? text : format === 'MARKDOWN' ? markdown.render(text) : paragraphs(text))
  const bare = (text: string) => plain(text, format)
  return { body: {
    ...question,
    text: rich(question.text),
    feedback: [rich(question.feedback), ...remarks.map(remark => paragraphs(bare(remark)))].filter(Boolean).join(''),
    choices: question.choices.map(choice => ({ ...choice, text: bare(choice.text) })),
    patterns: question.patterns.map(one => ({ ...one, text: bare(one.text) })),
    number: number && { ...number, toleranceKind: 'NOMINAL', units: [], unitPenalty: 0.1 },
    matching: question.kind === 'MATCHING' ? { pairs: pairs.map(({ stem, match }) => ({ stem: bare(stem), match: bare(match) })), distractors: distractors.map(bare) } : null,
  } }
}

/** Without markup: choices are plain text here. */
function plain(text: string, format: TextFormat): string {
  if (format === 'PLAIN' && !/<[a-z]/i.test(text)) return text
  const bare = sanitizeHtml(format === 'MARKDOWN' ? markdown.renderInline(text) : text, { allowedTags: [], allowedAttributes: {} })
  return bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim()
}
