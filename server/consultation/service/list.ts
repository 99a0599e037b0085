import type { Context } from '../../context.ts'
import type { CurriculumDoc } from '../../curriculum/index.ts'
import { emptyPage, pageOf, type Page, type PageArgs } from '../../lib/page.ts'
import { signedIn } from '../../lib/policy.ts'
import { consultedElements, readingMinutes } from '../domain/reading.ts'
import type { ElementOutcome } from '../domain/results.ts'
import { ConsultationModel, type ConsultationDoc } from '../model.ts'
import { askingPolicy, consultationPolicy } from '../policy.ts'

export { readingMinutes }

/** Those put to the viewer: open ones, closed ones, or both. */
export async function myConsultations(ctx: Context, open: boolean | null, page: PageArgs): Promise<Page<ConsultationDoc>> {
  signedIn(ctx.viewer)
  if (!ctx.viewer.unit) return emptyPage
  const states = open === null ? ['OPEN', 'CLOSED'] : [open ? 'OPEN' : 'CLOSED']
  return pageOf<ConsultationDoc>(ConsultationModel, { units: ctx.viewer.unit, state: { $in: states } }, page)
}

/** Those about a curriculum, to who sees it. */
export const consultationsOf = (curriculum: CurriculumDoc, page: PageArgs): Promise<Page<ConsultationDoc>> =>
  pageOf<ConsultationDoc>(ConsultationModel, { curriculum: curriculum._id }, page)

/** A consultation by its id, to who may see it. */
export async function findConsultation(ctx: Context, id: string): Promise<ConsultationDoc | null> {
  const consultation = await ctx.load.consultation.find(id)
  return consultation && consultationPolicy.see(ctx.viewer, consultation) ? consultation : null
}

export const mayConsult = (ctx: Context, curriculum: CurriculumDoc): boolean =>
  curriculum.state !== 'PUBLISHED' && curriculum.state !== 'ARCHIVED' && askingPolicy.consult(ctx.viewer, curriculum)

export const elementsTo = ({ content }: ConsultationDoc) => consultedElements(content)
export const labelIn = ({ content }: ConsultationDoc, { section, element }: Pick<ElementOutcome, 'section' | 'element'>): string =>
  consultedElements(content).find(one => one.section === section && one.element === element)?.label ?? ''

/** The draft has changed since. */
export const isOutdated = async (ctx: Context, { curriculum, hash }: ConsultationDoc): Promise<boolean> =>
  (await ctx.load.curriculum.find(curriculum))?.hash !== hash
