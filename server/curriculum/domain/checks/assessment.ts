import type { Content } from '../../model.ts'
import { blocks, warns, type Problem } from './problem.ts'

/** Weights of a kind sum to 100, what has practice is assessed by practice (DOMAIN §10.3), and the blueprint asks for what is assessed. */
export const assessment = (content: Content): Problem[] => [...practice(content), ...weights(content), ...blueprints(content)]

function practice({ subjects, assessments }: Content): Problem[] {
  const practised = new Set(assessments.filter(({ kind }) => kind === 'PRACTICUM').map(({ subject }) => subject))
  return subjects.flatMap(({ id, title, hours }) =>
    (hours.practice + hours.field > 0 && !practised.has(id) ? [blocks('ASSESSMENTS', 'PRACTICE_WITHOUT_PRACTICUM', id, { title })] : []))
}

function weights({ assessments }: Content): Problem[] {
  return (['QUIZ', 'PRACTICUM'] as const).flatMap(kind => {
    const ofKind = assessments.filter(assessment => assessment.kind === kind)
    const sum = ofKind.reduce((total, { weight }) => total + weight, 0)
    return ofKind.length === 0 || sum === 100 ? [] : [blocks('ASSESSMENTS', 'WEIGHTS_NOT_100', null, { kind, sum })]
  })
}

/** A row of the blueprint is of an outcome the quiz assesses; an outcome aimed at C4 that is only asked at C1 is a warning. */
function blueprints({ outcomes, assessments }: Content): Problem[] {
  const rows = assessments.flatMap(({ blueprint }) => blueprint)
  const practised = new Set(assessments.filter(({ kind }) => kind === 'PRACTICUM').flatMap(one => one.outcomes))
  const strays = assessments.flatMap(({ id, title, outcomes: assessed, blueprint }) => blueprint
    .filter(({ outcome }) => !assessed.includes(outcome))
    .map(row => blocks('ASSESSMENTS', 'BLUEPRINT_OUTCOME', row.id, { title, assessment: id, outcome: row.outcome })))
  const low = outcomes.flatMap(({ id, code, level }) => {
    const asked = rows.filter(({ outcome }) => outcome === id).map(row => row.level).sort().at(-1)
    // What a practicum shows reaches higher than a quiz can.
    return level && asked && asked < level && !practised.has(id) ? [warns('ASSESSMENTS', 'BLUEPRINT_LEVEL_LOW', id, { code, level, asked })] : []
  })
  return [...strays, ...low]
}
