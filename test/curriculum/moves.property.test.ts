import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Context } from '../../server/context.ts'
import {
  approveCurriculum, archiveCurriculum, CurriculumVersionModel, editCurriculum, hashOf, publishCurriculum, returnCurriculum, reviseCurriculum, submitCurriculum,
  verifyHistory, withdrawCurriculum, type CurriculumDoc,
} from '../../server/curriculum/index.ts'
import { Refusal } from '../../server/lib/refusal.ts'
import { aScene, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => { scene = await aScene() }, 60_000)
afterAll(() => scene?.app.stop())

type State = CurriculumDoc['state']
type Who = 'author' | 'officer' | 'dean' | 'director' | 'auditor' | 'stranger'
type Act = 'edit' | 'submit' | 'withdraw' | 'return' | 'approve' | 'publish' | 'revise' | 'archive'
type Model = { state: State; approved: Set<'AGENCY' | 'PARTNER'>; versions: number; text: number }

/** DOMAIN §10.2 told once more, by hand: who may do what, from which states, and where it leads. */
const rules: Record<Act, { who: Who[]; from: State[]; does: (model: Model, who: Who) => void }> = {
  edit: { who: ['author', 'officer'], from: ['DRAFT', 'IN_REVIEW', 'APPROVED'], does: model => { model.state = 'DRAFT'; model.approved.clear(); model.text++ } },
  submit: { who: ['author', 'officer'], from: ['DRAFT'], does: model => { model.state = 'IN_REVIEW'; model.approved.clear() } },
  withdraw: { who: ['author', 'officer'], from: ['IN_REVIEW', 'APPROVED'], does: model => { model.state = 'DRAFT'; model.approved.clear() } },
  return: { who: ['officer', 'dean', 'director'], from: ['IN_REVIEW', 'APPROVED'], does: model => { model.state = 'DRAFT'; model.approved.clear() } },
  approve: {
    who: ['dean', 'director'], from: ['IN_REVIEW'],
    does(model, who) {
      model.approved.add(who === 'dean' ? 'PARTNER' : 'AGENCY')
      if (model.approved.size === 2) model.state = 'APPROVED'
    },
  },
  publish: { who: ['officer'], from: ['APPROVED'], does: model => { model.state = 'PUBLISHED'; model.versions++ } },
  revise: { who: ['author', 'officer'], from: ['PUBLISHED'], does: model => { model.state = 'DRAFT'; model.approved.clear() } },
  archive: { who: ['officer'], from: ['DRAFT', 'PUBLISHED'], does: model => { model.state = 'ARCHIVED' } },
}

function run(act: Act, ctx: Context, { _id, revision, hash }: CurriculumDoc, text: number): Promise<unknown> {
  const id = String(_id)
  switch (act) {
    case 'edit': return editCurriculum(ctx, id, revision, { references: [`Rujukan ${text}`] })
    case 'submit': return submitCurriculum(ctx, id, revision)
    case 'withdraw': return withdrawCurriculum(ctx, id)
    case 'return': return returnCurriculum(ctx, id, 'Alasan')
    case 'approve': return approveCurriculum(ctx, id, hash)
    case 'publish': return publishCurriculum(ctx, id, hash)
    case 'revise': return reviseCurriculum(ctx, id)
    case 'archive': return archiveCurriculum(ctx, id, 'Alasan')
  }
}

const mayNow = (act: Act, who: Who, { state, approved }: Model) => rules[act].who.includes(who) && rules[act].from.includes(state)
  && !(act === 'approve' && approved.has(who === 'dean' ? 'PARTNER' : 'AGENCY'))

const people: Who[] = ['author', 'officer', 'dean', 'director', 'auditor', 'stranger']
const acts = Object.keys(rules) as Act[]

/** Anybody tries anything; or, so that runs come far, one of the steps there are now. Putting away is final, and seldom. */
const steps = fc.array(fc.record({
  who: fc.constantFrom(...people), act: fc.constantFrom<Act>(...acts.filter(act => act !== 'archive'), 'edit', 'submit', 'approve', 'publish', 'revise'),
  lawful: fc.nat(99).map(number => number < 75), pick: fc.nat(999), away: fc.nat(39).map(number => number === 0),
}), { minLength: 20, maxLength: 40 })
type Step = { who: Who; act: Act; lawful: boolean; pick: number; away: boolean }

function chosen({ who, act, lawful, pick, away }: Step, model: Model): { who: Who; act: Act } {
  if (away) return { who, act: 'archive' }
  const there = people.flatMap(one => acts.filter(other => other !== 'archive' && mayNow(other, one, model)).map(other => ({ who: one, act: other })))
  const forward = there.filter(one => ['submit', 'approve', 'publish', 'revise'].includes(one.act))
  const list = [...there, ...forward, ...forward, ...forward]
  return lawful && list.length > 0 ? list[pick % list.length]! : { who, act }
}

/** Once the whole way, so that every state is reached in every run. */
const wholeWay: Step[] = ([['author', 'submit'], ['dean', 'approve'], ['director', 'approve'], ['officer', 'publish'], ['author', 'revise'], ['officer', 'edit']] as const)
  .map(([who, act]) => ({ who, act, lawful: false, pick: 0, away: false }))

test('random moves by random people never break the state table, an approval, a hash or the history', async () => {
  const reached = new Set<State>()
  await fc.assert(fc.asyncProperty(steps, async list => {
    const { id, curriculum } = await scene.begun()
    let before = curriculum
    const model: Model = { state: 'DRAFT', approved: new Set(), versions: 0, text: 0 }
    for (const step of list) {
      const { who, act } = chosen(step, model)
      const may = mayNow(act, who, model)
      const refused = await run(act, await scene.as(who), before, model.text + 1).then(() => null, (error: unknown) => error)
      expect([who, act, model.state, refused === null]).toEqual([who, act, model.state, may])
      if (refused) expect(refused).toBeInstanceOf(Refusal)
      else rules[act].does(model, who)
      const now = await scene.read(id)
      expect({ state: now.state, sides: now.approvals.map(({ side }) => side).sort(), versions: now.versionCount })
        .toEqual({ state: model.state, sides: [...model.approved].sort(), versions: model.versions })
      expect(now.hash).toBe(hashOf(now.content))
      expect(now.hash === before.hash).toBe(refused !== null || act !== 'edit')
      expect(now.approvals.every(approval => approval.hash === now.hash)).toBe(true)
      reached.add(now.state)
      before = now
    }
    const versions = await CurriculumVersionModel.find({ curriculum: id }).lean()
    expect(versions.every(version => version.approvals.length === 2 && version.approvals.every(({ hash }) => hash === version.hash))).toBe(true)
    expect(await verifyHistory(before)).toMatchObject({ intact: true })
  }), { numRuns: 20, examples: [[wholeWay]] })
  for (const state of ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED'] as const) expect(reached).toContain(state)
}, 240_000)
