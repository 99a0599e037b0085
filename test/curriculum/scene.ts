import { actAs, type Context } from '../../server/context.ts'
import { createCurriculum, CurriculumModel, editCurriculum, type CurriculumDoc } from '../../server/curriculum/index.ts'
import type { PartnerDoc } from '../../server/partner/index.ts'
import type { PersonDoc } from '../../server/people/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { aContent } from '../support/curriculum.ts'
import { aPartner } from '../support/partner.ts'
import { aPerson, type RoleIn } from '../support/people.ts'

const roles = {
  officer: ['CURRICULUM_OFFICER'], secondOfficer: ['CURRICULUM_OFFICER'], director: ['AGENCY_SIGNATORY'], auditor: ['AUDITOR'], learner: ['LEARNER'],
  author: ['PARTNER_AUTHOR'], secondAuthor: ['PARTNER_AUTHOR'], dean: ['PARTNER_SIGNATORY'], lead: ['PARTNER_LEAD'],
} as const
type Who = keyof typeof roles | 'stranger'

export type Scene = {
  app: TestApp; ours: PartnerDoc; theirs: PartnerDoc
  people: Record<Who, PersonDoc>; clients: Record<Who, Client>
  as(who: Who): Promise<Context>
  /** A draft begun and written through the services, so that its history is whole. */
  begun(): Promise<{ id: string; curriculum: CurriculumDoc }>
  read(id: string): Promise<CurriculumDoc>
  /** Moves the clock, or sets it right again, and signs everybody in anew: sessions do not last that long. */
  wait(days: number | null): Promise<void>
}

let count = 0

/** A partner's curriculum and everybody around it, on a server of its own. */
export async function aScene(): Promise<Scene> {
  const app = await startTestApp()
  const [ours, theirs] = [await aPartner(), await aPartner()]
  const people = {} as Record<Who, PersonDoc>
  const clients = {} as Record<Who, Client>
  for (const [who, [role]] of Object.entries(roles) as [Who, readonly [RoleIn[0]]][]) {
    people[who] = await aPerson({ roles: [role.startsWith('PARTNER') ? [role, 'PARTNER', ours._id] : [role]] })
  }
  people.stranger = await aPerson({ roles: [['PARTNER_AUTHOR', 'PARTNER', theirs._id], ['PARTNER_SIGNATORY', 'PARTNER', theirs._id]] })
  const signIn = async () => { for (const who of Object.keys(people) as Who[]) clients[who] = await app.client(people[who]) }
  await signIn()
  const as = (who: Who) => actAs(app.services, String(people[who]._id))
  const read = async (id: string) => (await CurriculumModel.findById(id).lean<CurriculumDoc>())!
  return {
    app, ours, theirs, people, clients, as, read,
    async wait(days) {
      if (days === null) app.clock.set(new Date())
      else app.clock.advance(days * 86_400_000)
      await signIn()
    },
    async begun() {
      const ctx = await as('author')
      const { title, kind, mode, audience, summary, faculty, team, outcomes, competencies, assessments, references, subjects } = aContent()
      const begun = await createCurriculum(ctx, { partner: String(ours._id), code: `PLT-REV-${String(++count).padStart(3, '0')}`, title, kind, mode })
      const id = String(begun._id)
      const flat = subjects.map(({ hours, ...subject }) => ({ ...subject, ...hours }))
      const curriculum = await editCurriculum(ctx, id, begun.revision, {
        identity: { title, kind, mode, audience, summary, faculty }, team, outcomes, competencies, subjects: flat, assessments, references,
      })
      return { id, curriculum }
    },
  }
}
