import { diffOf, type Content } from '../../server/curriculum/index.ts'
import { bigContent, chanceOf } from '../support/bigCurriculum.ts'
import { median, report } from './measure.ts'

const ROUNDS = 60

/** The next version of a content: a tenth of it written anew, moved, weighed or linked otherwise. */
export function nextVersion(content: Content): Content {
  const chance = chanceOf(99)
  const tenth = () => chance.below(10) === 0
  const subjects = content.subjects.map(subject => ({
    ...subject, title: tenth() ? `${subject.title} (baru)` : subject.title, hours: tenth() ? { ...subject.hours, theory: subject.hours.theory + 1 } : subject.hours,
    activities: subject.activities.filter(() => chance.below(30) > 0).map(activity => (tenth() ? { ...activity, minutes: activity.minutes + 5, facilitator: `${activity.facilitator} dan menilainya bersama` } : activity)),
  }))
  subjects.splice(20, 0, ...subjects.splice(3, 2))
  return {
    ...content, subjects, outcomes: content.outcomes.map(one => (tenth() ? { ...one, text: `${one.text} Dengan santun.`, level: 'C4' as const } : one)),
    assessments: content.assessments.map(one => (tenth() ? { ...one, weight: one.weight + 1, outcomes: one.outcomes.slice(1) } : one)),
    competencies: content.competencies.slice(1), team: [...content.team, { id: 'baru', name: 'Dr. Baru', institution: 'Universitas Uji', role: 'DEVELOPER' as const }],
  }
}

/** CPU of what a piece of work takes, in milliseconds; other programs of the machine do not count. */
function cpu(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Comparing two versions by meaning, beside writing both as JSON. */
export async function diffBench(): Promise<void> {
  const [from, to] = [bigContent(), nextVersion(bigContent())]
  const [ours, raws] = [[] as number[], [] as number[]]
  const raw = () => JSON.stringify(from).length + JSON.stringify(to).length
  for (let warm = 0; warm < 10; warm++) {
    raw()
    diffOf(from, to)
  }
  for (let round = 0; round < ROUNDS; round++) {
    raws.push(cpu(raw))
    ours.push(cpu(() => diffOf(from, to)))
  }
  // The clock of CPU time is coarse beside JSON: the mean of many is finer than a median.
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const figures = { ours: median(ours), raw: meanOf(raws), ratio: median(ours) / meanOf(raws) }
  report('diff of two versions, CPU (goal: below 100 ms)', figures, `JSON.stringify of both; ${diffOf(from, to).length} changes found`)
}
