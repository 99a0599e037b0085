import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { checkPatch, CurriculumModel, type Content, type CurriculumDoc } from '../../curriculum/index.ts'
import type { NewThreadInput } from '../../graphql.ts'
import { read, z } from '../../lib/input.ts'
import { inTransaction, isId } from '../../lib/mongo.ts'
import { authorise, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { findElement, patchOf, valuesOf, withValue, type Place } from '../domain/elements.ts'
import { nowOf, standingOf } from '../domain/suggestion.ts'
import { threadShape } from '../input.ts'
import { ThreadModel, type SuggestionDoc, type ThreadDoc } from '../model.ts'
import { discussionPolicy } from '../policy.ts'
import { refuseArchived, speakerOf, withParticipants } from './change.ts'
import { readMentions } from './mentionable.ts'
import { tellOfComment } from './tell.ts'

/**
 * Begins a thread at an element of the draft, or about the whole. Refuses with ELEMENT_GONE when there is no such
 * element. Sent twice in a row, it is there once.
 */
export async function openThread(ctx: Context, id: string, input: NewThreadInput): Promise<ThreadDoc> {
  const curriculum = isId(id) ? await CurriculumModel.findById(id).lean<CurriculumDoc>() : null
  if (!curriculum) {
    signedIn(ctx.viewer)
    throw new Refusal('NOT_FOUND')
  }
  authorise(discussionPolicy, 'discuss', ctx.viewer, curriculum)
  refuseArchived(curriculum)
  const { section, element, text, mentions, suggestion } = read(threadShape, input)
  const place: Place = { section, element: section ? element : null }
  const found = section ? findElement(curriculum.content, place) : null
  if (section && !found) throw new Refusal('ELEMENT_GONE', {}, 'input.element')
  const speaker = speakerOf(ctx, curriculum)
  const proposed = suggestion && proposal(curriculum, place, suggestion, 'input.suggestion')
  const said = { _id: new Types.ObjectId(), at: ctx.now(), ...speaker, text, mentions: await readMentions(curriculum, mentions, 'input.mentions'), editedAt: null, deletedAt: null, earlier: [] }
  const thread = {
    _id: new Types.ObjectId(), curriculum: curriculum._id, ...place, label: found?.label ?? '', state: 'OPEN',
    suggestion: proposed && { ...proposed, state: 'PENDING', ...speaker, decidedBy: null, decidedSide: null, decidedAt: null, reason: null },
    comments: [said], history: [{ at: ctx.now(), act: 'open', ...speaker }], participants: withParticipants({ participants: [] }, speaker.by, ...said.mentions),
    at: ctx.now(), updatedAt: ctx.now(), revision: 0,
  } satisfies ThreadDoc
  const last = await ThreadModel.findOne({ curriculum: curriculum._id }).sort({ _id: -1 }).lean<ThreadDoc>()
  if (last && isSame(last, thread)) return last
  await inTransaction(async session => {
    await ThreadModel.create([thread], { session })
    await tellOfComment(ctx, { thread, curriculum }, said, session)
  })
  return ctx.load.thread.fresh(thread)
}

/** The same, sent again: nobody has spoken since. */
const isSame = (last: ThreadDoc, { section, element, suggestion, comments }: ThreadDoc): boolean =>
  last.section === section && last.element === element && last.comments.length === 1
  && String(last.comments[0]!.by) === String(comments[0]!.by) && last.comments[0]!.text === comments[0]!.text
  && JSON.stringify(keyOf(last.suggestion)) === JSON.stringify(keyOf(suggestion))

const keyOf = (suggestion: SuggestionDoc | null) => suggestion && [suggestion.field, suggestion.from, suggestion.to]

/**
 * What is suggested, judged as an edit would be. Refuses a field of which nothing can be suggested, what the draft
 * says already, what it no longer says, and what an edit would refuse; each under `under`.
 */
export function proposal(
  { content }: CurriculumDoc, place: Place, { field, from, to: written }: { field: string; from: string; to: string }, under: string,
): Pick<SuggestionDoc, 'field' | 'kind' | 'from' | 'to'> {
  const found = findElement(content, place)
  const kind = found?.fields[field]
  if (!found || !kind || !place.section) throw new Refusal('NOT_SUGGESTIBLE', {}, fieldOf(under, 'field'))
  const now = nowOf(content, place, { field, from })
  if (now !== from) throw new Refusal('SUGGESTION_OUTDATED', { now: now ?? '' }, fieldOf(under, 'from'))
  const raw = kind === 'NUMBER' ? read(z.string().trim().regex(/^\d{0,5}$/), written, fieldOf(under, 'to')) : written.trim()
  if (kind === 'LINE' && from === '' && raw === '') throw new Refusal('REQUIRED', {}, fieldOf(under, 'to'))
  const to = asKept(content, place, { field, kind, from, to: raw }, under)
  if (to === from || standingOf(content, place, { field, from, to }) === 'SAME') throw new Refusal('SUGGESTION_SAME', {}, fieldOf(under, 'to'))
  return { field, kind, from, to }
}

const fieldOf = (under: string, name: string) => (under ? `${under}.${name}` : name)

/** The suggested text as an edit would keep it. Refuses what an edit refuses, of the field that was filled in here. */
function asKept(content: Content, place: Place, { field, kind, from, to }: Pick<SuggestionDoc, 'field' | 'kind' | 'from' | 'to'>, under: string): string {
  try {
    const after = checkPatch(content, patchOf(withValue(content, place, field, from, to), place.section!))
    if (kind === 'LINE' && to === '') return ''
    const line = kind === 'LINE' && from !== '' ? valuesOf(findElement(content, place)!, field).indexOf(from) : -1
    return valuesOf(findElement(after, place)!, field).at(line)!
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.code, error.facts, fieldOf(under, 'to'))
  }
}
