import type { Viewer } from '../viewer.ts'
import { Refusal } from './refusal.ts'

/** One rule for each ability of the SDL's `…Abilities` type: leave one out and it does not compile. */
export type Policy<Abilities, Thing> = {
  [Ability in Exclude<keyof Abilities, '__typename'>]: (viewer: Viewer, thing: Thing) => boolean
}

type Rules<Thing> = Record<string, (viewer: Viewer, thing: Thing) => boolean>
type ThingOf<P> = P extends Record<keyof P, (viewer: Viewer, thing: infer Thing) => boolean> ? Thing : never

/**
 * Passes if the rule allows it. Otherwise refuses: UNAUTHENTICATED to the signed out, NOT_FOUND for what may not even
 * be seen, FORBIDDEN for the rest.
 */
export function authorise<P extends object>(policy: P, ability: keyof P & string, viewer: Viewer, thing: ThingOf<P>): void {
  signedIn(viewer)
  const rules = policy as Rules<ThingOf<P>>
  if (rules[ability]!(viewer, thing)) return
  if (rules.see && !rules.see(viewer, thing)) throw new Refusal('NOT_FOUND')
  throw new Refusal('FORBIDDEN')
}

/** The viewer's id. Refuses the signed out, and those who must choose a password of their own first. */
export function signedIn(viewer: Viewer): string {
  if (!viewer.id) throw new Refusal('UNAUTHENTICATED')
  if (viewer.mustChangePassword) throw new Refusal('PASSWORD_CHANGE_REQUIRED')
  return viewer.id
}

/** The thing itself if the viewer may see it, else null: what a query by id answers. */
export function ifSeen<Thing>(policy: { see: (viewer: Viewer, thing: Thing) => boolean }, viewer: Viewer, thing: Thing | null): Thing | null {
  return thing && policy.see(viewer, thing) ? thing : null
}

/** Field resolvers that answer `viewerCan` from the very rules that mutations are judged by. */
export function abilityResolvers<Abilities, Thing>(policy: Policy<Abilities, Thing>) {
  const entries = Object.entries(policy as unknown as Rules<Thing>).map(([ability, rule]) => [
    ability, (thing: Thing, _: unknown, ctx: { viewer: Viewer }) => rule(ctx.viewer, thing),
  ])
  return Object.fromEntries(entries) as {
    [Ability in Exclude<keyof Abilities, '__typename'>]: (thing: Thing, args: unknown, ctx: { viewer: Viewer }) => boolean
  }
}

/** A Mongo filter that matches nothing; `{ person: null }` would match rows that have no person. */
export const none = { _id: { $in: [] } }
