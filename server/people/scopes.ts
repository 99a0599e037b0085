import mongoose from 'mongoose'
import type { Context } from '../context.ts'
import type { ScopeKind } from '../graphql.ts'
import type { ScopeDoc } from './model.ts'

/**
 * The things a role can be granted in. People stands above partners and classes and may not import them, so it asks the
 * store by the model's name; each of those models has a `name`.
 */
const models: Record<Exclude<ScopeKind, 'AGENCY'>, string> = { UNIT: 'Unit', PARTNER: 'Partner', CLASS: 'Class' }

export async function scopeExists(kind: ScopeKind, id: string): Promise<boolean> {
  return kind !== 'AGENCY' && (await mongoose.model(models[kind]).exists({ _id: id })) !== null
}

/** The scope's name; null for the whole agency. */
export async function labelOfScope(ctx: Context, { kind, scope }: ScopeDoc): Promise<string | null> {
  if (kind === 'AGENCY' || !scope) return null
  if (kind === 'UNIT') return (await ctx.load.unit.find(scope))?.name ?? null
  const doc = await mongoose.model(models[kind]).findById(scope).select('name').lean<{ name: string }>()
  return doc?.name ?? null
}
