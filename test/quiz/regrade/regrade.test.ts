import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { noAnswer, shuffled, seeded, type Answer } from '../../../server/bank/index.ts'
import { deal, score, type Scoring, type Written } from '../../../server/quiz/domain/attempt.ts'
import { behaviours, type Step } from '../../../server/quiz/domain/replay.ts'
import { flipOf, isChanged, questionsAfter, regrade, regradePolicies, type Judged, type JudgedSheet, type RegradeChange, type RegradePolicy } from '../../../server/quiz/domain/regrade.ts'
import { markOf } from '../../../server/quiz/domain/score.ts'
import { aQuestion } from '../../support/quiz.ts'

/** Canvas's four policies and "drop and rescale", as ../shared/design/ASSESSMENT.md 4.5 tells them. */

const single = (points = 1) => aQuestion('SINGLE_CHOICE', { points })
const pick = (question: Written, at: number | null): Answer | null => (at === null ? null : { ...noAnswer, choices: [question.choices[at]!.id] })
const deferred: Scoring = { behaviour: 'DEFERRED', penalty: 0 }
/** The question with another choice right. */
const rightAt = (question: Written, right: number): Written => ({ ...question, choices: question.choices.map((choice, at) => ({ ...choice, right: at === right })), feedback: '<p>Kunci baru</p>' })

/** A sheet as handed in and scored; each question answered by its choice's place. */
function sheet(questions: readonly Written[], picks: readonly (number | null)[], { scoring = deferred, steps = [] as Step[][], seed = 5 } = {}): JudgedSheet {
  const { asked, keys } = deal(questions, { shuffle: true, chance: seeded(seed), seed })
  const course = asked.map(one => {
    const at = questions.findIndex(({ id }) => id === one.id)
    return { ...one, answer: pick(questions[at]!, picks[at]!), steps: steps[at] ?? [] }
  })
  const scored = score(course, keys, 0.7, scoring)
  return { questions: course.map((one, at) => ({ ...one, ...scored.questions[at]! }) as Judged), keys, passMark: 0.7, scoring }
}
const toKey = (question: Written, policy: RegradePolicy, after: Written | null): RegradeChange => ({ act: 'KEY', question: question.id, before: question, policy, after })
const markIn = ({ questions }: { questions: readonly Judged[] }, { id }: { id: string }) => questions.find(one => one.id === id)!.mark

describe('a key that was wrong', () => {
  const question = single()
  const rest = single()
  const after = rightAt(question, 1)
  const byPolicy = (policy: RegradePolicy) => [0, 1, 2, null].map(picked => markIn(regrade(sheet([question, rest], [picked, 0]), [toKey(question, policy, after)]), question))
  test('full credit: all who were asked have all points, also for a blank', () => expect(byPolicy('FULL_CREDIT')).toEqual([1, 1, 1, 1]))
  test('right before or now: nobody loses, who is right now gains', () => expect(byPolicy('EITHER')).toEqual([1, 1, 0, 0]))
  test('right now only: who was right by the old key loses', () => expect(byPolicy('NOW')).toEqual([0, 1, 0, 0]))
  test('no regrade: nothing changes for who was asked', () => expect(byPolicy('NONE')).toEqual([1, 0, 0, 0]))
  test('what is said of the answer goes by the new key and by what is told of it now', () => {
    const said = (name: string, of: Written): Written => ({ ...of, choices: of.choices.map((choice, at) => ({ ...choice, feedback: `${name} ${at}` })), outcomeFeedback: { right: `${name} benar`, partly: '', wrong: `${name} salah` } })
    const specificIn = (policy: RegradePolicy, changed: Written | null) => regrade(sheet([said('lama', question), rest], [1, 0]), [toKey(said('lama', question), policy, changed)]).questions.find(({ id }) => id === question.id)!.specific
    const taken = (text: string) => [{ choice: question.choices[1]!.id, text }]
    expect(specificIn('NONE', null)).toEqual({ choices: taken('lama 1'), answer: null, outcome: 'lama salah' })
    expect(specificIn('NOW', said('baru', after))).toEqual({ choices: taken('baru 1'), answer: null, outcome: 'baru benar' })
    expect(specificIn('FULL_CREDIT', null)).toEqual({ choices: taken('lama 1'), answer: null, outcome: 'lama benar' })
    expect(specificIn('NOW', after)).toBeNull()
  })
  test('hints and feedback that the changed question has no more are not asked with later', () => {
    const before = { ...question, hints: [{ text: 'h', clearWrong: false, showCount: false }], outcomeFeedback: { right: 'a', partly: 'b', wrong: 'c' } }
    const [changed] = questionsAfter([before], [toKey(before, 'NOW', after)], () => false)
    expect(changed).not.toHaveProperty('hints')
    expect(changed).not.toHaveProperty('outcomeFeedback')
  })
  test('the feedback that explained the old key gives way to the new one, and so does the key that is kept', () => {
    const { questions, keys } = regrade(sheet([question, rest], [1, 0]), [toKey(question, 'NOW', after)])
    expect(questions.find(({ id }) => id === question.id)).toMatchObject({ mark: 1, outcome: 'RIGHT', feedback: '<p>Kunci baru</p>' })
    expect(keys.find(({ id }) => id === question.id)!.feedback).toBe('<p>Kunci baru</p>')
  })
  test('a mark a person gave stays, by every policy but full credit to all: nobody stays below others then', () => {
    for (const policy of regradePolicies.filter(one => one !== 'NONE')) {
      const before = sheet([question, rest], [0, 0])
      const marked = { ...before, questions: before.questions.map(one => (one.id === question.id ? { ...one, mark: 0.4, marking: { mark: 0.4 } } : one)) }
      const { questions, regraded } = regrade(marked, [toKey(question, policy, after)])
      expect(markIn({ questions }, question)).toBe(policy === 'FULL_CREDIT' ? 1 : 0.4)
      expect(regraded[0]).toMatchObject({ kept: policy === 'FULL_CREDIT' ? null : 'BY_PEOPLE' })
    }
  })
  test('what was asked otherwise than the new key fits keeps its mark, and that is told; full credit is given all the same', () => {
    const more = { ...after, choices: [...after.choices, { id: 'lagi', text: 'Lagi', right: false, fraction: null }] }
    expect(regrade(sheet([question, rest], [0, 0]), [toKey(question, 'NOW', more)]).regraded[0]).toMatchObject({ kept: 'MISFIT', after: { mark: 1 } })
    expect(markIn(regrade(sheet([question, rest], [2, 0]), [toKey(question, 'FULL_CREDIT', null)]), question)).toBe(1)
  })
  test('an essay nobody has marked yet is given full credit, and waits no more', () => {
    const essay = aQuestion('ESSAY')
    const before = sheet([question, rest], [0, 0])
    const waiting = { ...before, questions: [...before.questions, { ...before.questions[0]!, id: essay.id, kind: 'ESSAY' as const, mark: null }], keys: [...before.keys, { id: essay.id, key: { kind: 'ESSAY' as const }, feedback: '' }] }
    expect(regrade(waiting, []).whole.mark).toBeNull()
    expect(regrade(waiting, [{ act: 'KEY', question: essay.id, before: essay, policy: 'FULL_CREDIT', after: null }]).whole).toEqual({ mark: 1, passed: true })
  })
  test('tries and certainty count as they did: the first try that is right now ends it', () => {
    const at = new Date('2026-03-02T08:00:00Z')
    const step = (picked: number, kind: Step['kind'] = 'CHECK'): Step => ({ at, kind, answer: pick(question, picked), certainty: null })
    const tried = sheet([question, rest], [0, 0], { scoring: { behaviour: 'INTERACTIVE', penalty: 1 / 3 }, steps: [[step(1), step(1, 'TRY_AGAIN'), step(0)], []] })
    expect(markIn(tried, question)).toBeCloseTo(2 / 3, 12)
    expect(markIn(regrade(tried, [toKey(question, 'NOW', after)]), question)).toBe(1)
    const sure = sheet([question, rest], [0, 0], { scoring: { behaviour: 'CERTAINTY', penalty: 0 } })
    const certain = { ...sure, questions: sure.questions.map(one => ({ ...one, certainty: 3 })) }
    expect(markIn(regrade(certain, [toKey(question, 'NOW', after)]), question)).toBe(-2)
    expect(markIn(regrade(certain, [toKey(question, 'EITHER', after)]), question)).toBeCloseTo(1 / 3, 12)
  })
})

describe('what counts otherwise', () => {
  const [one, two, three] = [single(1), single(2), single(5)] as const
  test('a dropped question counts nothing and the others share its weight', () => {
    const before = sheet([one, two, three], [0, 1, 0])
    expect(score(before.questions as never, before.keys, 0.7).mark).toBe(6 / 8)
    expect(regrade(before, [{ act: 'DROP', question: two.id, before: two }]).whole).toEqual({ mark: 1, passed: true })
  })
  test('what lost its only question has no mark, not a wrong one', () => {
    expect(regrade(sheet([one], [0]), [{ act: 'DROP', question: one.id, before: one }]).whole).toEqual({ mark: null, passed: null })
  })
  test('another weight weighs the marks anew; a pilot does not begin to count', () => {
    const before = sheet([one, two, three], [0, 0, 1])
    const { whole } = regrade(before, [{ act: 'POINTS', question: three.id, before: three, points: 1 }])
    expect(whole.mark).toBe(3 / 4)
    const pilot = { ...before, questions: before.questions.map(question => (question.id === three.id ? { ...question, points: 0 } : question)) }
    expect(regrade(pilot, [{ act: 'POINTS', question: three.id, before: three, points: 9 }]).whole.mark).toBe(1)
  })
  test('an essay that waits and is dropped waits no more', () => {
    const before = sheet([one, two], [0, 0])
    const waiting = { ...before, questions: before.questions.map(question => (question.id === two.id ? { ...question, mark: null } : question)) }
    expect(regrade(waiting, [{ act: 'DROP', question: two.id, before: two }]).whole.mark).toBe(1)
  })
  test('flips and changes are told', () => {
    expect(flipOf({ mark: 0.5, passed: false }, { mark: 0.8, passed: true })).toBe('TO_PASS')
    expect(flipOf({ mark: 0.8, passed: true }, { mark: 0.5, passed: false })).toBe('TO_FAIL')
    expect(flipOf({ mark: null, passed: null }, { mark: 0.5, passed: false })).toBeNull()
    expect(isChanged({ mark: 1, passed: true }, { mark: 1, passed: true }, [])).toBe(false)
    expect(isChanged({ mark: null, passed: null }, { mark: null, passed: null }, [{ question: 'a', before: { mark: 0, points: 1 }, after: { mark: 1, points: 1 }, kept: null }])).toBe(true)
  })
  test('the quiz asks on with the new key and weight, without what was dropped; a changed question is no copy any more', () => {
    const bank = { question: 'b', version: 1 }
    const list = [one, two, three].map(question => ({ ...question, bank }))
    const changes: RegradeChange[] = [{ act: 'DROP', question: one.id, before: one }, toKey(two, 'NONE', rightAt(two, 2)), { act: 'POINTS', question: three.id, before: three, points: 4 }]
    const after = questionsAfter(list, changes, () => false)
    expect(after.map(({ id, points, bank: copy }) => [id, points, copy])).toEqual([[two.id, 2, null], [three.id, 4, bank]])
    expect(after[0]!.choices.map(({ right }) => right)).toEqual([false, false, true])
  })
})

describe('whatever was answered', () => {
  type Case = { sheet: JudgedSheet; questions: Written[]; changes: RegradeChange[] }
  const anyCase: fc.Arbitrary<Case> = fc.record({
    picks: fc.array(fc.record({ picked: fc.option(fc.nat(2)), points: fc.integer({ min: 1, max: 8 }), people: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 5 }), tried: fc.array(fc.nat(2), { maxLength: 3 }), certainty: fc.option(fc.integer({ min: 1, max: 3 })) }), { minLength: 1, maxLength: 6 }),
    behaviour: fc.constantFrom(...behaviours), penalty: fc.constantFrom(0, 1 / 3, 1), seed: fc.nat(1e6),
    acts: fc.array(fc.record({ at: fc.nat(5), act: fc.constantFrom('KEY', 'POINTS', 'DROP'), policy: fc.constantFrom(...regradePolicies), right: fc.nat(2), points: fc.integer({ min: 1, max: 9 }) }), { maxLength: 4 }),
  }).map(({ picks, behaviour, penalty, seed, acts }) => {
    const questions = picks.map(({ points }) => single(points))
    const steps = picks.map(({ tried }, at) => tried.map((picked): Step => ({ at: new Date(0), kind: 'CHECK', answer: pick(questions[at]!, picked), certainty: null })))
    const base = sheet(questions, picks.map(({ picked }) => picked), { scoring: { behaviour, penalty }, steps, seed })
    const sure = base.questions.map(one => ({ ...one, certainty: picks[questions.findIndex(({ id }) => id === one.id)]!.certainty }))
    const scored = score(sure, base.keys, 0.7, base.scoring)
    const judged = sure.map((one, at) => {
      const people = picks[questions.findIndex(({ id }) => id === one.id)]!.people
      return { ...one, ...scored.questions[at]!, ...(people === null ? {} : { mark: people, marking: { mark: people } }) } as Judged
    })
    const seen = new Set<number>()
    const changes = acts.flatMap(({ at, act, policy, right, points }): RegradeChange[] => {
      const place = at % questions.length
      if (seen.has(place)) return []
      seen.add(place)
      const question = questions[place]!
      if (act === 'KEY') return [toKey(question, policy, rightAt(question, right))]
      return [act === 'DROP' ? { act, question: question.id, before: question } : { act: 'POINTS', question: question.id, before: question, points }]
    })
    return { sheet: { ...base, questions: judged }, questions, changes }
  })
  const holds = (law: (one: Case) => void) => fc.assert(fc.property(anyCase, law), { numRuns: 300 })
  const marks = (of: { questions: readonly Judged[] }) => Object.fromEntries(of.questions.map(({ id, mark, points }) => [id, [mark, points]]))

  test('judging anew by the same key is what it was live', () => holds(({ sheet: before, questions }) => {
    const same = questions.map(question => toKey(question, 'NOW', question))
    expect(marks(regrade(before, same))).toEqual(marks(before))
    expect(regrade(before, same).regraded.every(({ before: was, after }) => was.mark === after.mark)).toBe(true)
  }))
  test('twice is once', () => holds(({ sheet: before, changes }) => {
    const once = regrade(before, changes)
    const twice = regrade({ ...before, questions: once.questions, keys: once.keys }, changes)
    expect(twice.questions).toEqual(once.questions)
    expect(twice.whole).toEqual(once.whole)
    expect(twice.regraded.every(({ before: was, after }) => was.mark === after.mark && was.points === after.points)).toBe(true)
  }))
  test('full credit, and right before or now, take nothing from anybody', () => holds(({ sheet: before, questions, changes }) => {
    const kind = changes.map(change => (change.act === 'KEY' && change.policy === 'NOW' ? { ...change, policy: 'EITHER' as const } : change)).filter(({ act }) => act === 'KEY')
    const after = regrade(before, kind)
    for (const question of questions) expect(markIn(after, question)!).toBeGreaterThanOrEqual(markIn(before, question)!)
    expect(after.whole.mark!).toBeGreaterThanOrEqual(regrade(before, []).whole.mark! - 1e-12)
  }))
  test('what people gave stays theirs, or becomes full credit', () => holds(({ sheet: before, changes }) => {
    const after = regrade(before, changes)
    const full = new Set(changes.flatMap(change => (change.act === 'KEY' && change.policy === 'FULL_CREDIT' ? [change.question] : [])))
    before.questions.forEach((one, at) => { if (one.marking) expect(after.questions[at]).toMatchObject({ mark: full.has(one.id) ? 1 : one.mark, marking: one.marking }) })
  }))
  test('what is not named is as it was, and nothing answered is changed', () => holds(({ sheet: before, changes }) => {
    const after = regrade(before, changes)
    before.questions.forEach((one, at) => {
      const now = after.questions[at]!
      expect([now.id, now.answer, now.steps, now.text, now.choices]).toEqual([one.id, one.answer, one.steps, one.text, one.choices])
      if (!changes.some(({ question }) => question === one.id)) expect(now).toEqual(one)
    })
  }))
  test('the whole lies between 0 and 1 and is the mean of what counts', () => holds(({ sheet: before, changes }) => {
    const { questions, whole } = regrade(before, changes)
    const counting = questions.filter(({ points }) => points > 0)
    if (counting.length === 0) return expect(whole.mark).toBeNull()
    expect(whole.mark).toBe(markOf(counting as never))
    expect(whole.mark).toBeGreaterThanOrEqual(0)
    expect(whole.mark).toBeLessThanOrEqual(1)
  }))
  test('the order of the questions and of the changes changes no mark', () => fc.assert(fc.property(anyCase, fc.nat(1e6), ({ sheet: before, changes }, seed) => {
    const mixed = { ...before, questions: shuffled(before.questions, seeded(seed)) }
    const [a, b] = [regrade(before, changes), regrade(mixed, [...changes].reverse())]
    expect(marks(b)).toEqual(marks(a))
    expect(b.whole.mark ?? -1).toBeCloseTo(a.whole.mark ?? -1, 12)
  }), { numRuns: 300 }))
  test('all weights twice as large change no mark', () => holds(({ sheet: before, questions }) => {
    const doubled = regrade(before, questions.map((question): RegradeChange => ({ act: 'POINTS', question: question.id, before: question, points: question.points * 2 })))
    expect(doubled.whole.mark).toBeCloseTo(regrade(before, []).whole.mark!, 12)
  }))
})
