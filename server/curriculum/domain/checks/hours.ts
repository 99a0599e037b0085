import type { Content, SubjectContent, TrainingKindDoc } from '../../model.ts'
import { minutesOf, practiceShareOf, sumOf, totalOf } from '../hours.ts'
import { blocks, notes, warns, type Problem } from './problem.ts'

/** Training a PPPK may be given per year of contract, in JP (PP 49/2018 Ps 40(1)). A longer course exceeds it: informational. */
export const PPPK_HOURS_MAX = 24

/** Hours add up: T + P + PL of each subject, the minutes of its activities at 45 a JP, and the share of practice of the whole. */
export const hours = (content: Content, kind: TrainingKindDoc | null): Problem[] => [...content.subjects.flatMap(ofSubject), ...unplanned(content), ...ofAll(content, kind)]

function ofSubject(subject: SubjectContent): Problem[] {
  const { id, title, hours, activities } = subject
  if (totalOf(hours) === 0) return [blocks('SUBJECTS', 'SUBJECT_WITHOUT_HOURS', id, { title })]
  if (activities.length === 0) return []
  const planned = minutesOf(activities)
  return (['theory', 'practice', 'field'] as const).flatMap(form => {
    const wanted = hours[form] * 45
    return planned[form] === wanted ? [] : [blocks('SUBJECTS', 'ACTIVITIES_NOT_HOURS', id, { title, form, minutes: planned[form], wanted })]
  })
}

function unplanned({ subjects }: Content): Problem[] {
  const without = subjects.filter(subject => subject.activities.length === 0)
  return without.length === 0 ? [] : [warns('SUBJECTS', 'NO_ACTIVITIES', without[0]!.id, { count: without.length, title: without[0]!.title })]
}

/** Shares of practice are defaults of the kind of training (DOMAIN §10.3). */
function ofAll({ subjects }: Content, kind: TrainingKindDoc | null): Problem[] {
  const all = sumOf(subjects.map(subject => subject.hours))
  const total = totalOf(all)
  if (total === 0) return []
  const share = practiceShareOf(all)
  const percent = (of: number) => Math.round(of * 1000) / 10
  return [
    ...(kind?.practiceFloor != null && share < kind.practiceFloor
      ? [warns('SUBJECTS', 'PRACTICE_SHARE_LOW', null, { share: percent(share), floor: percent(kind.practiceFloor), target: percent(kind.practiceTarget ?? kind.practiceFloor) })]
      : []),
    ...(total > PPPK_HOURS_MAX ? [notes('SUBJECTS', 'PPPK_HOURS_EXCEEDED', null, { total, max: PPPK_HOURS_MAX })] : []),
  ]
}
