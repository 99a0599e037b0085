import type { Context } from '../../context.ts'
import type { UnitInput } from '../../graphql.ts'
import { line, read, z } from '../../lib/input.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { authorise } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { saveIf } from '../../lib/save.ts'
import { UnitModel, type UnitDoc } from '../model.ts'
import { peoplePolicy, unitPolicy } from '../policy.ts'

const shape = z.object({
  code: line(30).transform(code => code.toUpperCase()),
  name: line(160),
  shortName: line(60),
  active: z.boolean(),
})

const taken = (error: unknown): never => {
  throw isDuplicate(error, 'code') ? new Refusal('NOT_UNIQUE', {}, 'input.code') : error
}

export async function createUnit(ctx: Context, input: UnitInput): Promise<UnitDoc> {
  authorise(peoplePolicy, 'createUnit', ctx.viewer, ctx.viewer)
  const unit = await UnitModel.create(read(shape, input)).catch(taken)
  return ctx.load.unit.fresh(unit.toObject())
}

export async function updateUnit(ctx: Context, id: string, revision: number, input: UnitInput): Promise<UnitDoc> {
  const unit = await ctx.load.unit.get(id)
  authorise(unitPolicy, 'edit', ctx.viewer, unit)
  return ctx.load.unit.fresh(await saveIf<UnitDoc>(UnitModel, unit._id, { revision }, read(shape, input)).catch(taken))
}
