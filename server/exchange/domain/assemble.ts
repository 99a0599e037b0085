import type { CurriculumPatch } from '../../graphql.ts'
import type { ActivityContent, AssessmentContent, Content, SubjectContent } from '../../curriculum/index.ts'
import type { Draft } from './draft.ts'
import { nowhere, type Findings, type Place } from './findings.ts'
import { Ids } from './ids.ts'
import { loosely } from './names.ts'

/** A draft joined to a curriculum: the content that would result, and where in the file each part of it stands. */
export type Assembled = { content: Content; places: ReadonlyMap<string, Place> }

/** A content with nothing in it, for what is to be new. */
export const blank: Content = {
  title: '', kind: 0, mode: 'BLENDED', audience: '', summary: '', faculty: '', team: [], outcomes: [], competencies: [], subjects: [], assessments: [], references: [],
}

/**
 * Joins what a file says to what is there: things keep their ids where the file names these, or where code or title say
 * which one is meant; references are resolved; lists the file is silent about stay as they are.
 */
export function assemble(draft: Draft, base: Content, findings: Findings): Assembled {
  const places = new Map<string, Place>()
  const ids = new Ids(base, draft, findings)
  const at = <T extends { place: Place }>(path: string, things: readonly T[] | null) => things?.forEach(({ place }, index) => places.set(`${path}.${index}`, place))

  const codes = codesFor(draft, base)
  const outcomes = draft.outcomes?.map(({ place, ...one }, index) => ({
    ...one, code: codes[index]!, id: ids.of('o', one.id, place, base.outcomes.find(({ code }) => loosely(code) === loosely(codes[index]!))),
  })) ?? base.outcomes
  at('outcomes', draft.outcomes)
  const outcome = resolver(outcomes, ({ code }) => code)
  const refs = (texts: readonly string[], place: Place) => [...new Set(texts.flatMap(text => {
    const found = outcome(text)
    if (!found.known) findings.add('WARNING', 'IMPORT_REFERENCE_UNKNOWN', place, { value: text.slice(0, 80) })
    return found.id ?? []
  }))]

  const team = draft.team?.map(({ place, ...one }) => ({ ...one, id: ids.of('t', one.id, place, base.team.find(({ name }) => loosely(name) === loosely(one.name))) })) ?? base.team
  at('team', draft.team)
  const competencies = draft.competencies?.map(({ place, ...one }) => ({
    ...one, outcomes: refs(one.outcomes, place), id: ids.of('k', one.id, place, base.competencies.find(({ code }) => loosely(code) === loosely(one.code))),
  })) ?? base.competencies
  at('competencies', draft.competencies)

  const subjects = subjectsOf(draft, base, { ids, refs, findings, places })
  const assessments = assessmentsOf(draft, base, subjects, { ids, refs, findings, places, outcome })
  at('references', draft.references)
  return {
    places,
    content: {
      title: draft.identity.title ?? base.title, kind: draft.identity.kind ?? base.kind, mode: draft.identity.mode ?? base.mode,
      audience: draft.identity.audience ?? base.audience, summary: draft.identity.summary ?? base.summary, faculty: draft.identity.faculty ?? base.faculty,
      team, outcomes, competencies, subjects, assessments, references: draft.references?.map(({ text }) => text) ?? base.references,
    },
  }
}

type Joining = { ids: Ids; refs(texts: readonly string[], place: Place): string[]; findings: Findings; places: Map<string, Place> }

function subjectsOf(draft: Draft, base: Content, { ids, refs, findings, places }: Joining): SubjectContent[] {
  const subjects = draft.subjects?.map(({ place, theory, practice, field, ...one }, index): SubjectContent => {
    places.set(`subjects.${index}`, place)
    const before = base.subjects.find(({ id, title }) => (one.id ? id === one.id : loosely(title) === loosely(one.title)))
    return { ...one, id: ids.of('s', one.id, place, before), hours: { theory, practice, field }, outcomes: refs(one.outcomes, place), activities: draft.activities ? [] : before?.activities ?? [] }
  }) ?? base.subjects.map(subject => ({ ...subject, activities: draft.activities ? [] : subject.activities }))
  const subject = resolver(subjects, ({ title }) => title)
  for (const { place, subject: of, ...one } of draft.activities ?? []) {
    const parent = subjects.find(({ id }) => id === subject(of).id)
    if (!parent) {
      findings.add('ERROR', 'IMPORT_PARENT_UNKNOWN', place, { value: of.slice(0, 80) })
      continue
    }
    places.set(`subjects.${subjects.indexOf(parent)}.activities.${parent.activities.length}`, place)
    const before = base.subjects.find(({ id }) => id === parent.id)?.activities.find(({ title }) => loosely(title) === loosely(one.title))
    const activity: ActivityContent = { ...one, id: ids.of('x', one.id, place, before), outcomes: refs(one.outcomes, place) }
    parent.activities.push(activity)
  }
  return subjects
}

function assessmentsOf(draft: Draft, base: Content, subjects: readonly SubjectContent[], { ids, refs, findings, places, outcome }: Joining & { outcome: Resolve }): AssessmentContent[] {
  const subject = resolver(subjects, ({ title }) => title)
  const assessments = draft.assessments?.map(({ place, ...one }, index): AssessmentContent => {
    places.set(`assessments.${index}`, place)
    const found = subject(one.subject)
    if (!found.known) findings.add(found.id ? 'WARNING' : 'ERROR', 'IMPORT_PARENT_UNKNOWN', place, { value: one.subject.slice(0, 80) })
    const before = base.assessments.find(({ id, title }) => (one.id ? id === one.id : loosely(title) === loosely(one.title)))
    return { ...one, id: ids.of('a', one.id, place, before), subject: found.id ?? '', outcomes: refs(one.outcomes, place), blueprint: draft.blueprint ? [] : before?.blueprint ?? [] }
  }) ?? base.assessments.map(assessment => ({ ...assessment, blueprint: draft.blueprint ? [] : assessment.blueprint }))
  const assessment = resolver(assessments, ({ title }) => title)
  for (const { place, assessment: of, outcome: to, ...one } of draft.blueprint ?? []) {
    const parent = assessments.find(({ id }) => id === assessment(of).id)
    const aim = outcome(to)
    if (!parent) findings.add('ERROR', 'IMPORT_PARENT_UNKNOWN', place, { value: of.slice(0, 80) })
    if (!aim.known) findings.add(aim.id ? 'WARNING' : 'ERROR', 'IMPORT_REFERENCE_UNKNOWN', place, { value: to.slice(0, 80) })
    if (!parent || !aim.id) continue
    places.set(`assessments.${assessments.indexOf(parent)}.blueprint.${parent.blueprint.length}`, place)
    const before = base.assessments.find(({ id }) => id === parent.id)?.blueprint.find(row => row.outcome === aim.id && row.level === one.level)
    parent.blueprint.push({ ...one, id: ids.of('b', one.id, place, before), outcome: aim.id })
  }
  return assessments
}

type Resolve = (text: string) => { id: string | null; known: boolean }

/**
 * What a reference means: `#` and an id, or a code or title. An id of nothing is kept, for a draft may hold such; a text that
 * names nothing has no id.
 */
function resolver<T extends { id: string }>(things: readonly T[], textOf: (thing: T) => string): Resolve {
  const byId = new Set(things.map(({ id }) => id))
  const byText = new Map<string, string>()
  for (const thing of [...things].reverse()) byText.set(loosely(textOf(thing)), thing.id)
  return text => {
    const [, id] = /^#([A-Za-z0-9_-]{1,40})$/.exec(text) ?? []
    if (id) return { id, known: byId.has(id) }
    const found = byText.get(loosely(text)) ?? (byId.has(text) ? text : null)
    return { id: found, known: found !== null }
  }
}

/** A code for each outcome: its own, that of the same sentence in what is there, or the next of the series CP-1, CP-2 … */
function codesFor({ outcomes }: Draft, base: Content): string[] {
  const taken = new Set([...(outcomes ?? []), ...base.outcomes].map(({ code }) => loosely(code)))
  let number = 0
  return (outcomes ?? []).map(({ code, text }) => {
    const same = base.outcomes.find(one => one.text === text)?.code
    if (code || same) return code || same!
    do number++
    while (taken.has(`cp-${number}`))
    return `CP-${number}`
  })
}

/** The whole content as a patch: all sections, each whole. */
export function patchOf({ title, kind, mode, audience, summary, faculty, subjects, ...lists }: Content): CurriculumPatch {
  return { identity: { title, kind, mode, audience, summary, faculty }, ...lists, subjects: subjects.map(({ hours, ...subject }) => ({ ...subject, ...hours })) }
}

/** Where in the file a fault of the patch lies: the longest known part of its path. */
export function placeOf(path: string, places: ReadonlyMap<string, Place>): Place {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length--) {
    const place = places.get(parts.slice(0, length).join('.'))
    if (place) return place
  }
  return nowhere
}
