import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { read } from '../../lib/input.ts'
import { signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { canonical } from '../domain/canonical.ts'
import { problemsOf } from '../domain/problems.ts'
import { trainingKindOf } from '../domain/trainingKinds.ts'
import { isEditable } from '../domain/workflow.ts'
import { reasonShape } from '../input.ts'
import type { CurriculumDoc } from '../model.ts'
import { change } from './change.ts'

/** Writes why a warning is accepted, for the facts it has now; an empty reason takes it back. Sent twice, it stands once. */
export const waiveWarning = (ctx: Context, id: string, code: string, at: string | null, why: string): Promise<CurriculumDoc> =>
  change(ctx, id, 'waive', ({ state, content, waivers }) => {
    const reason = read(reasonShape, why, 'reason')
    if (!isEditable(state)) throw new Refusal('WRONG_STATE', { state, move: 'edit' })
    const warning = problemsOf(content, trainingKindOf(content.kind)).find(one => one.severity === 'WARNING' && one.code === code && one.at === at)
    if (!warning) throw new Refusal('NO_SUCH_WARNING', { code })
    const facts = canonical(warning.facts)
    const [same] = waivers.filter(one => one.code === code && one.at === at)
    if ((same?.facts === facts && same.reason === reason) || (!same && !reason)) return null
    const others = waivers.filter(one => one !== same)
    const given = { code, at, facts, reason: reason ?? '', by: new Types.ObjectId(signedIn(ctx.viewer)), on: ctx.now() }
    return { set: { waivers: reason ? [...others, given] : others }, tells: [{ kind: 'waive', facts: { code, at, reason } }] }
  })
