import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseCollation } from '../../server/store/bson/collation.ts';
import { BSONRegExp, doc, Int32 } from '../../server/store/bson/value.ts';
import type { Doc, Value } from '../../server/store/bson/value.ts';
import type { Engine } from '../../server/store/engine/engine.ts';
import { all, anyDoc, anyFilter, command, Dice, ids, ok, openEngine, temporary } from './support.ts';

const ROUNDS = Number(process.env.STORE_ROUNDS ?? 2000) / 5;
const seed = Number(process.env.STORE_SEED ?? 7);
const dir = temporary();
let engine: Engine;
beforeAll(async () => { engine = await openEngine(dir); });
afterAll(async () => {
  await engine.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

const COLLATIONS = [
  { locale: 'en', strength: 1 }, { locale: 'en', strength: 2 }, { locale: 'en', strength: 3 }, { locale: 'en', strength: 5 }, { locale: 'id', strength: 1, caseLevel: true },
  { locale: 'en', numericOrdering: true, caseFirst: 'upper' }, { locale: 'de@collation=phonebook', strength: 1 }, { locale: 'en_US', strength: 2, alternate: 'shifted' },
];
const STRINGS = ['', 'a', 'A', 'á', 'Á', 'a\u0301', 'b', 'B', 'ab', 'aB', 'a b', 'a-b', 'ä', 'ae', 'ß', 'ss', 'SS', '2', '10', '02', 'æ', '\0', '😀', 'ａ'];

/** Random documents in which half of the values are strings that some collation takes for the same. */
const worded = (d: Dice, v: Doc): Doc => new Map([...v].map(([k, x]) => [k, words(d, x)]));
const words = (d: Dice, x: Value): Value => (x instanceof Map ? worded(d, x) : Array.isArray(x) ? x.map((y) => words(d, y)) : typeof x === 'string' || d.chance(0.4) ? d.pick(STRINGS) : x);
const wordedFilter = (d: Dice, x: Value): Value => (x instanceof Map ? new Map([...x].map(([k, y]) => [k, k.startsWith('$') && !['$eq', '$in', '$gt', '$gte', '$lt', '$lte', '$and', '$or', '$nor', '$not', '$elemMatch', '$ne', '$nin'].includes(k) ? y : wordedFilter(d, y)])) : Array.isArray(x) ? x.map((y) => wordedFilter(d, y)) : typeof x === 'string' || x instanceof Int32 ? d.pick(STRINGS) : x);

test('strings that are equal have one identity, others have another, and the order is total', () => {
  for (const c of COLLATIONS) {
    const by = parseCollation(doc(c));
    for (const a of STRINGS) {
      for (const b of STRINGS) {
        expect([c, a, b, by.identity([a]) === by.identity([b])]).toEqual([c, a, b, by.equal(a, b)]);
        expect(Math.sign(by.compare(a, b)) + Math.sign(by.compare(b, a))).toBe(0);
        for (const x of STRINGS) if (by.compare(a, b) <= 0 && by.compare(b, x) <= 0) expect(by.compare(a, x)).toBeLessThanOrEqual(0);
      }
    }
  }
});

test('a query with a collation finds the same with indexes as by reading everything', async () => {
  const dice = new Dice(seed);
  const docs = Array.from({ length: 250 }, (_, i) => new Map<string, Value>([['_id', dice.chance(0.3) ? `${dice.pick(STRINGS)}${i}` : new Int32(i)], ...worded(dice, anyDoc(dice))]));
  const indexes = [{ key: { a: 1 }, name: 'a' }, { key: { b: -1 }, name: 'b' }, { key: { c: 1, _id: 1 }, name: 'ci' }, { key: { 'a.x': 1 }, name: 'ax' }, { key: { d: 1 }, name: 'd', sparse: true }, { key: { b: 1, d: 1 }, name: 'bd', partialFilterExpression: { b: 'a' } }];
  await ok(engine, 'plain', { insert: 't', documents: docs });
  await ok(engine, 'indexed', { insert: 't', documents: docs });
  for (const i of indexes) await command(engine, 'indexed', { createIndexes: 't', indexes: [i] });
  const wrong: string[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const filter = wordedFilter(dice, anyFilter(dice)) as Doc;
    const sort = dice.chance(0.5) ? { [dice.pick(['a', 'b', 'c', 'a.x'])]: dice.pick([1, -1]), _id: 1 } : undefined;
    const cmd = { find: 't', filter, ...(sort ? { sort } : {}), collation: dice.pick(COLLATIONS), batchSize: 100_000 };
    const plain = await command(engine, 'plain', { ...cmd, hint: { $natural: 1 } });
    if (plain.get('ok') !== 1) continue;
    const want = ids((plain.get('cursor') as Doc).get('firstBatch') as Doc[]);
    const got = ids(await all(engine, 'indexed', cmd));
    const n = await ok(engine, 'indexed', { count: 't', query: filter, collation: cmd.collation });
    if (!sort) [want, got].forEach((l) => l.sort());
    if (want.join() !== got.join() || (n.get('n') as Int32).value !== want.length) wrong.push(`#${i} ${JSON.stringify(cmd.collation)}: ${want.length} wanted, ${got.length} found, ${String(n.get('n'))} counted`);
  }
  expect(wrong.slice(0, 10)).toEqual([]);
});

const NAMES = [{ _id: 1, n: 'ana', t: ['X', 'y'] }, { _id: 2, n: 'Ana', t: ['x'] }, { _id: 3, n: 'Budi', t: [] }, { _id: 4, n: 'áNA', t: ['z'] }, { _id: 5, n: 10 }];
const EN2 = { locale: 'en', strength: 2 };
const EN1 = { locale: 'en', strength: 1 };

async function people(): Promise<string> {
  const name = `p${String(Math.random()).slice(2)}`;
  await ok(engine, 'c', { insert: name, documents: NAMES });
  await ok(engine, 'c', { createIndexes: name, indexes: [{ key: { n: 1 }, name: 'n' }] });
  return name;
}
const shown = (docs: Doc[], ...fields: string[]): unknown[] => docs.map((d) => (fields.length === 1 ? plain(d.get(fields[0]!)) : fields.map((f) => plain(d.get(f)))));
const plain = (v: Value | undefined): unknown => (v instanceof Int32 ? v.value : Array.isArray(v) ? v.map(plain) : v instanceof Map ? Object.fromEntries([...v].map(([k, x]) => [k, plain(x)])) : v);

test('reading: find, $in, ranges, sort, distinct, $group, $lookup, expressions', async () => {
  const c = await people();
  const find = async (q: Record<string, unknown>): Promise<unknown[]> => shown(await all(engine, 'c', { find: c, ...q }), '_id');
  expect(await find({ filter: { n: 'ANA' } })).toEqual([]);
  expect(await find({ filter: { n: 'ANA' }, collation: EN2 })).toEqual([1, 2]);
  expect(await find({ filter: { n: 'ANA' }, collation: EN1 })).toEqual([1, 2, 4]);
  expect(await find({ filter: { n: { $in: ['ANA', 'BUDI', ...'cdefgh'] } }, collation: EN2 })).toEqual([1, 2, 3]);
  expect(await find({ filter: { n: { $gt: 'ana' } }, collation: EN1 })).toEqual([3]);
  expect(await find({ filter: { n: { $ne: 'BUDI' } }, collation: EN1 })).toEqual([1, 2, 4, 5]);
  expect(await find({ filter: { n: new BSONRegExp('^A') }, collation: EN1 })).toEqual([2]);
  expect(await find({ sort: { n: -1, _id: 1 }, collation: EN1 })).toEqual([3, 1, 2, 4, 5]);
  expect(await find({ filter: { $expr: { $eq: ['$n', 'BUDI'] } }, collation: EN1 })).toEqual([3]);
  expect(plain((await ok(engine, 'c', { distinct: c, key: 'n', collation: EN1 })).get('values'))).toEqual(['ana', 'Budi', 10]);
  const run = (pipeline: unknown[], collation: unknown = EN1): Promise<Doc[]> => all(engine, 'c', { aggregate: c, pipeline, cursor: {}, collation });
  expect(shown(await run([{ $group: { _id: '$n', k: { $sum: 1 }, t: { $addToSet: '$n' }, least: { $max: '$n' } } }, { $sort: { _id: 1 } }]), '_id', 'k', 't')).toEqual([[10, 1, [10]], ['ana', 3, ['ana']], ['Budi', 1, ['Budi']]]);
  expect(shown(await run([{ $match: { _id: 3 } }, { $set: { n: 'BUDI' } }, { $lookup: { from: c, localField: 'n', foreignField: 'n', as: 'o' } }, { $project: { o: '$o._id' } }]), 'o')).toEqual([[3]]);
  expect(shown(await run([{ $match: { _id: 1 } }, { $lookup: { from: c, let: { n: '$n' }, pipeline: [{ $match: { $expr: { $eq: ['$n', '$$n'] } } }, { $sort: { _id: 1 } }], as: 'o' } }, { $project: { o: '$o._id' } }]), 'o')).toEqual([[1, 2, 4]]);
  expect(shown(await run([{ $match: { _id: 1 } }, { $project: { i: { $in: ['x', '$t'] }, u: { $setUnion: ['$t', ['Y', 'q']] }, m: { $max: ['a', 'Á'] }, c: { $cmp: ['A', 'a'] } } }]), 'i', 'u', 'm', 'c')).toEqual([[true, ['X', 'y', 'q'], 'a', 0]]);
});

test('writing: update, array filters, $pull, $addToSet, delete, findAndModify', async () => {
  const c = await people();
  const update = (q: unknown, u: unknown, more: Record<string, unknown> = {}): Promise<Doc> => ok(engine, 'c', { update: c, updates: [{ q, u, collation: EN1, ...more }] });
  expect((await update({ n: 'ANA' }, { $set: { s: 1 } }, { multi: true })).get('n')).toEqual(new Int32(3));
  await update({ _id: 1 }, { $pull: { t: 'x' } });
  await update({ _id: 2 }, { $addToSet: { t: { $each: ['X', 'w'] } } });
  await update({ _id: 4 }, { $set: { 't.$[e]': 'found' } }, { arrayFilters: [{ e: 'Z' }] });
  await update({ _id: 3 }, { $min: { n: 'BUDI' } });
  expect(shown(await all(engine, 'c', { find: c, sort: { _id: 1 }, limit: 4 }), 't')).toEqual([['y'], ['x', 'w'], [], ['found']]);
  expect(shown(await all(engine, 'c', { find: c, filter: { _id: 3 } }), 'n')).toEqual(['Budi']);
  const r = await ok(engine, 'c', { findAndModify: c, query: { n: 'bUDI' }, update: { $set: { f: 1 } }, new: true, collation: EN2 });
  expect(shown([r.get('value') as Doc], '_id', 'f')).toEqual([[3, 1]]);
  expect((await ok(engine, 'c', { delete: c, deletes: [{ q: { n: 'ANA' }, limit: 0, collation: EN2 }] })).get('n')).toEqual(new Int32(2));
});

const REFUSED: [string, Record<string, unknown>, number][] = [
  ['an unknown locale', { locale: 'xx' }, 2], ['a locale in the wrong form', { locale: 'en-US' }, 2], ['an unknown variant', { locale: 'de@collation=nonsense' }, 2], ['no locale', { strength: 1 }, 40414],
  ['an unknown field', { locale: 'en', shape: 1 }, 40415], ['a strength out of range', { locale: 'en', strength: 6 }, 51024], ['simple with more', { locale: 'simple', strength: 1 }, 2],
  ['caseFirst that cannot matter', { locale: 'en', strength: 1, caseFirst: 'upper' }, 2], ['backwards', { locale: 'fr', backwards: true }, 115],
  ['a case level Intl has no word for', { locale: 'en', strength: 3, caseLevel: true }, 115], ['shifted punctuation at strength 4', { locale: 'en', strength: 4, alternate: 'shifted' }, 115],
];

test.each(REFUSED)('refused by name: %s', async (_, collation, code) => {
  const r = await command(engine, 'c', { find: 'any', filter: {}, collation });
  expect(r.get('code')).toEqual(new Int32(code));
});

test('what would have to be kept by a collation is refused: collections, indexes, $merge', async () => {
  for (const cmd of [{ create: 'k', collation: EN1 }, { createIndexes: 'k', indexes: [{ key: { a: 1 }, name: 'a', collation: EN1 }] }]) expect((await command(engine, 'c', cmd)).get('code')).toEqual(new Int32(115));
  const c = await people();
  expect((await command(engine, 'c', { aggregate: c, pipeline: [{ $merge: 'other' }], cursor: {}, collation: EN1 })).get('code')).toEqual(new Int32(51183));
});
