import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import * as Y from 'yjs'
import { arrange, byKey, isKey, keyBetween } from '../../schema/studio/order.ts'
import { listOf, orderOf, rootOf, toContent } from '../../schema/studio/read.ts'
import { isElementId, listNames, lists, root, type ListName } from '../../schema/studio/shape.ts'
import { applyTextChange, spliceOf } from '../../schema/studio/text.ts'
import { addElement, applyContent, fill, moveElement, removeElement, toggleId } from '../../schema/studio/write.ts'
import type { Content } from '../../server/curriculum/index.ts'
import { aContent } from '../support/curriculum.ts'

const word = fc.stringMatching(/^[a-zéł😀]{1,12}( [a-z]{1,8}){0,3}$/u).map(text => text.normalize('NFC'))
const code = fc.stringMatching(/^[A-Z]{1,4}-[0-9]$/)
const maybe = fc.oneof(word, fc.constant(''))
const lines = fc.array(word, { maxLength: 4 })
const of = <T extends string>(...names: T[]) => fc.constantFrom(...names)

/** Any content within the limits, its references among its own outcomes. */
const contents: fc.Arbitrary<Content> = fc.tuple(fc.nat(5), fc.nat(4), fc.nat(4), fc.nat(4), fc.gen()).map(([outcomeCount, competencyCount, subjectCount, assessmentCount, gen]) => {
  const pick = <T>(arbitrary: fc.Arbitrary<T>) => gen(() => arbitrary)
  const outcomeIds = Array.from({ length: outcomeCount }, (_, at) => `o${at}`)
  const refs = () => pick(fc.shuffledSubarray(outcomeIds))
  const level = of('C1', 'C2', 'C3', 'C4', 'C5', 'C6')
  return {
    title: pick(word), kind: pick(fc.integer({ min: 1, max: 25 })), mode: pick(of('CLASSROOM', 'ONLINE', 'BLENDED')), audience: pick(maybe), summary: pick(maybe), faculty: pick(maybe),
    team: Array.from({ length: pick(fc.nat(3)) }, (_, at) => ({ id: `t${at}`, name: pick(word), institution: pick(maybe), role: pick(of('DEVELOPER', 'HEAD')) })),
    outcomes: outcomeIds.map(id => ({ id, code: pick(code), text: pick(word), level: pick(fc.option(level)), indicators: pick(lines) })),
    competencies: Array.from({ length: competencyCount }, (_, at) => ({
      id: `k${at}`, code: pick(code), name: pick(word), kind: pick(of('MANAGERIAL', 'TECHNICAL')), fromLevel: pick(fc.option(fc.constantFrom(1, 2))), toLevel: pick(fc.constantFrom(2, 3)),
      outcomes: refs(), need: pick(maybe),
    })),
    subjects: Array.from({ length: subjectCount }, (_, at) => ({
      id: `s${at}`, title: pick(word), description: pick(maybe), topics: pick(lines), hours: { theory: pick(fc.nat(400)), practice: pick(fc.nat(9)), field: 0 }, outcomes: refs(),
      activities: Array.from({ length: pick(fc.nat(3)) }, (__, inner) => ({
        id: `g${at}-${inner}`, title: pick(word), form: pick(of('THEORY', 'PRACTICE', 'FIELD')), stage: pick(of('OPENING', 'CORE')), minutes: pick(fc.nat(18_000)),
        facilitator: pick(maybe), participants: pick(maybe), method: pick(maybe), media: pick(maybe), outcomes: refs(),
      })),
    })),
    assessments: Array.from({ length: assessmentCount }, (_, at) => ({
      id: `a${at}`, kind: pick(of('QUIZ', 'PRACTICUM')), title: pick(word), subject: `s${pick(fc.nat(3))}`, outcomes: refs(), instructions: pick(maybe), weight: pick(fc.nat(100)),
      blueprint: Array.from({ length: pick(fc.nat(2)) }, (__, inner) => ({ id: `b${at}-${inner}`, outcome: `o${pick(fc.nat(5))}`, level: pick(level), items: pick(fc.integer({ min: 1, max: 200 })) })),
    })),
    references: pick(lines),
  }
})

const docOf = (content: Content) => {
  const doc = new Y.Doc()
  fill(doc, content)
  return doc
}
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const pull = (to: Y.Doc, from: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))

/** Everything that code elsewhere relies on. */
function expectValid(content: Content): void {
  for (const name of ['team', 'outcomes', 'competencies', 'subjects', 'assessments'] as const) {
    const ids = content[name].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every(isElementId)).toBe(true)
    expect(ids.length).toBeLessThanOrEqual(lists[name].max)
  }
  const outcomes = new Set(content.outcomes.map(({ id }) => id))
  const named = [...content.competencies, ...content.subjects, ...content.assessments, ...content.subjects.flatMap(({ activities }) => activities)].flatMap(one => one.outcomes)
  expect(named.every(id => outcomes.has(id))).toBe(true)
  expect(content.competencies.every(({ fromLevel, toLevel }) => (fromLevel ?? 0) <= toLevel)).toBe(true)
  const activities = content.subjects.flatMap(subject => subject.activities.map(({ id }) => id))
  expect(new Set(activities).size).toBe(activities.length)
}

describe('a content and its shared document', () => {
  test('any content comes back from its document as it went in', () => {
    fc.assert(fc.property(contents, content => {
      const { content: back, faults } = toContent(docOf(content))
      expect(back).toEqual(content)
      expect(faults).toEqual([])
    }), { numRuns: 150, endOnFailure: true })
  })

  test('an empty document is an empty content, and says what it lacks', () => {
    const { content, faults } = toContent(new Y.Doc())
    expect(content).toMatchObject({ title: '', kind: 3, mode: 'BLENDED', subjects: [], references: [] })
    expect(faults.length).toBeGreaterThan(0)
  })

  test('what leads from any content to any other leads a document there', () => {
    fc.assert(fc.property(contents, contents, (from, to) => {
      const doc = docOf(from)
      applyContent(doc, from, to)
      expect(toContent(doc).content).toEqual(to)
    }), { numRuns: 150, endOnFailure: true })
  })

  test('what is out of shape is mended and said, never thrown', () => {
    fc.assert(fc.property(fc.array(fc.tuple(
      fc.constantFrom(...listNames), fc.constantFrom('o1', 's1', 'g1', 'a1', 'zz', '../x', '__proto__'), fc.constantFrom('title', 'outcomes', 'of', 'at', 'kind', 'minutes', 'topics', 'xx'),
      fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.constant(undefined), fc.constant([1]), fc.constant({ a: 1 }), fc.constant('x'.repeat(9000))),
    ), { maxLength: 12 }), marks => {
      const doc = docOf(aContent())
      for (const [list, id, field, value] of marks) {
        const elements = listOf(doc, list)!
        const element = elements.get(id)
        if (element instanceof Y.Map) element.set(field, value)
        else elements.set(id, value as never)
      }
      expectValid(toContent(doc).content)
    }), { numRuns: 150, endOnFailure: true })
  })

  test('too long a text is cut between characters, and named', () => {
    const doc = docOf(aContent())
    ;(rootOf(doc).get('title') as Y.Text).insert(0, '😀'.repeat(101))
    const { content, faults } = toContent(doc)
    expect(content.title).toBe('😀'.repeat(100))
    expect(faults).toEqual([{ section: 'IDENTITY', element: null, field: 'title', code: 'TOO_LONG' }])
  })
})

describe('several people at once', () => {
  type Step = { who: number; what: number; list: ListName; a: number; b: number; text: string }
  const steps = fc.array(fc.record<Step>({
    who: fc.nat(2), what: fc.nat(6), list: fc.constantFrom('outcomes', 'subjects', 'activities', 'assessments', 'blueprint'), a: fc.nat(9), b: fc.nat(9), text: fc.stringMatching(/^[a-z ]{0,6}$/),
  }), { maxLength: 60 })
  const holderOf = (doc: Y.Doc, list: ListName, n: number) => {
    const { of: held } = lists[list]
    const ids = held ? orderOf(doc, held) : []
    return held ? ids[n % ids.length] ?? null : null
  }

  function act(doc: Y.Doc, { what, list, a, b, text, who }: Step, at: number, dead: Set<string>, born: Map<string, string | null>) {
    const of = holderOf(doc, list, b)
    if (lists[list].of && !of) return
    const ids = orderOf(doc, list, of)
    const id = ids[a % ids.length]
    if (what === 0) {
      const fresh = `n${who}-${at}`
      addElement(doc, list, { id: fresh, title: text, outcomes: orderOf(doc, 'outcomes').slice(0, 1) }, { of, at: a % (ids.length + 1) })
      born.set(fresh, of)
    } else if (!id) return
    else if (what === 1) {
      dead.add(id)
      for (const inner of listNames.filter(name => lists[name].of === list)) orderOf(doc, inner, id).forEach(one => dead.add(one))
      removeElement(doc, list, id)
    } else if (what === 2) moveElement(doc, list, id, b % ids.length)
    else if (what === 3 && lists[list].of) {
      const other = holderOf(doc, list, a)!
      moveElement(doc, list, id, 0, other)
      born.set(id, other)
    } else if (what === 4) {
      const set = listOf(doc, list)!.get(id)!.get('outcomes')
      const outcome = orderOf(doc, 'outcomes')[b % 3]
      if (set instanceof Y.Map && outcome) toggleId(set, outcome, text.length > 3)
    } else {
      const field = Object.entries(lists[list].fields).find(([, { is }]) => is === 'text')?.[0]
      const held = field ? listOf(doc, list)!.get(id)!.get(field) as Y.Text : null
      if (held) held.insert(Math.min(b, held.length), text)
    }
  }

  test('whatever three people do at once, all three end with the same valid content, and nothing is there twice', () => {
    fc.assert(fc.property(contents, steps, fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 20 }), (content, all, pulls) => {
      const start = docOf(content)
      const docs = [copyOf(start), copyOf(start), copyOf(start)]
      all.forEach((step, at) => {
        act(docs[step.who]!, step, at, new Set(), new Map())
        const [to, from] = pulls[at % (pulls.length || 1)] ?? [0, 0]
        if (to !== from && at % 3 === 0) pull(docs[to]!, docs[from]!)
      })
      for (let round = 0; round < 2; round++) for (const to of docs) for (const from of docs) if (to !== from) pull(to, from)
      const [first, second, third] = docs.map(doc => toContent(doc))
      expect(second).toEqual(first)
      expect(third).toEqual(first)
      expectValid(first!.content)
    }), { numRuns: 200, endOnFailure: true })
  })

  test('what nobody took away is still there, whatever was moved and put in around it', () => {
    fc.assert(fc.property(contents, steps, (content, all) => {
      const start = docOf(content)
      const docs = [copyOf(start), copyOf(start), copyOf(start)]
      const dead = new Set<string>()
      const born = new Map<string, string | null>()
      all.forEach((step, at) => act(docs[step.who]!, step, at, dead, born))
      for (let round = 0; round < 2; round++) for (const to of docs) for (const from of docs) if (to !== from) pull(to, from)
      const held = toContent(docs[0]!).content
      const there = new Set([...held.outcomes, ...held.subjects, ...held.assessments, ...held.subjects.flatMap(one => one.activities), ...held.assessments.flatMap(one => one.blueprint)].map(({ id }) => id))
      const lost = [...born].filter(([id, of]) => !dead.has(id) && !(of && dead.has(of)) && !there.has(id))
      // Moved to two holders at once, it is with one of them; if that one was taken away, it went with it.
      const orphans = listNames.flatMap(list => [...(listOf(docs[0]!, list)?.entries() ?? [])]).filter(([, element]) => dead.has(element.get('of') as string)).map(([id]) => id)
      expect(lost.map(([id]) => id).filter(id => !orphans.includes(id))).toEqual([])
    }), { numRuns: 200, endOnFailure: true })
  })

  test('two who move one activity at once, to two subjects, leave it in one of them', () => {
    const start = docOf(aContent())
    const [a, b] = [copyOf(start), copyOf(start)]
    moveElement(a, 'activities', 'g3', 0, 's1')
    moveElement(b, 'activities', 'g3', 0)
    pull(a, b)
    pull(b, a)
    expect(toContent(a)).toEqual(toContent(b))
    expect(toContent(a).content.subjects.flatMap(({ activities }) => activities.filter(({ id }) => id === 'g3'))).toHaveLength(1)
  })

  test('a change sent by another way leaves what others write at the same time', () => {
    const from = aContent()
    const doc = docOf(from)
    const text = listOf(doc, 'outcomes')!.get('o1')!.get('text') as Y.Text
    text.insert(text.length, ' dengan santun')
    addElement(doc, 'outcomes', { id: 'o9', code: 'CP-9', text: 'Baru' }, { at: 1 })
    const to = aContent({ outcomes: [{ ...from.outcomes[1]! }, { ...from.outcomes[0]!, text: 'Dapat menjelaskan layanan.' }] })
    applyContent(doc, from, to)
    const { outcomes } = toContent(doc).content
    expect(outcomes.map(({ id }) => id)).toEqual(['o2', 'o1', 'o9'])
    expect(outcomes[1]!.text).toBe('Dapat menjelaskan layanan. dengan santun')
  })
})

describe('the parts', () => {
  test('a key lies between its neighbours', () => {
    fc.assert(fc.property(fc.array(fc.nat(30), { maxLength: 200 }), places => {
      const keys: string[] = []
      for (const place of places) {
        const at = place % (keys.length + 1)
        const key = keyBetween(keys[at - 1] ?? '', keys[at] ?? null)
        keys.splice(at, 0, key)
      }
      expect(keys.every((key, at) => at === 0 || keys[at - 1]! < key)).toBe(true)
    }))
  })

  test('things are arranged as wanted, whatever their keys were', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(99)), fc.array(fc.oneof(fc.constantFrom('V', 'W', '', 'V5'), fc.string({ maxLength: 3 }))), (ids, keys) => {
      const wanted = ids.map((id, at) => ({ id: String(id), key: isKey(keys[at]) ? keys[at] : '' }))
      const changed = arrange(wanted)
      const placed = wanted.map(({ id, key }) => ({ id, key: changed.get(id) ?? key }))
      expect([...placed].sort(byKey).map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
    }))
  })

  test('moving one of many writes one key', () => {
    const keys = [...'ABCDEFGH'].map(key => ({ id: key, key }))
    expect(arrange([keys[7]!, ...keys.slice(0, 7)]).size).toBe(1)
  })

  test('a splice makes the one text of the other, and cuts no character in half', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (from, to) => {
      const splice = spliceOf(from, to) ?? { at: 0, gone: 0, put: '' }
      expect(from.slice(0, splice.at) + splice.put + from.slice(splice.at + splice.gone)).toBe(to)
      expect(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(splice.put)).toBe(false)
    }))
  })

  test('a change of text finds its place among what others wrote', () => {
    const doc = new Y.Doc()
    const text = doc.getText('t')
    text.insert(0, 'Baru: Menjelaskan layanan publik. Lebih banyak.')
    applyTextChange(text, 'Menjelaskan layanan publik.', 'Menjelaskan standar layanan publik.')
    expect(String(text)).toBe('Baru: Menjelaskan standar layanan publik. Lebih banyak.')
  })

  test('every field of the table has room for what a content may hold', () => {
    expect(Object.keys(root)).toEqual(['title', 'kind', 'mode', 'audience', 'summary', 'faculty', 'references'])
  })
})
