import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CurriculumModel, type CurriculumDoc } from '../../server/curriculum/index.ts'
import { ThreadModel } from '../../server/discussion/index.ts'
import { NoticeModel } from '../../server/notice/index.ts'
import type { PartnerDoc } from '../../server/partner/index.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aCurriculum } from '../support/curriculum.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson, type RoleIn } from '../support/people.ts'

let app: TestApp
let ours: PartnerDoc
const people: Record<string, PersonDoc> = {}
const as: Record<string, Client> = {}

beforeAll(async () => {
  app = await startTestApp()
  ours = await aPartner({ shortName: 'USU' })
  const theirs = await aPartner()
  const roles: Record<string, RoleIn[]> = {
    officer: [['CURRICULUM_OFFICER']], director: [['AGENCY_SIGNATORY']], author: [['PARTNER_AUTHOR', 'PARTNER', ours._id]], dean: [['PARTNER_SIGNATORY', 'PARTNER', ours._id]],
    stranger: [['PARTNER_AUTHOR', 'PARTNER', theirs._id]], learner: [['LEARNER']], auditor: [['AUDITOR']],
  }
  for (const [name, held] of Object.entries(roles)) {
    people[name] = await aPerson({ name: `Demo ${name}`, roles: held })
    as[name] = await app.client(people[name])
  }
}, 60_000)
afterAll(() => app?.stop())

const THREAD = `{ id state label gone section element suggestion { field from to now standing state organisation decidedOrganisation reason pieces { kind text } }
  comments { id text deleted organisation side by { id } earlier { text } editedAt mentions { id } viewerCanEdit } history { act organisation } viewerCan { comment resolve reopen accept decline withdraw rebase } }`
const OPEN = `mutation ($id: ID!, $input: NewThreadInput!) { openThread(curriculum: $id, input: $input) ${THREAD} }`
const ADD = `mutation ($t: ID!, $text: String!, $m: [ID!]! = []) { addComment(thread: $t, text: $text, mentions: $m) ${THREAD} }`
const EDIT = `mutation ($t: ID!, $c: ID!, $text: String!, $m: [ID!]! = []) { editComment(thread: $t, comment: $c, text: $text, mentions: $m) ${THREAD} }`
const DELETE = `mutation ($t: ID!, $c: ID!) { deleteComment(thread: $t, comment: $c) ${THREAD} }`
const move = (name: string) => `mutation ($t: ID!) { ${name}(thread: $t) ${THREAD} }`
const DECLINE = `mutation ($t: ID!, $reason: String!) { declineSuggestion(thread: $t, reason: $reason) ${THREAD} }`
const REBASE = `mutation ($t: ID!, $from: String!, $to: String!) { rebaseSuggestion(thread: $t, from: $from, to: $to) ${THREAD} }`
const GET = `query ($t: ID!) { thread(id: $t) ${THREAD} }`
const PATCH = 'mutation ($id: ID!, $revision: Int!, $patch: CurriculumPatch!) { editCurriculum(curriculum: $id, revision: $revision, patch: $patch) { revision } }'

const idOf = ({ _id }: CurriculumDoc) => String(_id)
const draftOf = async (id: string) => (await CurriculumModel.findById(id).lean<CurriculumDoc>())!
const begin = async (who: Client, id: string, input: object) => (await who.ok(OPEN, { id, input: { text: 'Mohon dibahas.', ...input } })).openThread
const outcome = { section: 'OUTCOMES', element: 'o1' }
const rewording = { field: 'text', from: 'Menjelaskan layanan.', to: 'Menguraikan layanan publik.' }

describe('a thread', () => {
  test('stands at its element, says who speaks for whom, and is told to those who take part', async () => {
    const id = idOf(await aCurriculum(ours))
    const thread = await begin(as.author!, id, outcome)
    expect(thread).toMatchObject({ state: 'OPEN', gone: false, label: expect.stringContaining('Menjelaskan layanan'), comments: [{ organisation: 'USU', side: 'PARTNER' }] })
    const { addComment } = await as.officer!.ok(ADD, { t: thread.id, text: 'Setuju.' })
    expect(addComment.comments[1]).toMatchObject({ organisation: app.services.env.AGENCY_NAME, side: 'AGENCY' })
    const notice = await NoticeModel.findOne({ person: people.author!._id, kind: 'DISCUSSION_REPLY' }).sort({ _id: -1 }).lean()
    expect(notice).toMatchObject({ link: `/kurikulum/${id}/diskusi?utas=${thread.id}`, facts: { text: 'Setuju.' } })
  })

  test('sent twice is there once; a comment too', async () => {
    const id = idOf(await aCurriculum(ours))
    const first = await begin(as.author!, id, outcome)
    expect((await begin(as.author!, id, outcome)).id).toBe(first.id)
    await as.officer!.ok(ADD, { t: first.id, text: 'Ya.' })
    expect((await as.officer!.ok(ADD, { t: first.id, text: 'Ya.' })).addComment.comments).toHaveLength(2)
    expect(await ThreadModel.countDocuments({ curriculum: id })).toBe(1)
  })

  test('of an element that is taken away stays, under the name it had', async () => {
    const id = idOf(await aCurriculum(ours))
    const { id: t } = await begin(as.author!, id, { section: 'SUBJECTS', element: 's2' })
    const [kept] = (await draftOf(id)).content.subjects
    const { hours, ...rest } = kept!
    await as.author!.ok(PATCH, { id, revision: 0, patch: { subjects: [{ ...rest, ...hours, activities: [] }] } })
    expect((await as.officer!.ok(GET, { t })).thread).toMatchObject({ gone: true, label: 'Perbaikan layanan', state: 'OPEN' })
    expect(await as.officer!.refused(OPEN, { id, input: { section: 'SUBJECTS', element: 's2', text: 'Lagi.' } })).toBe('ELEMENT_GONE')
  })

  test('is spoken in while it is open, and may be opened again', async () => {
    const { id: t } = await begin(as.author!, idOf(await aCurriculum(ours)), {})
    await as.dean!.ok(move('resolveThread'), { t })
    expect((await as.officer!.send(ADD, { t, text: 'Masih ada.' })).refusal).toMatchObject({ code: 'WRONG_STATE' })
    const { reopenThread } = await as.officer!.ok(move('reopenThread'), { t })
    expect(reopenThread.history.map(({ act }: { act: string }) => act)).toEqual(['open', 'resolve', 'reopen'])
    await as.officer!.ok(ADD, { t, text: 'Masih ada.' })
  })

  test('eight answers at once: none is lost unsaid', async () => {
    const { id: t } = await begin(as.author!, idOf(await aCurriculum(ours)), {})
    const who = [as.officer!, as.dean!, as.director!, as.author!]
    const said = await Promise.all(Array.from({ length: 8 }, (_, n) => who[n % 4]!.send(ADD, { t, text: `Suara ${n}` })))
    const kept = (await as.officer!.ok(GET, { t })).thread.comments.length - 1
    expect(kept).toBe(said.filter(({ refusal }) => !refusal).length)
    expect(said.every(({ refusal }) => !refusal || refusal.code === 'STALE')).toBe(true)
  })
})

describe('one’s own comment', () => {
  test('is changed with what it said before kept, and deleted with a trace', async () => {
    const { id: t, comments: [{ id: c }] } = await begin(as.author!, idOf(await aCurriculum(ours)), {})
    const { editComment } = await as.author!.ok(EDIT, { t, c, text: 'Mohon dibahas segera.' })
    expect(editComment.comments[0]).toMatchObject({ text: 'Mohon dibahas segera.', earlier: [{ text: 'Mohon dibahas.' }], editedAt: expect.any(String) })
    const { deleteComment } = await as.author!.ok(DELETE, { t, c })
    expect(deleteComment.comments).toMatchObject([{ text: '', deleted: true, earlier: [], viewerCanEdit: false }])
    expect((await ThreadModel.findById(t).lean())!.comments[0]).toMatchObject({ text: 'Mohon dibahas segera.' })
  })

  test('is nobody else’s to change, not the officer’s either', async () => {
    const { id: t, comments: [{ id: c }] } = await begin(as.author!, idOf(await aCurriculum(ours)), {})
    for (const who of ['officer', 'dean', 'director']) {
      expect(await as[who]!.refused(EDIT, { t, c, text: 'Diubah' })).toBe('FORBIDDEN')
      expect(await as[who]!.refused(DELETE, { t, c })).toBe('FORBIDDEN')
    }
  })
})

describe('naming people', () => {
  const NAMES = 'query ($id: ID!, $search: String) { mentionable(curriculum: $id, search: $search) { side organisation person { id fullName } } }'
  test('only those who take part are offered, the viewer left out', async () => {
    const id = idOf(await aCurriculum(ours))
    const { mentionable } = await as.author!.ok(NAMES, { id })
    expect(mentionable.map(({ person }: any) => person.id).sort()).toEqual(['officer', 'director', 'dean'].map(name => String(people[name]!._id)).sort())
    expect((await as.author!.ok(NAMES, { id, search: 'dean' })).mentionable).toMatchObject([{ side: 'PARTNER', organisation: 'USU' }])
  })

  test('who is named is told, once, and not told as a reply too', async () => {
    const { id: t } = await begin(as.author!, idOf(await aCurriculum(ours)), { mentions: [String(people.director!._id)] })
    const { addComment } = await as.author!.ok(ADD, { t, text: 'Bagaimana @Demo director?', m: [String(people.director!._id)] })
    const told = await NoticeModel.find({ person: people.director!._id, key: `thread:${t}:${addComment.comments[1].id}` }).lean()
    expect(told.map(({ kind }) => kind)).toEqual(['DISCUSSION_MENTION'])
  })

  test('ATTACK: naming an outsider would carry the text to them: refused', async () => {
    const id = idOf(await aCurriculum(ours))
    for (const who of ['stranger', 'learner', 'auditor']) {
      const { refusal } = await as.author!.send(OPEN, { id, input: { text: 'Lihat', mentions: [String(people[who]!._id)] } })
      expect(refusal).toMatchObject({ code: 'NOT_MENTIONABLE', field: 'input.mentions' })
    }
    expect(await NoticeModel.countDocuments({ person: { $in: [people.stranger!._id, people.learner!._id] } })).toBe(0)
  })

  test('ATTACK: the list of names is no directory for others', async () => {
    const id = idOf(await aCurriculum(ours))
    for (const who of ['stranger', 'learner']) expect(await as[who]!.refused(NAMES, { id })).toBe('NOT_FOUND')
    expect(await as.auditor!.refused(NAMES, { id })).toBe('FORBIDDEN')
  })
})

describe('a suggestion', () => {
  test('accepted, changes the draft by an edit, and says whose it was and who took it', async () => {
    const id = idOf(await aCurriculum(ours))
    const { id: t, suggestion } = await begin(as.author!, id, { ...outcome, suggestion: rewording })
    expect(suggestion).toMatchObject({ standing: 'CURRENT', state: 'PENDING', organisation: 'USU' })
    expect(suggestion.pieces.some(({ kind }: any) => kind === 'ADDED')).toBe(true)
    const { acceptSuggestion } = await as.officer!.ok(move('acceptSuggestion'), { t })
    expect(acceptSuggestion).toMatchObject({ state: 'RESOLVED', suggestion: { state: 'ACCEPTED', organisation: 'USU', decidedOrganisation: app.services.env.AGENCY_NAME, standing: 'SAME' } })
    const draft = await draftOf(id)
    expect(draft.content.outcomes[0]!.text).toBe('Menguraikan layanan publik.')
    await as.officer!.ok(move('acceptSuggestion'), { t })
    expect((await draftOf(id)).revision).toBe(draft.revision)
    expect(await NoticeModel.countDocuments({ person: people.author!._id, kind: 'SUGGESTION_ACCEPTED', key: `thread:${t}:decided` })).toBe(1)
  })

  test('of a number, and of a line that is added', async () => {
    const id = idOf(await aCurriculum(ours))
    const { id: hours } = await begin(as.dean!, id, { section: 'SUBJECTS', element: 's2', suggestion: { field: 'practice', from: '6', to: '08' } })
    const { id: line } = await begin(as.dean!, id, { section: 'REFERENCES', suggestion: { field: 'references', from: '', to: 'PP 96/2012' } })
    for (const t of [hours, line]) await as.author!.ok(move('acceptSuggestion'), { t })
    const { content } = await draftOf(id)
    expect(content.subjects[1]!.hours.practice).toBe(8)
    expect(content.references).toEqual(['UU 25/2009', 'PP 96/2012'])
  })

  test('never overwrites what changed since: it is outdated until it is written anew', async () => {
    const id = idOf(await aCurriculum(ours))
    const { id: t } = await begin(as.author!, id, { ...outcome, suggestion: rewording })
    const { content } = await draftOf(id)
    await as.officer!.ok(PATCH, { id, revision: 0, patch: { outcomes: content.outcomes.map(one => (one.id === 'o1' ? { ...one, text: 'Menilai layanan.' } : one)) } })
    expect((await as.officer!.ok(GET, { t })).thread.suggestion).toMatchObject({ standing: 'OUTDATED', now: 'Menilai layanan.' })
    expect((await as.officer!.send(move('acceptSuggestion'), { t })).refusal).toMatchObject({ code: 'SUGGESTION_OUTDATED', facts: { now: 'Menilai layanan.' } })
    expect((await draftOf(id)).content.outcomes[0]!.text).toBe('Menilai layanan.')
    expect(await as.author!.refused(REBASE, { t, from: 'Menjelaskan layanan.', to: 'Lain' })).toBe('SUGGESTION_OUTDATED')
    await as.author!.ok(REBASE, { t, from: 'Menilai layanan.', to: 'Menilai layanan publik.' })
    await as.officer!.ok(move('acceptSuggestion'), { t })
    expect((await draftOf(id)).content.outcomes[0]!.text).toBe('Menilai layanan publik.')
  })

  test('accepted by two at once is put in once', async () => {
    const id = idOf(await aCurriculum(ours))
    const { id: t } = await begin(as.dean!, id, { section: 'REFERENCES', suggestion: { field: 'references', from: '', to: 'Perpres 95/2018' } })
    await Promise.all([as.officer!, as.author!, as.officer!, as.author!].map(who => who.send(move('acceptSuggestion'), { t })))
    expect((await draftOf(id)).content.references.filter(line => line === 'Perpres 95/2018')).toHaveLength(1)
    expect((await as.officer!.ok(GET, { t })).thread.suggestion.state).toBe('ACCEPTED')
  })

  test('withdraws a draft in review, as any edit would', async () => {
    const id = idOf(await aCurriculum(ours))
    const { id: t } = await begin(as.author!, id, { ...outcome, suggestion: rewording })
    await CurriculumModel.updateOne({ _id: id }, { state: 'IN_REVIEW' })
    await as.officer!.ok(move('acceptSuggestion'), { t })
    expect((await draftOf(id)).state).toBe('DRAFT')
  })

  test('is declined with a reason, and then no longer to be accepted', async () => {
    const { id: t } = await begin(as.author!, idOf(await aCurriculum(ours)), { ...outcome, suggestion: rewording })
    expect((await as.officer!.send(DECLINE, { t, reason: ' ' })).refusal).toMatchObject({ code: 'REQUIRED', field: 'reason' })
    await as.officer!.ok(DECLINE, { t, reason: 'Terlalu luas.' })
    expect(await as.author!.refused(move('acceptSuggestion'), { t })).toBe('WRONG_STATE')
  })

  test('is answered before its thread is resolved, and taken back only by who made it', async () => {
    const { id: t } = await begin(as.author!, idOf(await aCurriculum(ours)), { ...outcome, suggestion: rewording })
    expect(await as.officer!.refused(move('resolveThread'), { t })).toBe('WRONG_STATE')
    expect(await as.officer!.refused(move('withdrawSuggestion'), { t })).toBe('FORBIDDEN')
    await as.author!.ok(move('withdrawSuggestion'), { t })
    await as.officer!.ok(move('resolveThread'), { t })
  })

  test.each([
    ['of a field that cannot be', { ...outcome, suggestion: { field: 'id', from: 'o1', to: 'x' } }, 'NOT_SUGGESTIBLE', 'input.suggestion.field'],
    ['of what the draft does not say', { ...outcome, suggestion: { ...rewording, from: 'Yang lain' } }, 'SUGGESTION_OUTDATED', 'input.suggestion.from'],
    ['that says the same', { ...outcome, suggestion: { ...rewording, to: ' Menjelaskan layanan. ' } }, 'SUGGESTION_SAME', 'input.suggestion.to'],
    ['of an outcome without words', { ...outcome, suggestion: { ...rewording, to: ' ' } }, 'REQUIRED', 'input.suggestion.to'],
    ['of hours beyond all measure', { section: 'SUBJECTS', element: 's2', suggestion: { field: 'practice', from: '6', to: '9999' } }, 'OUT_OF_RANGE', 'input.suggestion.to'],
    ['of hours that are no number', { section: 'SUBJECTS', element: 's2', suggestion: { field: 'practice', from: '6', to: 'enam' } }, 'INVALID', 'input.suggestion.to'],
  ])('%s is refused', async (_, input, code, field) => {
    const id = idOf(await aCurriculum(ours))
    expect((await as.author!.send(OPEN, { id, input: { text: 'Usul.', ...input } })).refusal).toMatchObject({ code, field })
  })

  test('ATTACK: who only signs cannot edit by accepting their own suggestion', async () => {
    const { id: t } = await begin(as.dean!, idOf(await aCurriculum(ours)), { ...outcome, suggestion: rewording })
    for (const who of ['dean', 'director', 'auditor']) expect(await as[who]!.refused(move('acceptSuggestion'), { t })).toBe('FORBIDDEN')
  })
})

describe('who does not see the curriculum', () => {
  test('ATTACK: finds no thread by its id, in any way', async () => {
    const id = idOf(await aCurriculum(ours))
    const { id: t } = await begin(as.author!, id, { ...outcome, suggestion: rewording })
    for (const who of ['stranger', 'learner']) {
      expect((await as[who]!.ok(GET, { t })).thread).toBeNull()
      for (const name of ['resolveThread', 'reopenThread', 'acceptSuggestion', 'withdrawSuggestion']) expect(await as[who]!.refused(move(name), { t })).toBe('NOT_FOUND')
      expect(await as[who]!.refused(ADD, { t, text: 'x' })).toBe('NOT_FOUND')
      expect(await as[who]!.refused(OPEN, { id, input: { text: 'x' } })).toBe('NOT_FOUND')
    }
    expect((await as.auditor!.ok(GET, { t })).thread.viewerCan).toMatchObject({ comment: false, accept: false })
  })
})

test('lists are filtered, and counted by element', async () => {
  const id = idOf(await aCurriculum(ours))
  await begin(as.author!, id, outcome)
  await begin(as.officer!, id, { ...outcome, text: 'Lain lagi.', suggestion: rewording })
  const { id: closed } = await begin(as.dean!, id, { text: 'Umum.' })
  await as.dean!.ok(move('resolveThread'), { t: closed })
  const LIST = 'query ($id: ID!, $filter: ThreadFilter) { curriculum(id: $id) { openThreads threads(filter: $filter) { total } threadCounts { section element open resolved pending } } }'
  const total = async (filter: object) => (await as.author!.ok(LIST, { id, filter })).curriculum.threads.total
  expect(await total({})).toBe(3)
  expect(await total({ state: 'OPEN' })).toBe(2)
  expect(await total({ mine: true })).toBe(1)
  expect(await total({ suggestions: true })).toBe(1)
  expect(await total({ section: 'OUTCOMES', element: 'o2' })).toBe(0)
  const { curriculum } = await as.author!.ok(LIST, { id })
  expect(curriculum.openThreads).toBe(2)
  expect(curriculum.threadCounts).toEqual(expect.arrayContaining([{ section: 'OUTCOMES', element: 'o1', open: 2, resolved: 0, pending: 1 }, { section: null, element: null, open: 0, resolved: 1, pending: 0 }]))
})
