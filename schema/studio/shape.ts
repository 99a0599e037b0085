import type { Content } from '../../server/curriculum/content.ts'

/**
 * The shape of a curriculum while it is being written together: which lists there are, and what each element is made of.
 * Server and client read this one table. Limits are those of server/curriculum/input.ts.
 */
export type Field =
  /** Plain text; with `line` a single one. */
  | { is: 'text'; max: number; line: boolean }
  /** A list of texts without names of their own, each on a line of one text. */
  | { is: 'lines'; max: number; count: number }
  /** Ids of outcomes, in order. */
  | { is: 'ids'; count: number }
  | { is: 'choice'; of: readonly string[]; or: string | null }
  | { is: 'whole'; min: number; max: number; or: number | null }
  /** The id of one element of a list; empty while none was chosen. */
  | { is: 'ref' }

const line = (max: number): Field => ({ is: 'text', max, line: true })
const prose = (max: number): Field => ({ is: 'text', max, line: false })
const lines = (max: number, count: number): Field => ({ is: 'lines', max, count })
const choice = (of: readonly string[], or: string | null = of[0]!): Field => ({ is: 'choice', of, or })
const whole = (min: number, max: number, or: number | null = min): Field => ({ is: 'whole', min, max, or })
const outcomes: Field = { is: 'ids', count: 60 }
const ref: Field = { is: 'ref' }

export const levels = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'] as const
export const forms = ['THEORY', 'PRACTICE', 'FIELD'] as const
export const stages = ['OPENING', 'CORE', 'CLOSING'] as const
export const teamRoles = ['DEVELOPER', 'COORDINATOR', 'HEAD', 'REVIEWER', 'INSTRUCTOR'] as const
export const competencyKinds = ['MANAGERIAL', 'SOCIOCULTURAL', 'TECHNICAL'] as const
export const assessmentKinds = ['QUIZ', 'PRACTICUM'] as const
export const modes = ['CLASSROOM', 'ONLINE', 'BLENDED'] as const

/** What hangs on no element. The kind of training is a number of SIASN's list. */
export const root = {
  title: line(200), kind: whole(1, 25, 3), mode: choice(modes, 'BLENDED'), audience: prose(1000), summary: prose(3000), faculty: line(200), references: lines(500, 60),
} satisfies Record<string, Field>

export type Section = 'IDENTITY' | 'TEAM' | 'OUTCOMES' | 'COMPETENCIES' | 'SUBJECTS' | 'ASSESSMENTS' | 'REFERENCES'
/** `max`: elements of the list, or of one holder where `of` names the list of holders. */
type List = { section: Section; max: number; of: ListName | null; fields: Record<string, Field> }
export type ListName = 'team' | 'outcomes' | 'competencies' | 'subjects' | 'activities' | 'assessments' | 'blueprint'

export const lists: Record<ListName, List> = {
  team: { section: 'TEAM', max: 60, of: null, fields: { name: line(200), institution: line(200), role: choice(teamRoles) } },
  outcomes: { section: 'OUTCOMES', max: 60, of: null, fields: { code: line(40), text: prose(500), level: choice(levels, null), indicators: lines(500, 20) } },
  competencies: { section: 'COMPETENCIES', max: 40, of: null, fields: {
    code: line(40), name: line(200), kind: choice(competencyKinds, 'TECHNICAL'), fromLevel: whole(1, 5, null), toLevel: whole(1, 5), outcomes, need: prose(1000),
  } },
  subjects: { section: 'SUBJECTS', max: 40, of: null, fields: {
    title: line(200), description: prose(2000), topics: lines(200, 40), theory: whole(0, 400), practice: whole(0, 400), field: whole(0, 400), outcomes,
  } },
  activities: { section: 'SUBJECTS', max: 60, of: 'subjects', fields: {
    title: line(200), form: choice(forms), stage: choice(stages, 'CORE'), minutes: whole(0, 18_000),
    facilitator: prose(1000), participants: prose(1000), method: line(200), media: line(200), outcomes,
  } },
  assessments: { section: 'ASSESSMENTS', max: 60, of: null, fields: {
    kind: choice(assessmentKinds), title: line(200), subject: ref, outcomes, instructions: prose(3000), weight: whole(0, 100),
  } },
  blueprint: { section: 'ASSESSMENTS', max: 360, of: 'assessments', fields: { outcome: ref, level: choice(levels), items: whole(1, 200) } },
}
export const listNames = Object.keys(lists) as ListName[]
export const rootSection = (field: string): Section => (field === 'references' ? 'REFERENCES' : 'IDENTITY')

/** An element's id: short, and unique in the whole curriculum. */
export const isElementId = (id: unknown): id is string => typeof id === 'string' && /^[A-Za-z0-9_-]{1,40}$/.test(id)

/** An element as plain values: what the fields of its list say, with its id. */
export type Values = { id: string } & Record<string, unknown>
/** A content taken apart: each list flat, each element saying whose it is (`of`) where its list has holders. */
export type Flat = { root: Record<string, unknown>; lists: Record<ListName, (Values & { of: string | null })[]> }

/** A content taken apart into flat lists. */
export function flatten({ team, outcomes, competencies, subjects, assessments, ...rest }: Content): Flat {
  const own = (things: readonly { id: string }[]) => things.map(thing => ({ ...thing, of: null }) as Values & { of: null })
  return {
    root: rest,
    lists: {
      team: own(team), outcomes: own(outcomes), competencies: own(competencies),
      subjects: subjects.map(({ hours, activities: _, ...subject }) => ({ ...subject, ...hours, of: null })),
      activities: subjects.flatMap(({ id, activities }) => activities.map(activity => ({ ...activity, of: id }))),
      assessments: assessments.map(({ blueprint: _, ...assessment }) => ({ ...assessment, of: null })),
      blueprint: assessments.flatMap(({ id, blueprint }) => blueprint.map(row => ({ ...row, of: id }))),
    },
  }
}

/** The content that was taken apart. */
export function unflatten({ root: rest, lists: { team, outcomes, competencies, subjects, activities, assessments, blueprint } }: Flat): Content {
  const bare = ({ of: _, ...thing }: Values & { of: string | null }) => thing
  const heldBy = (things: Flat['lists'][ListName], id: string) => things.filter(({ of }) => of === id).map(bare)
  return {
    ...rest,
    team: team.map(bare), outcomes: outcomes.map(bare), competencies: competencies.map(bare),
    subjects: subjects.map(bare).map(({ theory, practice, field, ...subject }) => ({ ...subject, hours: { theory, practice, field }, activities: heldBy(activities, subject.id) })),
    assessments: assessments.map(bare).map(assessment => ({ ...assessment, blueprint: heldBy(blueprint, assessment.id) })),
  } as unknown as Content
}
