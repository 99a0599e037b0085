import type { Content } from '../../curriculum/index.ts'
import type { CurriculumPatch, CurriculumSection } from '../../graphql.ts'

/** Where in a content something is said: a section, or one element of it; without a section, the whole. */
export type Place = { section: CurriculumSection | null; element: string | null }

export type FieldKind = 'TEXT' | 'NUMBER' | 'LINE'
type Fields = Readonly<Record<string, FieldKind>>
type Thing = Record<string, unknown>

/** An element as it stands in a content: what it is called, and what of it may be suggested anew. */
export type Found = { section: CurriculumSection; element: string | null; label: string; fields: Fields; thing: Thing }

const identity: Fields = { title: 'TEXT', audience: 'TEXT', summary: 'TEXT', faculty: 'TEXT' }
const member: Fields = { name: 'TEXT', institution: 'TEXT' }
const outcome: Fields = { text: 'TEXT', indicators: 'LINE' }
const competency: Fields = { name: 'TEXT', need: 'TEXT', fromLevel: 'NUMBER', toLevel: 'NUMBER' }
const subject: Fields = { title: 'TEXT', description: 'TEXT', topics: 'LINE', theory: 'NUMBER', practice: 'NUMBER', field: 'NUMBER' }
const activity: Fields = { title: 'TEXT', minutes: 'NUMBER', facilitator: 'TEXT', participants: 'TEXT', method: 'TEXT', media: 'TEXT' }
const assessment: Fields = { title: 'TEXT', instructions: 'TEXT', weight: 'NUMBER' }
const row: Fields = { items: 'NUMBER' }

const LABEL_MAX = 160
const short = (text: string) => (text.length > LABEL_MAX ? `${text.slice(0, LABEL_MAX - 1)}…` : text)

/** Every element of a content in its order, each section before what is in it. Their things are the content's own. */
export function elementsOf(content: Content): Found[] {
  const whole = (section: CurriculumSection, fields: Fields = {}): Found => ({ section, element: null, label: '', fields, thing: content as unknown as Thing })
  const one = (section: CurriculumSection, id: string, label: string, fields: Fields, thing: object): Found =>
    ({ section, element: id, label: short(label), fields, thing: thing as Thing })
  return [
    whole('IDENTITY', identity),
    whole('TEAM'), ...(content.team ?? []).map(it => one('TEAM', it.id, it.name, member, it)),
    whole('OUTCOMES'), ...content.outcomes.map(it => one('OUTCOMES', it.id, `${it.code} ${it.text}`, outcome, it)),
    whole('COMPETENCIES'), ...content.competencies.map(it => one('COMPETENCIES', it.id, `${it.code} ${it.name}`, competency, it)),
    whole('SUBJECTS'), ...content.subjects.flatMap(it => [
      one('SUBJECTS', it.id, it.title, subject, it),
      ...(it.activities ?? []).map(step => one('SUBJECTS', step.id, step.title, activity, step)),
    ]),
    whole('ASSESSMENTS'), ...content.assessments.flatMap(it => [
      one('ASSESSMENTS', it.id, it.title, assessment, it),
      ...(it.blueprint ?? []).map(line => one('ASSESSMENTS', line.id, `${it.title}: ${codeOf(content, line.outcome)} ${line.level}`, row, line)),
    ]),
    whole('REFERENCES', { references: 'LINE' }),
  ]
}

const codeOf = (content: Content, outcome: string) => content.outcomes.find(({ id }) => id === outcome)?.code ?? outcome

/** The element at a place, or null when the content has none there. A place without a section is none. */
export const findElement = (content: Content, { section, element }: Place): Found | null =>
  elementsOf(content).find(found => found.section === section && found.element === element) ?? null

const hourFields = ['theory', 'practice', 'field']

/** Where a field's value is kept: hours of a subject lie one deeper. */
const holderOf = ({ thing }: Found, field: string): Thing => (hourFields.includes(field) && 'hours' in thing ? (thing.hours as Thing) : thing)

/** What stands in a field: one text, or a list's lines. A number as digits, nothing as an empty text. */
export function valuesOf(found: Found, field: string): string[] {
  const value = holderOf(found, field)[field]
  if (Array.isArray(value)) return value.map(String)
  return [value === null || value === undefined ? '' : String(value)]
}

/**
 * The content with `to` in the place of `from`; the one given stays as it is. Of a list the first line that says `from`
 * is meant: an empty `from` adds a line, an empty `to` strikes it. Throws RangeError where there is no such element.
 */
export function withValue(content: Content, place: Place, field: string, from: string, to: string): Content {
  const copy = structuredClone(content)
  const found = findElement(copy, place)
  const kind = found?.fields[field]
  if (!found || !kind) throw new RangeError(`no field ${field} there`)
  const holder = holderOf(found, field)
  if (kind === 'TEXT') holder[field] = to
  else if (kind === 'NUMBER') holder[field] = to === '' ? null : Number(to)
  else holder[field] = withLine(valuesOf(found, field), from, to)
  return copy
}

function withLine(lines: readonly string[], from: string, to: string): string[] {
  if (from === '') return [...lines, to]
  const at = lines.indexOf(from)
  return to === '' ? lines.filter((_, index) => index !== at) : lines.map((line, index) => (index === at ? to : line))
}

/** One section of a content as it is sent to be edited. */
export function patchOf(content: Content, section: CurriculumSection): CurriculumPatch {
  const { title, kind, mode, audience, summary, faculty } = content
  const patches: Record<CurriculumSection, () => CurriculumPatch> = {
    IDENTITY: () => ({ identity: { title, kind, mode, audience, summary, faculty } }),
    TEAM: () => ({ team: content.team ?? [] }),
    OUTCOMES: () => ({ outcomes: content.outcomes }),
    COMPETENCIES: () => ({ competencies: content.competencies }),
    SUBJECTS: () => ({ subjects: content.subjects.map(({ hours: { theory, practice, field }, activities = [], ...rest }) => ({ ...rest, theory, practice, field, activities })) }),
    ASSESSMENTS: () => ({ assessments: content.assessments }),
    REFERENCES: () => ({ references: content.references }),
  }
  return patches[section]()
}
