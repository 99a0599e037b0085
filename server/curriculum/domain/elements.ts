import type { CurriculumSection } from '../../graphql.ts'
import type { Content } from '../model.ts'
import { canonical } from './canonical.ts'
import { sectionKeys } from './sections.ts'

/** A place in a content: an element by its id, or with null the section itself (its order, or what has no elements). */
export type ElementRef = { section: CurriculumSection; element: string | null }

type Held = { id: string }
type Whole = { section: CurriculumSection; own: string }

/** An element without what stands in it on its own. */
const bare = (thing: Held, inner: string): string => canonical({ ...thing, [inner]: undefined })
const order = (things: readonly Held[]): string => things.map(({ id }) => id).join()

/** Each element as text, by its id; and each list's order, by the id of what holds it. */
function texts(content: Content): Map<string, Whole> {
  const all = new Map<string, Whole>()
  const put = (section: CurriculumSection, key: string, own: string) => void all.set(`${section}/${key}`, { section, own })
  put('IDENTITY', '', canonical(sectionKeys.IDENTITY.map(key => content[key])))
  put('REFERENCES', '', canonical(content.references))
  const lists = { TEAM: content.team, OUTCOMES: content.outcomes, COMPETENCIES: content.competencies, SUBJECTS: content.subjects, ASSESSMENTS: content.assessments } as const
  for (const [section, things] of Object.entries(lists) as [keyof typeof lists, readonly Held[]][]) {
    for (const thing of things) put(section, thing.id, bare(thing, section === 'SUBJECTS' ? 'activities' : 'blueprint'))
  }
  for (const subject of content.subjects) for (const activity of subject.activities) put('SUBJECTS', activity.id, `${subject.id} ${canonical(activity)}`)
  for (const assessment of content.assessments) for (const row of assessment.blueprint) put('ASSESSMENTS', row.id, `${assessment.id} ${canonical(row)}`)
  return all
}

/** What stands in an order of its own: a section's list, a subject's activities, an assessment's blueprint. */
function orders({ team, outcomes, competencies, subjects, assessments }: Content): [CurriculumSection, string | null, string][] {
  return [
    ['TEAM', null, order(team)], ['OUTCOMES', null, order(outcomes)], ['COMPETENCIES', null, order(competencies)],
    ['SUBJECTS', null, order(subjects)], ['ASSESSMENTS', null, order(assessments)],
    ...subjects.map(({ id, activities }): [CurriculumSection, string, string] => ['SUBJECTS', id, order(activities)]),
    ...assessments.map(({ id, blueprint }): [CurriculumSection, string, string] => ['ASSESSMENTS', id, order(blueprint)]),
  ]
}

/** Whether two orders differ in more than what was added or taken away. */
function reordered(before: string, after: string): boolean {
  const [was, is] = [before.split(','), after.split(',')]
  const [had, has] = [new Set(was), new Set(is)]
  return was.filter(id => has.has(id)).join() !== is.filter(id => had.has(id)).join()
}

/** The elements in which two contents differ: added, taken away, changed; a section (or what holds a list) where its order did. */
export function changedElements(from: Content, to: Content): ElementRef[] {
  const [before, after] = [texts(from), texts(to)]
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter(key => before.get(key)?.own !== after.get(key)?.own)
  const was = new Map(orders(from).map(([section, holder, ids]) => [`${section}/${holder ?? ''}`, ids]))
  const moved = orders(to).flatMap(([section, holder, ids]) => (reordered(was.get(`${section}/${holder ?? ''}`) ?? '', ids) ? [`${section}/${holder ?? ''}`] : []))
  return [...new Set([...keys, ...moved])].map(key => {
    const [section, element] = key.split('/') as [CurriculumSection, string]
    return { section, element: element || null }
  })
}
