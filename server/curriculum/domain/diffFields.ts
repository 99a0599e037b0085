import type { ChangeKind } from './diff.ts'

/** What a change of a field is called, by the field. */
export type FieldKinds = Readonly<Record<string, ChangeKind>>

export const identityFields = {
  title: 'REWORDED', kind: 'VALUE', mode: 'VALUE', audience: 'REWORDED', summary: 'REWORDED', faculty: 'REWORDED',
} as const satisfies FieldKinds

export const memberFields = { name: 'PEOPLE', institution: 'PEOPLE', role: 'PEOPLE' } as const satisfies FieldKinds

export const outcomeFields = { code: 'VALUE', text: 'REWORDED', level: 'LEVEL', indicators: 'REWORDED' } as const satisfies FieldKinds

export const competencyFields = {
  code: 'VALUE', name: 'REWORDED', kind: 'VALUE', fromLevel: 'LEVEL', toLevel: 'LEVEL', outcomes: 'LINKS', need: 'REWORDED',
} as const satisfies FieldKinds

/** Hours are judged one by one, as `hours.theory` and so on. */
export const subjectFields = {
  title: 'REWORDED', description: 'REWORDED', topics: 'REWORDED',
  'hours.theory': 'HOURS', 'hours.practice': 'HOURS', 'hours.field': 'HOURS', outcomes: 'LINKS',
} as const satisfies FieldKinds

export const activityFields = {
  title: 'REWORDED', form: 'VALUE', stage: 'VALUE', minutes: 'HOURS', facilitator: 'REWORDED', participants: 'REWORDED',
  method: 'REWORDED', media: 'REWORDED', outcomes: 'LINKS',
} as const satisfies FieldKinds

export const assessmentFields = {
  kind: 'VALUE', title: 'REWORDED', subject: 'LINKS', outcomes: 'LINKS', instructions: 'REWORDED', weight: 'WEIGHT',
} as const satisfies FieldKinds

export const blueprintFields = { outcome: 'LINKS', level: 'LEVEL', items: 'VALUE' } as const satisfies FieldKinds

/** The value of a field; `a.b` is field b of field a. */
export const fieldOf = (thing: object, path: string): unknown =>
  path.split('.').reduce<unknown>((held, key) => (held as Record<string, unknown> | null | undefined)?.[key], thing)
