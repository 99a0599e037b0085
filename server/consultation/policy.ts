import { curriculumPolicy, type CurriculumDoc } from '../curriculum/index.ts'
import type { ConsultationAbilities } from '../graphql.ts'
import type { Policy } from '../lib/policy.ts'
import { hasIn, isOfPartner, isOfficer, readsAll, type Viewer } from '../viewer.ts'
import type { ConsultationDoc } from './model.ts'

type Asked = Pick<ConsultationDoc, 'partner' | 'units' | 'state'>

const asks = (viewer: Viewer, { partner }: { partner: unknown }) =>
  isOfficer(viewer) || hasIn(viewer, 'PARTNER_AUTHOR', 'PARTNER', partner) || hasIn(viewer, 'PARTNER_LEAD', 'PARTNER', partner)
const follows = (viewer: Viewer, { partner }: { partner: unknown }) => readsAll(viewer) || isOfPartner(viewer, partner)

/** Whether it is put to the viewer: to the people of its units, from the day it opens. */
export const isAsked = (viewer: Viewer, { units, state }: Asked): boolean =>
  (state === 'OPEN' || state === 'CLOSED') && viewer.unit !== null && units.some(unit => String(unit) === viewer.unit)

/** Who may ask about a curriculum's draft. */
export const askingPolicy: Policy<{ see: boolean; consult: boolean }, CurriculumDoc> = {
  see: curriculumPolicy.see,
  consult: asks,
}

/** Who may do what with a consultation, whatever state it is in: a wrong state is a refusal of its own. */
export const consultationPolicy: Policy<ConsultationAbilities, ConsultationDoc> = {
  see: (viewer, consultation) => follows(viewer, consultation) || isAsked(viewer, consultation),
  answer: isAsked,
  close: asks,
  cancel: asks,
  seeResults: follows,
  reply: asks,
}

/** What the viewer may do now: the same rules, in the state it is in. */
export const consultationAbilities: Policy<ConsultationAbilities, ConsultationDoc> = {
  see: consultationPolicy.see,
  answer: (viewer, consultation) => consultation.state === 'OPEN' && consultationPolicy.answer(viewer, consultation),
  close: (viewer, consultation) => consultation.state === 'OPEN' && consultationPolicy.close(viewer, consultation),
  cancel: (viewer, consultation) => consultation.state === 'PLANNED' && consultationPolicy.cancel(viewer, consultation),
  seeResults: (viewer, consultation) => consultation.state === 'CLOSED' && consultationPolicy.seeResults(viewer, consultation),
  reply: (viewer, consultation) => consultation.state === 'CLOSED' && consultationPolicy.reply(viewer, consultation),
}
