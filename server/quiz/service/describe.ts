import type { Answer as SentAnswer, AttemptQuestion } from '../../graphql.ts'
import type { Answer, ChoiceMedia, SpecificFeedback } from '../../bank/index.ts'
import { coverageOf } from '../domain/blueprint.ts'
import { todaysQuestion } from '../domain/former.ts'
import { isChecked } from '../domain/live.ts'
import { outcomeOf, type Behaviour, type QuestionOutcome } from '../domain/replay.ts'
import type { ReviewItem } from '../domain/review.ts'
import { asks, isReady, placesOf, sectionOf, sectionsOf } from '../domain/structure.ts'
import type { AskedDoc, QuizDoc } from '../model.ts'

/** What the graph says of questions, built field by field and never spread: what is not named here is not sent. */

export const counted = (quiz: QuizDoc) => ({ ...asks(quiz), ready: isReady(quiz) })

/** Its sections, at least one. */
export const madeOf = (quiz: QuizDoc) => [...sectionsOf(quiz)]

export const coverage = (quiz: QuizDoc) => coverageOf(quiz.blueprint ?? [], placesOf(quiz))

/** With the key. */
export function editorQuestions(quiz: QuizDoc) {
  const sections = sectionsOf(quiz)
  return quiz.questions.map(question => ({ ...todaysQuestion(question), section: sectionOf(sections, question.section).id }))
}

const named = (things: readonly { id: string; text: string }[] | undefined) => (things ?? []).map(({ id, text }) => ({ id, text }))

/** Their addresses are filled in by who shows them (./shown.ts). */
const mediaOf = ({ file, kind, alternative }: ChoiceMedia) => ({ file, kind, alternative, url: '' })
const hotspotOf = ({ image, alternative, zones, picks }: NonNullable<AskedDoc['hotspot']>) =>
  ({ image, url: '', alternative, picks, zones: zones.map(({ id, label, x, y, width, height }) => ({ id, label, x, y, width, height })) })

/** How it is looked at: whether the attempt goes on, what of it may be told, and what is right where that may be told. */
export type Look = { open: boolean; scored: boolean; may: ReadonlySet<ReviewItem>; behaviour: Behaviour; right: Answer | null }

/** What is told of a question, and no more, whatever is stored. Parts are absent from older sheets. */
export function attemptQuestion(question: AskedDoc, at: number, { open, scored, may, behaviour, right }: Look): Omit<AttemptQuestion, 'answerFiles'> {
  const { matching, essay, file, hotspot, marking, live } = question
  // Full credit by a regrade takes the place of what a person gave: its reason is no more the mark's.
  const stands = marking && marking.mark === question.mark ? marking : null
  // Of an attempt under way what was judged by steps, after it what was handed in.
  const told = open ? live ?? null : scored ? { mark: question.mark, outcome: outcomeShown(question), phase: 'CLOSED' as const } : null
  const closed = scored || live?.phase === 'CLOSED'
  const said = scored && may.has('SPECIFIC_FEEDBACK')
  // What it says by outcome is the machine's: a person who marked it says something else.
  const specific = !may.has('SPECIFIC_FEEDBACK') ? null : open ? live?.specific : scored && question.specific && { ...question.specific, ...(marking && { outcome: null }) }
  const phase = open ? live?.phase ?? 'ANSWERING' : 'CLOSED'
  return {
    id: question.id, number: at + 1, section: question.section ?? null, page: question.page ?? at, pilot: question.pilot ?? false, kind: question.kind as AttemptQuestion['kind'], text: question.text, points: question.points, unit: question.unit, namesUnit: question.namesUnit ?? false,
    choices: question.choices.map(({ id, text, media }) => ({ id, text, ...(media && { media: mediaOf(media) }) })), items: named(question.items),
    matching: matching ? { stems: named(matching.stems), matches: named(matching.matches) } : null,
    gaps: (question.gaps ?? []).map(({ id, kind, choices }) => ({ id, kind, choices: named(choices) })),
    essay: essay ? { minWords: essay.minWords, maxWords: essay.maxWords, template: essay.template } : null,
    file: file ? { maxFiles: file.maxFiles, accept: file.accept } : null, hotspot: hotspot ? hotspotOf(hotspot) : null, variant: question.variant ?? null,
    seq: question.seq, answer: question.answer && answerOf(question.answer), savedAt: question.savedAt, certainty: question.certainty ?? null, certaintyAssumed: question.certaintyAssumed ?? false,
    phase, canCheck: open && phase === 'ANSWERING' && isChecked(behaviour, question.kind),
    tries: (open ? live?.tries : question.tries) ?? 0, triesLeft: open ? live?.triesLeft ?? null : null, checked: open && live?.checked ? answerOf(live.checked) : null,
    hint: open && live?.hint ? { text: live.hint.text, partsRight: live.hint.partsRight, parts: live.hint.parts } : null,
    outcome: may.has('CORRECTNESS') ? told?.outcome ?? null : null, mark: may.has('MARKS') ? told?.mark ?? null : null,
    feedback: closed && may.has('GENERAL_FEEDBACK') ? question.feedback : null, specificFeedback: specific ? specificOf(specific) : null,
    rightAnswer: right && answerOf(right), partsRight: said ? question.parts?.right ?? null : null, parts: said ? question.parts?.of ?? null : null,
    comment: (said && marking?.comment) || null, reason: (said && stands?.reason) || null,
    machineMark: scored && may.has('MARKS') ? stands?.was ?? null : null, marked: scored ? marking?.times ?? 0 : 0,
  }
}

const specificOf = ({ choices, answer, outcome }: SpecificFeedback) => ({ choices: choices.map(({ choice, text }) => ({ choice, text })), answer, outcome })

/** What people marked, else what was worked out; of older sheets from the mark alone. */
function outcomeShown({ mark, marking, answer, outcome }: AskedDoc): QuestionOutcome {
  if (mark === null) return 'NEEDS_MARKING'
  if (!marking && outcome) return outcome
  return !marking && answer === null ? 'GAVE_UP' : outcomeOf(mark)
}

export const answerOf = ({ choices, truth, text, number, unit, pairs, order, gaps, files }: Answer): SentAnswer => ({
  choices, truth, text, number, unit: unit ?? null, pairs: pairs?.map(({ stem, match }) => ({ stem, match })) ?? null, order: order ?? null,
  gaps: gaps?.map(({ gap, text: said }) => ({ gap, text: said })) ?? null, files: files ?? null,
})
