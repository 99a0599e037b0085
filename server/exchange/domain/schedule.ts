import type { ActivityContent, SubjectContent } from '../../curriculum/index.ts'

/** One JP has 45 minutes (DOMAIN §2). */
export const JP_MINUTES = 45
/** 1 sks is 60 JP of learning time; indicative only (DOMAIN §2). */
export const JP_PER_SKS = 60

export type Session = { number: number; activities: readonly ActivityContent[]; minutes: number }

export const minutesIn = (activities: readonly { minutes: number }[]): number => activities.reduce((sum, { minutes }) => sum + minutes, 0)

/** The sessions of a subject, numbered from 1: a new one begins where something is opened after the one before was under way. */
export function sessionsOf({ activities }: Pick<SubjectContent, 'activities'>): Session[] {
  const groups: ActivityContent[][] = []
  activities.forEach((activity, at) => {
    const before = activities[at - 1]
    if (!before || (activity.stage === 'OPENING' && before.stage !== 'OPENING')) groups.push([])
    groups.at(-1)!.push(activity)
  })
  return groups.map((group, at) => ({ number: at + 1, activities: group, minutes: minutesIn(group) }))
}

/**
 * A subject's activities by the outcome each counts for, so that the minutes add up: the first of its outcomes that the
 * subject teaches. Those for none come last, under null; outcomes without an activity are kept, empty.
 */
export function activitiesByOutcome({ outcomes, activities }: Pick<SubjectContent, 'outcomes' | 'activities'>): { outcome: string | null; activities: ActivityContent[] }[] {
  const home = (activity: ActivityContent) => activity.outcomes.find(id => outcomes.includes(id)) ?? null
  const rows = outcomes.map((outcome): { outcome: string | null; activities: ActivityContent[] } => ({ outcome, activities: activities.filter(activity => home(activity) === outcome) }))
  const rest = activities.filter(activity => home(activity) === null)
  return rest.length > 0 ? [...rows, { outcome: null, activities: rest }] : rows
}
