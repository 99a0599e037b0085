import type { Context } from '../../context.ts'
import { dayOf } from '../../lib/days.ts'
import { delegationsInForce } from '../domain/delegation.ts'
import type { CurriculumDoc } from '../model.ts'

/** The curriculum with those delegations alone that hold today: what policies judge, which know no clock. */
export const asOfNow = <C extends Pick<CurriculumDoc, 'delegations'>>(ctx: Pick<Context, 'now'>, curriculum: C): C =>
  ({ ...curriculum, delegations: delegationsInForce(curriculum.delegations ?? [], dayOf(ctx.now())) })
