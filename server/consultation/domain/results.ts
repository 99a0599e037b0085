import type { Reaction } from '../../graphql.ts'
import { LEAST, orHidden, shownCells } from './suppress.ts'

export type AskedQuestion = { id: string; form: 'SCALE' | 'CHOICE' | 'TEXT'; options: readonly string[] }
export type GivenAnswer = { question: string; value: number | null; text: string | null }
export type GivenReaction = { section: string; element: string | null; reaction: Reaction }
/** One person's answer as far as counting needs it; the unit is null where it would give them away. */
export type Given = { unit: string | null; answers: readonly GivenAnswer[]; reactions: readonly GivenReaction[] }

export type Cell = { unit: string; n: number | null; counts: number[] | null }
export type QuestionOutcome = { question: string; n: number | null; counts: number[] | null; mean: number | null; texts: string[]; units: Cell[] }
export type ElementOutcome = { section: string; element: string | null; n: number | null; counts: { reaction: Reaction; count: number }[] | null }
export type Turnout = { invited: number; answered: number | null; rate: number | null; units: { unit: string; invited: number; answered: number | null }[] }

const countsOf = (values: readonly number[], options: number) =>
  Array.from({ length: options }, (_, index) => values.filter(value => value === index + 1).length)

/**
 * What was answered to a question: all together and by unit, each only about five people or more, and no fewer to be
 * worked out from what is shown. Words are sorted by themselves, so that their order tells of nobody.
 */
export function outcomeOf(question: AskedQuestion, given: readonly Given[], units: readonly string[]): QuestionOutcome {
  const answered = given.flatMap(({ unit, answers }) => {
    const answer = answers.find(one => one.question === question.id)
    return answer ? [{ unit, answer }] : []
  })
  if (question.form === 'TEXT') {
    const texts = answered.flatMap(({ answer }) => (answer.text ? [answer.text] : []))
    return { question: question.id, n: orHidden(texts.length), counts: null, mean: null, texts: texts.length >= LEAST ? [...texts].sort() : [], units: [] }
  }
  const valued = answered.flatMap(({ unit, answer }) => (answer.value === null ? [] : [{ unit, value: answer.value }]))
  const byUnit = units.map(unit => valued.filter(one => one.unit === unit).map(({ value }) => value))
  const shown = shownCells(byUnit.map(values => values.length), valued.filter(({ unit }) => unit === null || !units.includes(unit)).length)
  const values = valued.map(({ value }) => value)
  const size = question.options.length
  return {
    question: question.id,
    n: shown.total ? values.length : null,
    counts: shown.total ? countsOf(values, size) : null,
    mean: shown.total && question.form === 'SCALE' ? values.reduce((sum, value) => sum + value, 0) / values.length : null,
    texts: [],
    units: units.map((unit, index) => ({
      unit, n: shown.cells[index] ? byUnit[index]!.length : null, counts: shown.cells[index] ? countsOf(byUnit[index]!, size) : null,
    })),
  }
}

const reactions: readonly Reaction[] = ['HELPFUL', 'UNCLEAR', 'NOT_NEEDED', 'MISSING']

/** How people reacted to each of the elements, where five or more did. */
export function reactionsTo(elements: readonly { section: string; element: string | null }[], given: readonly Given[]): ElementOutcome[] {
  const all = given.flatMap(one => one.reactions)
  return elements.map(({ section, element }) => {
    const here = all.filter(one => one.section === section && one.element === element)
    const shown = here.length >= LEAST
    return {
      section, element, n: orHidden(here.length),
      counts: shown ? reactions.map(reaction => ({ reaction, count: here.filter(one => one.reaction === reaction).length })) : null,
    }
  })
}

/** How many were asked and how many answered, all together and by unit, with the same care. */
export function turnoutOf(invited: readonly { unit: string; count: number }[], given: readonly Pick<Given, 'unit'>[]): Turnout {
  const answered = invited.map(({ unit }) => given.filter(one => one.unit === unit).length)
  const shown = shownCells(answered, given.length - answered.reduce((sum, n) => sum + n, 0))
  const all = invited.reduce((sum, { count }) => sum + count, 0)
  return {
    invited: all,
    answered: shown.total ? given.length : null,
    // Somebody may have changed units since: more than all is all.
    rate: shown.total && all > 0 ? Math.min(1, given.length / all) : null,
    units: invited.map(({ unit, count }, index) => ({ unit, invited: count, answered: shown.cells[index] ? answered[index]! : null })),
  }
}
