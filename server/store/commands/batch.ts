import { fail, StoreError } from '../errors.ts';
import { findField, splitArray } from '../bson/decode.ts';
import { doc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import type { Collection } from '../engine/catalog.ts';
import { docKey } from '../engine/keys.ts';
import { foundSource, matches, select } from '../engine/query.ts';
import type { FindSpec, Prepared } from '../engine/query.ts';
import type { Found } from '../engine/scan.ts';
import type { View } from '../engine/view.ts';
import type { Context } from './context.ts';

/** Above this many documents a statement that reads them all does so before it holds up other writers. */
const LARGE = 2000;
const CHUNK = 300;

/** The statements of a batch as bytes, from the body or from a document sequence. */
export function statements(ctx: Context, field: string): Buffer[] {
  const at = ctx.sequences.has(field) ? undefined : findField(ctx.raw, field);
  const list = ctx.sequences.get(field) ?? (at?.type === 4 ? splitArray(ctx.raw, at.at) : fail(40414, `BSON field '${ctx.name}.${field}' is missing but a required field`));
  if (!list.length || list.length > 100000) fail(16, `Write batch sizes must be between 1 and 100000. Got ${list.length} operations.`);
  return list;
}

/** An error of one statement as it stands in a reply; conflicts and waits are not answered but passed up. */
export function writeError(e: unknown, index: number): Doc {
  if (!(e instanceof StoreError) || e.code === 112) throw e;
  return doc({ index, code: e.code, errmsg: e.message, ...e.extra });
}

/** How far a batch has come; kept outside of the LMDB transaction, so that a wait does not start it again. */
export interface Progress { at: number; errors: Doc[]; ordered: boolean }

/** A batch at its beginning. */
export const begin = (ctx: Context): Progress => ({ at: 0, errors: [], ordered: ctx.cmd.get('ordered') !== false });

/** True when an ordered batch has failed. */
export const stopped = (p: Progress): boolean => p.ordered && p.errors.length > 0;

/** Runs statements up to `end`, stopping at the first error when ordered; `failed` hears of each, with the number of errors before it. */
export function each(p: Progress, end: number, run: (i: number) => void, failed?: (errors: number) => void): void {
  for (; p.at < end && !stopped(p); p.at++) {
    try {
      run(p.at);
    } catch (e) {
      p.errors.push(writeError(e, p.at));
      failed?.(p.errors.length - 1);
    }
  }
}

/** The part of a reply that tells of errors. */
export const errorsOf = (p: Progress): Record<string, unknown> => (p.errors.length ? { writeErrors: p.errors } : {});

/** True for a statement over so much that it is searched first and then written in chunks. */
export function isLarge(c: Collection | undefined, p: Prepared, multi: boolean): boolean {
  return c !== undefined && c.count > LARGE && (multi || p.plan.kind === 'collection');
}

/** Record ids of the matches, searched for without holding up anyone. */
export async function search(ctx: Context, c: Collection, p: Prepared, s: FindSpec, limit: number): Promise<number[]> {
  const rid = { fields: 'none' as const, make: (id: number): number => id, look: (): Doc => new Map() };
  const source = foundSource(ctx.engine.view(ctx.txn), c, { ...p, sort: [] }, { ...s, limit }, ctx.pacer, { keys: 0, docs: 0 }, rid);
  const out: number[] = [];
  for (let b = await source(); b; b = await source()) out.push(...b);
  return [...new Set(out)];
}

/** Those of some record ids that still match. */
export function recheck(view: View, c: Collection, p: Prepared, rids: number[]): Found[] {
  const out: Found[] = [];
  for (const rid of rids) {
    const bytes = view.get('docs', docKey(c.id, rid));
    if (bytes && matches(p, bytes)) out.push({ rid, bytes });
  }
  return out;
}

/** Matches found before the write began, by statement, with the state of the collection they were found in. */
export type Ahead = Map<number, { rids: number[]; writes: number }>;

/** What one statement changes: what was found ahead if that still holds, else what a search finds now. */
export function targets(view: View, c: Collection | undefined, p: Prepared, multi: boolean, ahead: { rids: number[]; writes: number } | undefined): Found[] {
  if (!c) return [];
  if (!ahead) return select(view, c, p, multi ? Infinity : 1, { keys: 0, docs: 0 });
  const found = recheck(view, c, p, ahead.rids);
  if (found.length || view.inTransaction || ahead.writes === c.writes) return found;
  return select(view, c, p, multi ? Infinity : 1, { keys: 0, docs: 0 });
}

/** Writes to many documents in chunks, each an LMDB transaction of its own, as MongoDB yields between documents. */
export async function inChunks(ctx: Context, c: Collection, p: Prepared, s: FindSpec, progress: Progress, run: (view: View, f: Found) => void): Promise<void> {
  const rids = await search(ctx, c, p, s, 0);
  const index = progress.at++;
  for (let i = 0; i < rids.length; i += CHUNK) {
    const left = rids.slice(i, i + CHUNK);
    try {
      await ctx.engine.mutate({ ...ctx, retry: undefined }, (view) => {
        while (left.length) {
          for (const f of recheck(view, c, p, [left[0]!])) run(view, f);
          left.shift();
        }
        return new Map();
      });
    } catch (e) {
      progress.errors.push(writeError(e, index));
      return;
    }
    if (ctx.txn) await ctx.pacer.pause();
    ctx.pacer.check();
  }
}
