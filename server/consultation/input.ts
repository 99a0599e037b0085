import type { ConsultationAnswerInput } from '../graphql.ts'
import { findElement } from '../discussion/index.ts'
import { day, line, optional, prose, read, whole, z } from '../lib/input.ts'
import { Refusal } from '../lib/refusal.ts'
import { consultedElements } from './domain/reading.ts'
import type { GivenAnswer } from './domain/results.ts'
import type { ConsultationDoc, ProposalDoc, QuestionDoc, ReactionDoc } from './model.ts'

/** Shapes of what is asked and answered. Ten short questions are what people answer to the end; the rest are our limits. */

const UNITS_MAX = 60
const QUESTIONS_MAX = 10
const PROPOSALS_MAX = 20

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const question = z.object({ id, form: z.enum(['SCALE', 'CHOICE', 'TEXT']), text: prose(300, 1), options: z.array(line(80)).max(8) })
  .superRefine(({ form, options }, { addIssue }) => {
    if (form === 'SCALE' && options.length !== 4) addIssue({ code: 'custom', path: ['options'], params: { code: 'SCALE_LABELS' } })
    if (form === 'CHOICE' && options.length < 2) addIssue({ code: 'custom', path: ['options'], params: { code: 'CHOICE_OPTIONS' } })
  })
  .transform(one => (one.form === 'TEXT' ? { ...one, options: [] } : one))

export const consultationShape = z.object({
  title: line(200), intro: prose(2000),
  units: z.array(z.string()).min(1).max(UNITS_MAX).transform(units => [...new Set(units)]),
  opensOn: day, closesOn: day,
  questions: z.array(question).max(QUESTIONS_MAX).superRefine((questions, { addIssue }) => {
    questions.forEach((one, index) => {
      if (questions.findIndex(other => other.id === one.id) < index) addIssue({ code: 'custom', path: [index, 'id'], params: { code: 'DUPLICATE_ID', facts: { id: one.id } } })
    })
  }),
}).refine(({ opensOn, closesOn }) => opensOn <= closesOn, { path: ['closesOn'], params: { code: 'DATES_REVERSED' } })

const section = z.enum(['IDENTITY', 'TEAM', 'OUTCOMES', 'COMPETENCIES', 'SUBJECTS', 'ASSESSMENTS', 'REFERENCES'])
const element = optional(z.string().max(40))

const answerShape = z.object({
  anonymous: z.boolean(),
  answers: z.array(z.object({ question: z.string(), value: optional(whole(1, 8)), text: optional(prose(1000)) })).max(QUESTIONS_MAX),
  reactions: z.array(z.object({ section, element, reaction: z.enum(['HELPFUL', 'UNCLEAR', 'NOT_NEEDED', 'MISSING']) })).max(400),
  proposals: z.array(z.object({ section: optional(section), element, text: prose(1000, 1) })).max(PROPOSALS_MAX),
})

export const clusterShape = z.object({ title: line(200), proposals: z.array(z.string()).max(500).transform(ids => [...new Set(ids)]) })
export const replyShape = z.object({ verdict: z.enum(['DONE', 'PARTLY', 'NOT_DONE']), because: prose(2000, 1) })

export type Answered = { anonymous: boolean; answers: GivenAnswer[]; reactions: ReactionDoc[]; proposals: Omit<ProposalDoc, '_id'>[] }

/** A person's answer, judged by what was asked. Refuses what is answered to nothing, and an answer without anything. */
export function readAnswer({ questions, content }: ConsultationDoc, input: ConsultationAnswerInput): Answered {
  const { anonymous, ...given } = read(answerShape, input)
  const elements = consultedElements(content)
  const isThere = (place: { section: string | null; element: string | null }) => elements.some(one => one.section === place.section && one.element === place.element)
  const answers = given.answers.flatMap((answer, index) => answerTo(questions, answer, `input.answers.${index}`))
  given.reactions.forEach((one, index) => { if (!isThere(one)) throw new Refusal('ELEMENT_GONE', {}, `input.reactions.${index}.element`) })
  given.proposals.forEach((one, index) => {
    if (one.section !== null && !findElement(content, one)) throw new Refusal('ELEMENT_GONE', {}, `input.proposals.${index}.element`)
  })
  if (answers.length + given.reactions.length + given.proposals.length === 0) throw new Refusal('NOTHING_ANSWERED')
  return {
    anonymous,
    answers: [...new Map(answers.map(answer => [answer.question, answer])).values()],
    reactions: [...new Map(given.reactions.map(one => [`${one.section}/${one.element}`, one])).values()],
    proposals: given.proposals,
  }
}

/** One answer in the form its question asks for; nothing when it was left empty. */
function answerTo(questions: readonly QuestionDoc[], { question, value, text }: GivenAnswer, field: string): GivenAnswer[] {
  const asked = questions.find(one => one.id === question)
  if (!asked) throw new Refusal('UNKNOWN_QUESTION', {}, `${field}.question`)
  if (asked.form === 'TEXT') {
    if (value !== null) throw new Refusal('ANSWER_FORM', {}, `${field}.value`)
    return text ? [{ question, value: null, text }] : []
  }
  if (text !== null || (value !== null && value > asked.options.length)) throw new Refusal('ANSWER_FORM', {}, `${field}.value`)
  return value === null ? [] : [{ question, value, text: null }]
}
