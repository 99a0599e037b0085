import { Types } from 'mongoose'
import type { Context } from '../../context.ts'
import { createCurriculum, curriculumPolicy, versionPolicy, type Content, type CurriculumDoc } from '../../curriculum/index.ts'
import type { CurriculumSourceInput, NewCurriculumInput } from '../../graphql.ts'
import { line, prose, read, z } from '../../lib/input.ts'
import { isDuplicate } from '../../lib/mongo.ts'
import { pageOf, type PageArgs } from '../../lib/page.ts'
import { authorise, ifSeen, signedIn } from '../../lib/policy.ts'
import { Refusal } from '../../lib/refusal.ts'
import { patchOf } from '../domain/assemble.ts'
import { builtIn } from '../domain/builtIn.ts'
import { complete, withoutPeople } from '../domain/complete.ts'
import { TemplateModel, type AnyTemplate, type OriginDoc, type TemplateDoc } from '../model.ts'
import { beginPolicy, savePolicy, templatePolicy, visibleTemplates } from '../policy.ts'
import { rememberOrigin } from './origin.ts'

const shape = z.object({ name: line(120), text: prose(500) })

export const shown = (stored: TemplateDoc): AnyTemplate => ({ id: String(stored._id), name: stored.name, text: stored.text, content: complete(stored.content), stored })

/** Built-in templates lead the first page; the others follow, newest first. */
export async function templates(ctx: Context, page: PageArgs): Promise<{ nodes: AnyTemplate[]; next: string | null; total: number }> {
  signedIn(ctx.viewer)
  const { nodes, next, total } = await pageOf<TemplateDoc>(TemplateModel, visibleTemplates(ctx.viewer), page)
  const own = builtIn.filter(template => templatePolicy.see(ctx.viewer, template))
  return { nodes: [...(page.after ? [] : own), ...nodes.map(shown)], next, total: total + own.length }
}

async function templateOf(ctx: Context, id: string): Promise<AnyTemplate | null> {
  const stored = await ctx.load.curriculumTemplate.find(id)
  return ifSeen(templatePolicy, ctx.viewer, stored ? shown(stored) : builtIn.find(template => template.id === id) ?? null)
}

/** Keeps a version's content as a template, without its people. Sent twice under one name, the second is refused (TEMPLATE_NAME_TAKEN). */
export async function saveTemplate(ctx: Context, of: { version: string; name: string; text: string; shared: boolean }): Promise<AnyTemplate> {
  const by = signedIn(ctx.viewer)
  const version = await ctx.load.curriculumVersion.find(of.version)
  if (!version) throw new Refusal('NOT_FOUND', {}, 'version')
  authorise(savePolicy, 'save', ctx.viewer, { partner: version.partner, shared: of.shared })
  const { name, text } = read(shape, { name: of.name, text: of.text }, '')
  const template = await TemplateModel.create({
    name, text, partner: of.shared ? null : version.partner, content: withoutPeople(complete(version.content)), version: version._id, taken: `${version.code} v${version.number}`, by, at: ctx.now(),
  }).catch(error => { throw isDuplicate(error, 'name') ? new Refusal('TEMPLATE_NAME_TAKEN', { name }, 'name') : error })
  return shown(template.toObject() as TemplateDoc)
}

/** Takes a template away; curricula begun with it stay as they are. */
export async function removeTemplate(ctx: Context, id: string): Promise<string> {
  const stored = await ctx.load.curriculumTemplate.find(id)
  signedIn(ctx.viewer)
  if (!stored) throw new Refusal('NOT_FOUND')
  authorise(templatePolicy, 'remove', ctx.viewer, shown(stored))
  await TemplateModel.deleteOne({ _id: stored._id })
  return id
}

type Source = { content: Content; kind: OriginDoc['kind']; label: string; source: Types.ObjectId | null; partner: unknown }

/**
 * Begins a curriculum with the content of another thing. Ids stay, for they are unique within a curriculum; people stay only
 * within the same institution. Where it came from is remembered.
 */
export async function createCurriculumFrom(ctx: Context, input: NewCurriculumInput, from: CurriculumSourceInput): Promise<CurriculumDoc> {
  authorise(beginPolicy, 'begin', ctx.viewer, ctx.viewer)
  const { content, kind, label, source, partner } = await sourceOf(ctx, from)
  const own = partner !== null && String(partner) === input.partner ? content : withoutPeople(content)
  const patch = patchOf({ ...own, title: input.title, kind: input.kind, mode: input.mode ?? own.mode })
  const curriculum = await createCurriculum(ctx, input, patch)
  await rememberOrigin(ctx, curriculum, { kind, label, source })
  return curriculum
}

async function sourceOf(ctx: Context, { template, curriculum, version }: CurriculumSourceInput): Promise<Source> {
  if ([template, curriculum, version].filter(Boolean).length !== 1) throw new Refusal('INVALID', {}, 'from')
  if (template) {
    const found = await templateOf(ctx, template)
    if (found) return { content: found.content, kind: 'TEMPLATE', label: found.name, source: null, partner: null }
  } else if (curriculum) {
    const found = ifSeen(curriculumPolicy, ctx.viewer, await ctx.load.curriculum.find(curriculum))
    if (found) return { content: complete(found.content), kind: 'CURRICULUM', label: `${found.code} ${found.content.title}`, source: found._id, partner: found.partner }
  } else if (version) {
    const found = ifSeen(versionPolicy, ctx.viewer, await ctx.load.curriculumVersion.find(version))
    if (found) return { content: complete(found.content), kind: 'VERSION', label: `${found.code} v${found.number} ${found.content.title}`, source: found.curriculum, partner: found.partner }
  }
  throw new Refusal('NOT_FOUND', {}, 'from')
}

