import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import type { CurriculumSection } from '../../graphql.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { matrixOf, sectionText, type SignOffCell } from '../domain/signOffs.ts'
import { CurriculumChangeModel, type CurriculumChangeDoc, type CurriculumDoc } from '../model.ts'
import { reviewSidesOf } from '../policy.ts'
import { change } from './change.ts'
import { sha256 } from './hash.ts'

/** The sign-off matrix of a curriculum as it now is. */
export const signOffCells = ({ signOffs, content }: Pick<CurriculumDoc, 'signOffs' | 'content'>): SignOffCell[] => {
  const hashes = new Map<CurriculumSection, string>()
  const hashOf = (section: CurriculumSection) => {
    const hash = hashes.get(section) ?? sha256(sectionText(content, section))
    hashes.set(section, hash)
    return hash
  }
  return matrixOf(signOffs ?? [], hashOf)
}

/**
 * A reviewer's word, for the viewer's side, that a section is right as it is (`hash` of what was read). Only in review.
 * Four eyes: whoever made the section's last change leaves it to another of the side. Given once it stands until the
 * section changes, also through a return; given again it is the same.
 */
export const signOffSection = (ctx: Context, id: string, section: CurriculumSection, hash: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'signOff', async curriculum => {
    inReview(curriculum)
    const cells = own(ctx, curriculum, section)
    if (cells.some(cell => cell.hash !== hash)) throw new Refusal('STALE', { sections: [section] })
    const cell = cells.find(({ given, stale }) => !given || stale)
    if (!cell) return null
    const by = signedIn(ctx.viewer)
    if ((await lastHands(curriculum, section)).includes(by)) throw new Refusal('OWN_CHANGE', { section })
    const { side } = cell
    const others = curriculum.signOffs.filter(one => one.section !== section || one.side !== side)
    return {
      set: { signOffs: [...others, { section, side, by: new Types.ObjectId(by), at: ctx.now(), hash }] },
      tells: [{ kind: 'signOff', facts: { section, side, hash } }],
    }
  })

/** Takes back what one said of a section oneself. Sent twice, it is taken back once. */
export const takeBackSignOff = (ctx: Context, id: string, section: CurriculumSection): Promise<CurriculumDoc> =>
  change(ctx, id, 'signOff', curriculum => {
    inReview(curriculum)
    const by = signedIn(ctx.viewer)
    const mine = curriculum.signOffs.filter(one => one.section === section && String(one.by) === by)
    if (mine.length === 0) return null
    return {
      set: { signOffs: curriculum.signOffs.filter(one => !mine.includes(one)) },
      tells: mine.map(({ side, hash }) => ({ kind: 'takeBack' as const, facts: { section, side, hash } })),
    }
  })

function inReview({ state }: CurriculumDoc): void {
  if (state !== 'IN_REVIEW') throw new Refusal('WRONG_STATE', { state, move: 'signOff' })
}

const own = (ctx: Context, curriculum: CurriculumDoc, section: CurriculumSection): SignOffCell[] => {
  const sides = reviewSidesOf(ctx.viewer, curriculum)
  return signOffCells(curriculum).filter(cell => cell.section === section && sides.includes(cell.side))
}

/** Whose hands the section's last change was made by; several when people wrote it together. */
async function lastHands({ _id }: CurriculumDoc, section: CurriculumSection): Promise<string[]> {
  const last = await CurriculumChangeModel.findOne({ curriculum: _id, sections: section }).sort({ _id: -1 }).lean<CurriculumChangeDoc>()
  const edits = (last?.edits ?? []).filter(edit => edit.section === section)
  return edits.length > 0 ? edits.map(({ by }) => String(by)) : last ? [String(last.by)] : []
}
