import { describe, expect, test } from '@jest/globals'
import { curricula } from '../../server/seed/curricula/index.ts'
import { agreements, partners } from '../../server/seed/partners.ts'
import { learners, people, staff } from '../../server/seed/people.ts'
import { units } from '../../server/seed/units.ts'

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
const unique = (things: readonly string[]) => new Set(things).size === things.length

/** Hours of each curriculum: theory, practice, field practice. */
const hours: Record<string, [number, number, number]> = {
  'PLT-PLY-01': [14, 18, 8],
  'PLT-DAT-02': [14, 22, 4],
  'PLT-KIN-03': [10, 12, 2],
  'PLT-KEU-04': [16, 18, 6],
  'PLT-PBJ-05': [12, 17, 3],
  'PLT-KOM-06': [9, 15, 0],
  'PLT-HKM-07': [17, 19, 4],
  'PLT-GIS-08': [13, 25, 10],
  'PLT-MPR-09': [8, 14, 2],
  'PLT-SOS-10': [8, 8, 4],
  'PLT-DIS-11': [7, 10, 3],
  'PLT-INO-12': [10, 17, 5],
}

const full = ['PLT-PLY-01', 'PLT-KIN-03', 'PLT-DIS-11']
const tags = new Set(['h3', 'h4', 'p', 'ul', 'ol', 'li', 'strong', 'em', 'blockquote', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a'])

/** What is wrong with a body of HTML: unknown tags, attributes other than a link's, tags not closed in order. */
function faults(html: string): string[] {
  const found: string[] = []
  const open: string[] = []
  for (const [, closing, name = '', rest = ''] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>/g)) {
    if (!tags.has(name)) found.push(`<${name}>`)
    if (closing) {
      if (open.pop() !== name) found.push(`</${name}> out of order`)
      continue
    }
    open.push(name)
    if (name === 'a' ? !/^ href="https:\/\/[^"]+"$/.test(rest) : rest !== '') found.push(`<${name}${rest}>`)
  }
  return [...found, ...open.map((name) => `<${name}> is not closed`)]
}

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').split(/\s+/).filter(Boolean).length

test('the twelve curricula come in the order of their numbers', () => {
  expect(curricula.map((one) => one.code)).toEqual(Object.keys(hours))
})

describe.each(curricula.map((one) => [one.code, one] as const))('%s', (code, one) => {
  const outcomes = one.outcomes.map((outcome) => outcome.code)
  const assessed = new Map(one.assessments.map((assessment) => [assessment.code, assessment]))

  test('has the hours of its programme', () => {
    expect([
      sum(one.subjects.map((subject) => subject.hours.theory)),
      sum(one.subjects.map((subject) => subject.hours.practice)),
      sum(one.subjects.map((subject) => subject.hours.field)),
    ]).toEqual(hours[code])
  })

  test('teaches and assesses every outcome, and names no other', () => {
    expect(unique(outcomes)).toBe(true)
    expect(outcomes.length).toBeGreaterThanOrEqual(4)
    expect(outcomes.length).toBeLessThanOrEqual(6)
    expect([...new Set(one.subjects.flatMap((subject) => subject.outcomes))].sort()).toEqual([...outcomes].sort())
    expect([...new Set(one.assessments.flatMap((assessment) => assessment.outcomes))].sort()).toEqual([...outcomes].sort())
  })

  test('weighs quizzes and practicums to 100 each', () => {
    for (const kind of ['QUIZ', 'PRACTICUM']) {
      expect(sum(one.assessments.filter((assessment) => assessment.kind === kind).map((assessment) => assessment.weight))).toBe(100)
    }
  })

  test('sets a practicum for every subject with practice', () => {
    expect(unique(one.assessments.map((assessment) => assessment.code))).toBe(true)
    for (const assessment of one.assessments) expect(one.subjects[assessment.subject]).toBeDefined()
    one.subjects.forEach((subject, index) => {
      if (subject.hours.practice + subject.hours.field === 0) return
      expect(one.assessments.some((assessment) => assessment.kind === 'PRACTICUM' && assessment.subject === index)).toBe(true)
    })
  })

  test('fills every assessment once, with what its kind asks', () => {
    expect([...one.quizzes, ...(one.exams ?? [])].map((quiz) => quiz.assessment)).toEqual(one.assessments.filter(({ kind }) => kind === 'QUIZ').map((each) => each.code))
    expect(one.practicums.map((each) => each.assessment)).toEqual(
      one.assessments.filter(({ kind }) => kind === 'PRACTICUM').map((each) => each.code),
    )
    expect([...one.quizzes, ...one.practicums].every((each) => assessed.has(each.assessment))).toBe(true)
  })

  test('has lessons to read in every subject', () => {
    const least = full.includes(code) ? [2, 340] : [1, 75]
    for (const subject of one.subjects) {
      expect(subject.lessons.length).toBeGreaterThanOrEqual(least[0]!)
      for (const lesson of subject.lessons) {
        if (lesson.kind === 'TEXT') expect([lesson.title, words(lesson.body) >= least[1]!]).toEqual([lesson.title, true])
        else expect(lesson.url).toMatch(/^https:\/\//)
      }
    }
  })

  test('writes HTML that the sanitiser keeps', () => {
    const bodies = [...one.subjects.flatMap((subject) => subject.lessons.map((lesson) => lesson.body)), ...one.practicums.map((each) => each.instructions)]
    expect(bodies.flatMap(faults)).toEqual([])
  })

  test('asks questions that have a right answer', () => {
    for (const quiz of one.quizzes) {
      expect(quiz.questions.length).toBeGreaterThanOrEqual(full.includes(code) ? 8 : 5)
      expect(new Set(quiz.questions.map((question) => question.kind)).size).toBe(5)
      for (const question of quiz.questions) {
        expect(question.points).toBeGreaterThan(0)
        expect(question.feedback).toBeTruthy()
        if (question.kind === 'SINGLE_CHOICE' || question.kind === 'MULTIPLE_CHOICE') {
          const right = question.choices.filter((choice) => choice.right).length
          expect(unique(question.choices.map((choice) => choice.text))).toBe(true)
          expect(question.choices.length).toBeGreaterThanOrEqual(3)
          if (question.kind === 'SINGLE_CHOICE') expect([question.text, right]).toEqual([question.text, 1])
          else expect(right).toBeGreaterThanOrEqual(1)
          if (question.kind === 'MULTIPLE_CHOICE') expect(right).toBeLessThan(question.choices.length)
        }
        if (question.kind === 'SHORT_ANSWER') expect(question.accepted.length).toBeGreaterThan(0)
        if (question.kind === 'NUMERIC') expect(question.tolerance).toBeGreaterThanOrEqual(0)
      }
    }
  })

  test('judges practicums by rubrics that weigh 100, four levels each', () => {
    for (const { rubric } of one.practicums) {
      expect(rubric.criteria.length).toBeGreaterThanOrEqual(3)
      expect(rubric.criteria.length).toBeLessThanOrEqual(5)
      expect(sum(rubric.criteria.map((criterion) => criterion.weight))).toBe(100)
      for (const criterion of rubric.criteria) {
        expect(criterion.levels.map((level) => level.points)).toEqual([1, 2, 3, 4])
        expect(criterion.levels.map((level) => level.label)).toEqual(['Kurang', 'Cukup', 'Baik', 'Sangat Baik'])
        expect(unique(criterion.levels.map((level) => level.description))).toBe(true)
      }
    }
  })

  test('is made with a partner of the demo', () => {
    expect(partners.map((partner) => partner.key)).toContain(one.partner)
  })
})

describe('people', () => {
  const nips = people.flatMap((person) => (person.nip ? [person.nip] : []))

  test('are 30 PNS and 18 PPPK, and the staff', () => {
    expect(learners.filter((learner) => learner.kind === 'PNS')).toHaveLength(30)
    expect(learners.filter((learner) => learner.kind === 'PPPK')).toHaveLength(18)
    expect(people).toHaveLength(learners.length + staff.length)
    expect(unique(people.map((person) => person.key))).toBe(true)
    expect(unique(people.map((person) => person.email))).toBe(true)
    for (const person of people) expect(person.email).toMatch(/^[a-z0-9.]+@demo\.pembina\.example$/)
  })

  test('have NIPs of their own, from the sequences kept for the demo', () => {
    expect(unique(nips)).toBe(true)
    expect(unique(nips.map((nip) => nip.slice(15)))).toBe(true)
    for (const nip of nips) expect(Number(nip.slice(15))).toBeGreaterThanOrEqual(901)
  })

  test.each(people.flatMap((person) => (person.nip ? [[person.key, person] as const] : [])))('%s has a valid NIP', (_, person) => {
    const [, year, month, day, start, counter, gender] = /^(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})([12])(\d{3})$/.exec(person.nip!)!.map(Number)
    const birth = new Date(Date.UTC(year!, month! - 1, day!))
    expect([birth.getUTCFullYear(), birth.getUTCMonth() + 1, birth.getUTCDate()]).toEqual([year, month, day])
    expect(gender).toBe(person.gender === 'L' ? 1 : 2)
    if (person.kind === 'PNS') {
      expect(counter).toBeGreaterThanOrEqual(1)
      expect(counter).toBeLessThanOrEqual(12)
      expect(person.rank).toMatch(/^(I|II|III|IV)\/[a-e]$/)
    } else {
      expect(counter).toBeGreaterThanOrEqual(20)
      expect(start).toBeGreaterThanOrEqual(2019)
      expect(person.rank).toMatch(/^[IVX]+$/)
    }
    // Of age, and not too old, on the day of appointment.
    expect(start! - year!).toBeGreaterThanOrEqual(18)
    expect(start! - year!).toBeLessThanOrEqual(46)
  })

  test('belong to units and partners that exist', () => {
    const codes = units.map((unit) => unit.code)
    const keys: string[] = partners.map((partner) => partner.key)
    expect(unique(codes)).toBe(true)
    expect(units).toHaveLength(10)
    for (const person of people) {
      if (person.unit) expect(codes).toContain(person.unit)
      expect(person.grants.length).toBeGreaterThan(0)
      for (const { scope } of person.grants) {
        if (scope.kind === 'UNIT') expect(codes).toContain(scope.ref)
        if (scope.kind === 'PARTNER') expect(keys).toContain(scope.ref)
      }
    }
  })

  test('give every partner a lead, an author and a signatory', () => {
    for (const { key } of partners) {
      for (const role of ['PARTNER_LEAD', 'PARTNER_AUTHOR', 'PARTNER_SIGNATORY']) {
        expect(staff.some((person) => person.grants.some((grant) => grant.role === role && grant.scope.ref === key))).toBe(true)
      }
    }
  })
})

describe('agreements', () => {
  const byNumber = new Map(agreements.map((agreement) => [agreement.numberAgency, agreement]))
  const rest = { KSB: null, PKS: 'KSB', IA: 'PKS' } as const

  test('have numbers of their own that say they are a demo', () => {
    expect(byNumber.size).toBe(agreements.length)
    expect(unique(agreements.map((agreement) => agreement.numberPartner))).toBe(true)
    for (const agreement of agreements) {
      expect(agreement.numberAgency).toMatch(/^DEMO\//)
      expect(agreement.numberPartner).toMatch(/^DEMO\//)
      expect(agreement.scope.length).toBeGreaterThan(0)
    }
  })

  test('rest on an agreement of the right kind with the same partner, and lie within its time', () => {
    for (const agreement of agreements) {
      expect(agreement.startsInDays).toBeLessThan(agreement.endsInDays)
      const parent = agreement.parent === null ? null : byNumber.get(agreement.parent)
      expect(parent?.kind ?? null).toBe(rest[agreement.kind])
      if (!parent) continue
      expect(parent.partner).toBe(agreement.partner)
      expect(agreement.startsInDays).toBeGreaterThanOrEqual(parent.startsInDays)
      expect([agreement.numberAgency, agreement.endsInDays <= parent.endsInDays]).toEqual([agreement.numberAgency, true])
    }
  })

  test('let every partner teach for 300 days, on a KSB that lasts longer still', () => {
    for (const { key } of partners) {
      const lasting = agreements.filter(
        (one) => one.partner === key && one.kind === 'PKS' && one.state === 'ACTIVE' && one.startsInDays <= 0 && one.endsInDays >= 300,
      )
      expect(lasting.length).toBeGreaterThanOrEqual(1)
      for (const one of lasting) expect(byNumber.get(one.parent!)!.endsInDays).toBeGreaterThan(one.endsInDays)
    }
  })

  test('show a KSB about to end, a PKS that has ended, and an old KSB that no PKS followed', () => {
    expect(agreements.some((one) => one.kind === 'KSB' && one.endsInDays === 60)).toBe(true)
    expect(agreements.some((one) => one.kind === 'PKS' && one.endsInDays < 0)).toBe(true)
    expect(
      agreements.some((one) => one.kind === 'KSB' && one.startsInDays < -365 && one.endsInDays > 0 && !agreements.some((other) => other.parent === one.numberAgency)),
    ).toBe(true)
  })
})
