import type { CurriculumPatch, CurriculumSection } from '../graphql.ts'
import { day, line, optional, prose, read, whole, z } from '../lib/input.ts'
import { trainingKindOf } from './domain/trainingKinds.ts'
import type { Content } from './model.ts'

/** Shapes of what authors write. Limits are ours, generous for the twelve curricula we have seen. */

const SUBJECTS_MAX = 40
const OUTCOMES_MAX = 60
const ASSESSMENTS_MAX = 60
const ACTIVITIES_MAX = 60
/** Hours in JP that one line of a subject may have. */
const HOURS_MAX = 400

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const ids = z.array(id).max(OUTCOMES_MAX).transform(list => [...new Set(list)])
const kind = z.number().int().refine(one => trainingKindOf(one) !== null, { params: { code: 'INVALID' } })
const mode = z.enum(['CLASSROOM', 'ONLINE', 'BLENDED'])
const hours = whole(0, HOURS_MAX)

/** A list whose things each have an id of their own. */
const listOf = <T extends z.ZodType<{ id: string }>>(thing: T, max: number) => z.array(thing).max(max).superRefine((things, { addIssue }) => {
  things.forEach((one, index) => {
    if (things.findIndex(other => other.id === one.id) < index) {
      addIssue({ code: 'custom', path: [index, 'id'], params: { code: 'DUPLICATE_ID', facts: { id: one.id } } })
    }
  })
})

const code = line(40)
const level = whole(1, 5)
const cognitive = z.enum(['C1', 'C2', 'C3', 'C4', 'C5', 'C6'])

const activity = z.object({
  id, title: line(200), form: z.enum(['THEORY', 'PRACTICE', 'FIELD']), stage: z.enum(['OPENING', 'CORE', 'CLOSING']), minutes: whole(0, HOURS_MAX * 45),
  facilitator: prose(1000), participants: prose(1000), method: line(200, 0), media: line(200, 0), outcomes: ids,
})

export const newShape = z.object({
  partner: z.string(),
  code: z.string().trim().transform(text => text.toUpperCase())
    .refine(text => /^[A-Z]{2,5}-[A-Z]{2,5}-\d{2,3}$/.test(text), { params: { code: 'CURRICULUM_CODE_FORMAT' } }),
  title: line(200),
  kind, mode,
})

const patchShape = z.object({
  identity: optional(z.object({ title: line(200), kind, mode, audience: prose(1000), summary: prose(3000), faculty: line(200, 0) })),
  team: optional(listOf(z.object({
    id, name: line(200), institution: line(200, 0), role: z.enum(['DEVELOPER', 'COORDINATOR', 'HEAD', 'REVIEWER', 'INSTRUCTOR']),
  }), 60)),
  outcomes: optional(listOf(z.object({
    id, code, text: prose(500, 1), level: optional(cognitive), indicators: z.array(line(500)).max(20),
  }), OUTCOMES_MAX)),
  competencies: optional(listOf(z.object({
    id, code, name: line(200), kind: z.enum(['MANAGERIAL', 'SOCIOCULTURAL', 'TECHNICAL']), fromLevel: optional(level), toLevel: level, outcomes: ids, need: prose(1000),
  }).refine(({ fromLevel, toLevel }) => fromLevel === null || fromLevel <= toLevel, { path: ['toLevel'], params: { code: 'OUT_OF_RANGE' } }), 40)),
  subjects: optional(listOf(z.object({
    id, title: line(200), description: prose(2000), topics: z.array(line(200)).max(40), theory: hours, practice: hours, field: hours, outcomes: ids,
    activities: listOf(activity, ACTIVITIES_MAX),
  }).transform(({ theory, practice, field, ...subject }) => ({ ...subject, hours: { theory, practice, field } })), SUBJECTS_MAX)),
  assessments: optional(listOf(z.object({
    id, kind: z.enum(['QUIZ', 'PRACTICUM']), title: line(200), subject: id, outcomes: ids, instructions: prose(3000), weight: whole(0, 100),
    blueprint: listOf(z.object({ id, outcome: id, level: cognitive, items: whole(1, 200) }), OUTCOMES_MAX * 6),
  }), ASSESSMENTS_MAX)),
  references: optional(z.array(line(500)).max(60)),
})

export const reasonShape = optional(prose(1000))
export const dueShape = optional(day)
export const delegationShape = z.object({ to: z.string(), startsOn: day, endsOn: day, reason: prose(1000, 1) })

/** The content with the given sections in the place of the old ones, and which were given. */
export function patched(content: Content, patch: CurriculumPatch): { content: Content; given: CurriculumSection[] } {
  const { identity, ...lists } = read(patchShape, patch, 'patch')
  const sections = Object.entries(lists).filter(([, list]) => list !== null)
  return {
    content: { ...content, ...identity, ...(Object.fromEntries(sections) as Partial<Content>) },
    given: [...(identity ? ['IDENTITY'] : []), ...sections.map(([section]) => section.toUpperCase())] as CurriculumSection[],
  }
}

/** The content as an edit with this patch would leave it. Refuses what the edit would refuse. */
export const checkPatch = (content: Content, patch: CurriculumPatch): Content => patched(content, patch).content
