import { Types } from 'mongoose'
import type { Context } from '../../../context.ts'
import type { BankOwnerInput, FilingInput } from '../../../graphql.ts'
import { read } from '../../../lib/input.ts'
import { inTransaction, isId } from '../../../lib/mongo.ts'
import { signedIn } from '../../../lib/policy.ts'
import { Refusal } from '../../../lib/refusal.ts'
import { QuestionImportModel, type QuestionImportDoc } from '../../importModel.ts'
import { filing } from '../../input.ts'
import type { ImportRow } from '../../read/judge.ts'
import { takeBrought } from '../media.ts'
import { insert, ownerFor, type Filed } from '../write.ts'

/** One's own preview; another's is not found. */
export async function importFor(ctx: Context, id: string): Promise<QuestionImportDoc> {
  const by = signedIn(ctx.viewer)
  if (!isId(id)) throw new Refusal('INVALID', {}, 'import')
  const found = await QuestionImportModel.findOne({ _id: id, by }).lean<QuestionImportDoc>()
  if (!found) throw new Refusal('NOT_FOUND', {}, 'import')
  return found
}

/** The rows that are to be taken: those that can, less those left out. Refuses with STALE what was not looked at. */
export function chosenRows({ rows, hash }: QuestionImportDoc, seen: string, except: readonly string[]): (ImportRow & { question: NonNullable<ImportRow['question']> })[] {
  if (hash !== seen) throw new Refusal('STALE')
  const left = new Set(except)
  return rows.flatMap((row, at) => (row.question && !left.has(String(at)) ? [{ ...row, question: row.question }] : []))
}

/** Drafts of an owner, with what they came of marked in the same step: sent twice, they are taken once. */
export async function importIntoBank(ctx: Context, id: string, hash: string, except: readonly string[], to: BankOwnerInput, filed: FilingInput): Promise<QuestionImportDoc> {
  const owner = await ownerFor(ctx, to, 'owner')
  const found = await importFor(ctx, id)
  const filedAs = read(filing, filed, 'filing')
  const rows = chosenRows(found, hash, except)
  if (found.taken.length > 0) return found
  if (rows.length === 0) throw new Refusal('IMPORT_NOTHING')
  const entries = rows.map((row): Filed => ({ filed: filingOf(row, filedAs), question: { ...row.question, id: String(new Types.ObjectId()) } }))
  return inTransaction(async session => {
    await takeBrought(ctx, session, entries.map(({ question }) => question))
    const made = await insert(ctx, owner, entries, session)
    const marked = await QuestionImportModel.findOneAndUpdate({ _id: found._id, taken: { $size: 0 } }, { taken: made }, { session, returnDocument: 'after' }).lean<QuestionImportDoc>()
    if (!marked) throw new Refusal('STALE')
    return marked
  })
}

/** Filed as one says, under the file's own categories and tags too; what of them is too long is cut. */
function filingOf({ category, tags, level }: ImportRow, filed: Filed['filed']): Filed['filed'] {
  const path = [filed.category, ...category.split('/').map(part => part.trim().replace(/\s+/g, ' '))].filter(Boolean).join('/').slice(0, 200)
  const all = [...new Set([...filed.tags, ...tags.map(tag => tag.replace(/\s+/g, ' ').trim().slice(0, 40)).filter(Boolean)])].slice(0, 20)
  return { ...filed, category: path, tags: all, level: filed.level ?? level }
}
