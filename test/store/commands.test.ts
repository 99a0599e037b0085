import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EJSON } from 'bson';
import { encode } from '../../server/store/bson/encode.ts';
import { Binary, Decimal128, doc, Int32 } from '../../server/store/bson/value.ts';
import type { Doc, Value } from '../../server/store/bson/value.ts';
import { deserialize } from 'bson';
import { CURSOR_LIFETIME } from '../../server/store/engine/cursors.ts';
import type { Engine } from '../../server/store/engine/engine.ts';
import { expire } from '../../server/store/engine/upkeep.ts';
import { all, command, ok, openEngine, temporary } from './support.ts';

const dir = temporary();
let engine: Engine;
let n = 0;
/** A fresh collection name. */
const fresh = (): string => `c${n++}`;
const js = (d: Doc): unknown => EJSON.deserialize(EJSON.serialize(deserialize(encode(d))));

beforeAll(async () => { engine = await openEngine(dir); });
afterAll(async () => {
  await engine.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

async function after(start: Record<string, unknown>, update: unknown, more: Record<string, unknown> = {}): Promise<unknown> {
  const c = fresh();
  await ok(engine, 'u', { insert: c, documents: [{ _id: 1, ...start }] });
  const r = await ok(engine, 'u', { update: c, updates: [{ q: { _id: 1 }, u: update, ...more }] });
  const e = r.get('writeErrors') as Doc[] | undefined;
  if (e) return (e[0]!.get('code') as Int32).value;
  const { _id, ...rest } = js((await all(engine, 'u', { find: c }))[0]!) as Record<string, unknown>;
  void _id;
  return rest;
}

const UPDATES: [string, Record<string, unknown>, unknown, unknown, Record<string, unknown>?][] = [
  ['$set makes documents on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set through a scalar is refused', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
  ['$pull of a value leaves arrays that contain it', { a: [1, [1], 2] }, { $pull: { a: 1 } }, { a: [[1], 2] }],
  ['$pull by a condition looks into arrays', { a: [1, [5], 2] }, { $pull: { a: { $gt: 4 } } }, { a: [1, 2] }],
  ['$set by index pads with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  ['$set by name in an array is refused', { a: [1] }, { $set: { 'a.x': 4 } }, 28],
  ['$unset leaves null in an array', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ['$inc of nothing and of something', { a: 1 }, { $inc: { a: 2, b: 3 } }, { a: 3, b: 3 }],
  ['$inc of text is refused', { a: 'x' }, { $inc: { a: 1 } }, 14],
  ['$mul of nothing is 0', {}, { $mul: { a: 5 } }, { a: 0 }],
  ['$min and $max compare across types', { a: 5, b: 5 }, { $min: { a: 'x' }, $max: { b: 'x' } }, { a: 5, b: 'x' }],
  ['$rename moves, also into a document', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
  ['two operators on one path conflict', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['a path and one below it conflict', {}, { $set: { a: 1, 'a.b': 2 } }, 40],
  ['$push with $each, $position, $sort and $slice', { a: [3, 1] }, { $push: { a: { $each: [2, 5], $sort: -1, $slice: 3 } } }, { a: [5, 3, 2] }],
  ['$push at a position', { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
  ['$push to a scalar is refused', { a: 1 }, { $push: { a: 1 } }, 2],
  ['$addToSet knows equal documents by their key order', { a: [{ x: 1, y: 2 }] }, { $addToSet: { a: { $each: [{ x: 1, y: 2 }, { y: 2, x: 1 }] } } }, { a: [{ x: 1, y: 2 }, { y: 2, x: 1 }] }],
  ['$pull by value, by operator', { a: [1, 2, 3], b: [1, 5, 9] }, { $pull: { a: 2, b: { $gt: 4 } } }, { a: [1, 3], b: [1] }],
  ['$pull by the fields of documents', { a: [{ x: 1, y: 1 }, { x: 2, y: 1 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2, y: 1 }] }],
  ['$pullAll and $pop', { a: [1, 2, 1], b: [1, 2] }, { $pullAll: { a: [1] }, $pop: { b: -1 } }, { a: [2], b: [2] }],
  ['$bit', { a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
  ['$[] and $[id]', { a: [1, 5, 9] }, { $inc: { 'a.$[]': 1, 'b.$[x]': 0 } }, 2],
  ['array filters reach nested documents', { a: [{ k: 1, l: [1, 2] }, { k: 2, l: [3] }] }, { $set: { 'a.$[e].l.$[]': 0 } }, { a: [{ k: 1, l: [0, 0] }, { k: 2, l: [3] }] }, { arrayFilters: [{ 'e.k': 1 }] }],
  ['an unused array filter is refused', { a: [1] }, { $set: { a: 1 } }, 9, { arrayFilters: [{ e: 1 }] }],
  ['a replacement keeps _id', { a: 1 }, { b: 2 }, { b: 2 }],
  ['_id may not change', {}, { $set: { _id: 2 } }, 66],
  ['an unknown operator is refused', {}, { $frobnicate: { a: 1 } }, 9],
  ['a pipeline computes from old values', { a: 2, b: 3 }, [{ $set: { c: { $add: ['$a', '$b'] }, a: '$b' } }, { $unset: 'b' }], { a: 3, c: 5 }],
  ['a pipeline may not read other collections', {}, [{ $lookup: {} }], 72],
  ['hostile keys are plain keys', { a: 1 }, { $set: { '__proto__.x': 1, 'constructor': 2 } }, JSON.parse('{"a":1,"__proto__":{"x":1},"constructor":2}')],
];

test.each(UPDATES)('update: %s', async (...row) => {
  const [, start, update, want, more] = row;
  const u = update as object;
  expect(JSON.stringify(await after(start, Array.isArray(u) ? u : doc(u as Record<string, unknown>), more))).toEqual(JSON.stringify(want));
});

test('the positional $ is the element the filter matched', async () => {
  const c = fresh();
  await ok(engine, 'u', { insert: c, documents: [{ _id: 1, a: [{ k: 1 }, { k: 2 }], b: [7, 8] }] });
  await ok(engine, 'u', { update: c, updates: [{ q: { 'a.k': 2 }, u: { $set: { 'a.$.k': 9 } } }, { q: { b: { $elemMatch: { $gt: 7 } } }, u: { $set: { 'b.$': 0 } } }] });
  expect(js((await all(engine, 'u', { find: c, projection: { _id: 0 } }))[0]!)).toEqual({ a: [{ k: 1 }, { k: 9 }], b: [7, 0] });
});

test('an upsert starts from what the filter says is equal', async () => {
  const c = fresh();
  const r = await ok(engine, 'u', { update: c, updates: [{ q: { a: 1, 'b.c': { $eq: 2 }, d: { $gt: 3 }, $and: [{ e: 4 }] }, u: { $set: { x: 1 }, $setOnInsert: { y: 2 } }, upsert: true }] });
  expect((r.get('upserted') as Doc[]).length).toBe(1);
  expect(js((await all(engine, 'u', { find: c, projection: { _id: 0 } }))[0]!)).toEqual({ a: 1, b: { c: 2 }, e: 4, x: 1, y: 2 });
});

const DOCS = [
  { _id: 1, t: 'a', q: 2, p: 1.5, tags: ['x', 'y'], at: new Date('2024-03-15T10:30:00Z'), o: { k: 1 } },
  { _id: 2, t: 'b', q: 5, p: 2.5, tags: ['y'], at: new Date('2024-12-30T23:00:00Z'), o: { k: 2 } },
  { _id: 3, t: 'a', q: 1, tags: [], at: new Date('2023-01-01T00:00:00Z') },
];

const PIPELINES: [string, unknown[], unknown[]][] = [
  ['$group with the usual accumulators', [{ $sort: { _id: 1 } }, { $group: { _id: '$t', n: { $sum: 1 }, q: { $sum: '$q' }, avg: { $avg: '$p' }, ids: { $push: '$_id' }, first: { $first: '$q' }, max: { $max: '$p' } } }, { $sort: { _id: 1 } }], [{ _id: 'a', n: 2, q: 3, avg: 1.5, ids: [1, 3], first: 2, max: 1.5 }, { _id: 'b', n: 1, q: 5, avg: 2.5, ids: [2], first: 5, max: 2.5 }]],
  ['$unwind keeps or drops the empty', [{ $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } }, { $project: { tags: 1 } }, { $sort: { _id: 1, tags: 1 } }], [{ _id: 1, tags: 'x' }, { _id: 1, tags: 'y' }, { _id: 2, tags: 'y' }, { _id: 3 }]],
  ['$facet and $count', [{ $facet: { a: [{ $match: { t: 'a' } }, { $count: 'n' }], b: [{ $limit: 1 }, { $project: { _id: 1 } }] } }], [{ a: [{ n: 2 }], b: [{ _id: 1 }] }]],
  ['$sortByCount', [{ $sortByCount: '$t' }], [{ _id: 'a', count: 2 }, { _id: 'b', count: 1 }]],
  ['conditions', [{ $sort: { _id: 1 } }, { $project: { _id: 0, c: { $cond: [{ $gt: ['$q', 1] }, 'many', 'one'] }, s: { $switch: { branches: [{ case: { $eq: ['$t', 'a'] }, then: 1 }], default: 0 } }, n: { $ifNull: ['$p', -1] } } }], [{ c: 'many', s: 1, n: 1.5 }, { c: 'many', s: 0, n: 2.5 }, { c: 'one', s: 1, n: -1 }]],
  ['arrays', [{ $match: { _id: 1 } }, { $project: { _id: 0, m: { $map: { input: '$tags', as: 't', in: { $concat: ['$$t', '!'] } } }, f: { $filter: { input: '$tags', cond: { $eq: ['$$this', 'x'] } } }, r: { $reduce: { input: [1, 2, 3], initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, s: { $size: '$tags' }, i: { $in: ['y', '$tags'] }, e: { $arrayElemAt: ['$tags', -1] }, u: { $setUnion: [['a'], ['b', 'a']] } } }], [{ m: ['x!', 'y!'], f: ['x'], r: 6, s: 2, i: true, e: 'y', u: ['a', 'b'] }]],
  ['dates in a zone', [{ $match: { _id: 2 } }, { $project: { _id: 0, y: { $year: { date: '$at', timezone: 'Asia/Jakarta' } }, s: { $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M', timezone: '+07:00' } }, m: { $month: '$at' }, d: { $dateDiff: { startDate: new Date('2024-12-01T00:00:00Z'), endDate: '$at', unit: 'day' } }, tr: { $dateTrunc: { date: '$at', unit: 'month' } }, w: { $isoWeek: '$at' } } }], [{ y: 2024, s: '2024-12-31 06:00', m: 12, d: 29, tr: new Date('2024-12-01T00:00:00Z'), w: 1 }]],
  ['$lookup by field', [{ $match: { _id: 1 } }, { $lookup: { from: 'other', localField: '_id', foreignField: 'ref', as: 'o' } }, { $project: { o: '$o.v' } }], [{ _id: 1, o: ['p', 'q'] }]],
  ['$lookup by pipeline with let', [{ $match: { _id: 2 } }, { $lookup: { from: 'other', let: { i: '$_id' }, pipeline: [{ $match: { $expr: { $lt: ['$ref', '$$i'] } } }, { $count: 'n' }], as: 'o' } }, { $project: { o: 1 } }], [{ _id: 2, o: [{ n: 2 }] }]],
  ['$lookup by field and pipeline joins only what is equal', [{ $match: { _id: 1 } }, { $lookup: { from: 'other', localField: '_id', foreignField: 'ref', pipeline: [{ $match: { v: 'q' } }, { $project: { _id: 0, v: 1 } }], as: 'o' } }, { $project: { o: 1 } }], [{ _id: 1, o: [{ v: 'q' }] }]],
  ['$replaceRoot and $mergeObjects', [{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { $mergeObjects: ['$o', { z: 1 }] } } }], [{ k: 1, z: 1 }]],
  ['$unionWith', [{ $match: { _id: 3 } }, { $project: { _id: 1 } }, { $unionWith: { coll: 'other', pipeline: [{ $match: { v: 'p' } }, { $project: { _id: 0, v: 1 } }] } }], [{ _id: 3 }, { v: 'p' }]],
  ['$bucket', [{ $bucket: { groupBy: '$q', boundaries: [0, 2, 10] } }], [{ _id: 0, count: 1 }, { _id: 2, count: 2 }]],
  ['$bucketAuto keeps equal values together', [{ $bucketAuto: { groupBy: '$t', buckets: 3, output: { n: { $sum: 1 } } } }], [{ _id: { min: 'a', max: 'b' }, n: 2 }, { _id: { min: 'b', max: 'b' }, n: 1 }]],
  ['$bucketAuto by number', [{ $bucketAuto: { groupBy: '$q', buckets: 2 } }], [{ _id: { min: 1, max: 5 }, count: 2 }, { _id: { min: 5, max: 5 }, count: 1 }]],
  ['$redact looks into documents', [{ $match: { _id: 1 } }, { $project: { o: 1, x: [{ k: 2 }, { k: 1, z: 'gone' }] } }, { $redact: { $cond: [{ $eq: ['$z', 'gone'] }, '$$PRUNE', '$$DESCEND'] } }], [{ _id: 1, o: { k: 1 }, x: [{ k: 2 }] }]],
  ['$setWindowFields: sums, ranks and shifts within partitions', [{ $setWindowFields: { partitionBy: '$t', sortBy: { q: 1 }, output: { run: { $sum: '$q', window: { documents: ['unbounded', 'current'] } }, near: { $push: '$q', window: { documents: [-1, 0] } }, all: { $max: '$q' }, r: { $rank: {} }, next: { $shift: { output: '$q', by: 1, default: 'none' } } } } }, { $project: { run: 1, near: 1, all: 1, r: 1, next: 1 } }], [{ _id: 3, run: 1, near: [1], all: 2, r: 1, next: 2 }, { _id: 1, run: 3, near: [1, 2], all: 2, r: 2, next: 'none' }, { _id: 2, run: 5, near: [5], all: 5, r: 1, next: 'none' }]],
  ['bits and sizes', [{ $match: { _id: 1 } }, { $project: { _id: 0, a: { $bitAnd: [6, 3] }, o: { $bitOr: [6, 1] }, x: { $bitXor: [6, 3] }, n: { $bitNot: 0 }, b: { $bsonSize: '$o' }, s: { $binarySize: 'é' } } }], [{ a: 2, o: 7, x: 5, n: -1, b: 12, s: 2 }]],
  ['angles', [{ $match: { _id: 1 } }, { $project: { _id: 0, s: { $sin: 0 }, c: { $cos: 0 }, a: { $atan2: [0, 1] }, d: { $radiansToDegrees: 0 } } }], [{ s: 0, c: 1, a: 0, d: 0 }]],
  ['a missing field groups with null', [{ $group: { _id: '$p', n: { $sum: 1 } } }, { $match: { _id: null } }], [{ _id: null, n: 1 }]],
];

test.each(PIPELINES)('aggregate: %s', async (_, pipeline, want) => {
  if (!engine.catalog.find('agg', 'main')) {
    await ok(engine, 'agg', { insert: 'main', documents: DOCS });
    await ok(engine, 'agg', { insert: 'other', documents: [{ ref: 1, v: 'p' }, { ref: 1, v: 'q' }, { ref: 3, v: 'r' }] });
  }
  expect((await all(engine, 'agg', { aggregate: 'main', pipeline, cursor: {} })).map(js)).toEqual(want);
});

test.each([
  ['a window over a range', [{ $setWindowFields: { sortBy: { q: 1 }, output: { s: { $sum: '$q', window: { range: [-1, 1] } } } } }], 115], ['buckets of a granularity', [{ $bucketAuto: { groupBy: '$q', buckets: 2, granularity: 'R5' } }], 115],
  ['a change stream', [{ $changeStream: {} }], 40573], ['an unknown stage', [{ $surprise: {} }], 40324], ['$densify', [{ $densify: {} }], 40324], ['a rank without an order', [{ $setWindowFields: { output: { r: { $rank: {} } } } }], 5371602],
])('aggregate refuses %s', async (_, pipeline, code) => {
  expect((await command(engine, 'agg', { aggregate: 'main', pipeline, cursor: {} })).get('code')).toEqual(new Int32(code));
});

test('decimals meet other numbers as in MongoDB', async () => {
  const r = (await all(engine, 'agg', { aggregate: 1, pipeline: [{ $documents: [{ d: Decimal128.fromString('1'), f: 0.5, l: 2n }] }, { $project: { a: { $add: ['$d', '$f'] }, s: { $sum: ['$d', '$l', 3] }, c: { $toDecimal: '$f' }, m: { $multiply: ['$d', '$l'] }, q: { $divide: ['$d', 3] }, g: { $gt: [Decimal128.fromString('0.1'), 0.1] } } }], cursor: {} }))[0]!;
  expect(['a', 's', 'c', 'm', 'q', 'g'].map((k) => String(r.get(k)))).toEqual(['1.500000000000000', '6', '0.500000000000000', '2', '0.3333333333333333333333333333333333', 'false']);
});

test('$out and $merge write, keeping indexes', async () => {
  await ok(engine, 'out', { insert: 's', documents: [{ _id: 1, v: 1 }, { _id: 2, v: 2 }] });
  await ok(engine, 'out', { createIndexes: 't', indexes: [{ key: { v: 1 }, name: 'v' }] });
  await ok(engine, 'out', { aggregate: 's', pipeline: [{ $out: 't' }], cursor: {} });
  expect((await all(engine, 'out', { listIndexes: 't' })).map((i) => i.get('name'))).toEqual(['_id_', 'v']);
  await ok(engine, 'out', { aggregate: 's', pipeline: [{ $set: { w: 1 } }, { $merge: { into: 't', whenMatched: 'merge' } }], cursor: {} });
  expect((await all(engine, 'out', { find: 't', filter: { v: 2 } })).map(js)).toEqual([{ _id: 2, v: 2, w: 1 }]);
  expect((await ok(engine, 'out', { validate: 't' })).get('errors')).toEqual([]);
});

test('a retried write is answered from memory, also after reopening, and an older number is refused', async () => {
  const lsid = { id: new Binary(Buffer.alloc(16, 3), 4) };
  const inc = { update: 'r', updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }], lsid, txnNumber: 5n };
  await ok(engine, 'r', { insert: 'r', documents: [{ _id: 1, n: 0 }] });
  const first = await ok(engine, 'r', inc);
  expect(await ok(engine, 'r', inc)).toEqual(first);
  await engine.close();
  engine = await openEngine(dir);
  expect(await ok(engine, 'r', inc)).toEqual(first);
  expect((await all(engine, 'r', { find: 'r' })).map(js)).toEqual([{ _id: 1, n: 1 }]);
  expect((await command(engine, 'r', { ...inc, txnNumber: 4n })).get('code')).toEqual(new Int32(225));
});

test('first writer wins; a writer outside waits for the transaction', async () => {
  const [a, b] = [7, 8].map((x) => ({ lsid: { id: new Binary(Buffer.alloc(16, x), 4) }, txnNumber: 1n, autocommit: false }));
  await ok(engine, 'w', { insert: 'w', documents: [{ _id: 1, n: 0 }] });
  const set = (n: number): Record<string, unknown> => ({ update: 'w', updates: [{ q: { _id: 1 }, u: { $set: { n } } }] });
  await ok(engine, 'w', { ...set(1), ...a, startTransaction: true });
  const lost = await command(engine, 'w', { ...set(2), ...b, startTransaction: true });
  expect([lost.get('code'), lost.get('errorLabels')]).toEqual([new Int32(112), ['TransientTransactionError']]);
  let done = false;
  const outside = ok(engine, 'w', { update: 'w', updates: [{ q: { _id: 1 }, u: { $inc: { n: 10 } } }] }).then(() => { done = true; });
  await new Promise((r) => setTimeout(r, 50));
  expect(done).toBe(false);
  expect((await all(engine, 'w', { find: 'w' })).map(js)).toEqual([{ _id: 1, n: 0 }]);
  await ok(engine, 'admin', { commitTransaction: 1, ...a });
  await outside;
  expect((await all(engine, 'w', { find: 'w' })).map(js)).toEqual([{ _id: 1, n: 11 }]);
  expect((await command(engine, 'w', { find: 'w', ...b })).get('code')).toEqual(new Int32(251));
});

test('a large update and delete go in chunks and reach every document once', async () => {
  const c = fresh();
  await ok(engine, 'l', { insert: c, documents: Array.from({ length: 5000 }, (_, i) => ({ _id: i, k: i % 3, n: 0 })) });
  await ok(engine, 'l', { createIndexes: c, indexes: [{ key: { n: 1 }, name: 'n' }] });
  const r = await ok(engine, 'l', { update: c, updates: [{ q: { n: { $gte: 0 } }, u: { $inc: { n: 1 } }, multi: true }] });
  expect([r.get('n'), r.get('nModified')]).toEqual([new Int32(5000), new Int32(5000)]);
  expect((await ok(engine, 'l', { count: c, query: { n: 1 } })).get('n')).toEqual(new Int32(5000));
  expect((await ok(engine, 'l', { delete: c, deletes: [{ q: { k: 1 }, limit: 0 }] })).get('n')).toEqual(new Int32(1667));
  expect((await ok(engine, 'l', { update: c, updates: [{ q: { k: 2 }, u: { $set: { k: 7 } } }] })).get('n')).toEqual(new Int32(1));
  expect((await ok(engine, 'l', { validate: c })).get('errors')).toEqual([]);
});

test('TTL removes what is over and nothing else', async () => {
  await ok(engine, 'ttl', { createIndexes: 't', indexes: [{ key: { at: 1 }, name: 'at', expireAfterSeconds: 60 }] });
  const now = Date.now();
  await ok(engine, 'ttl', { insert: 't', documents: [{ _id: 1, at: new Date(now - 61_000) }, { _id: 2, at: new Date(now) }, { _id: 3, at: 'text' }, { _id: 4 }, { _id: 5, at: [new Date(now), new Date(now - 70_000)] }] });
  expect(await expire(engine, now)).toBe(2);
  expect((await all(engine, 'ttl', { find: 't' })).map((d) => (d.get('_id') as Int32).value)).toEqual([2, 3, 4]);
});

test('a unique index is refused when documents already break it, and leaves nothing behind', async () => {
  const c = fresh();
  await ok(engine, 'x', { insert: c, documents: [{ k: 1 }, { k: 1 }] });
  expect((await command(engine, 'x', { createIndexes: c, indexes: [{ key: { k: 1 }, name: 'k', unique: true }] })).get('code')).toEqual(new Int32(11000));
  expect(await all(engine, 'x', { listIndexes: c })).toHaveLength(1);
});

test('documents that nest too deep or weigh too much are refused', async () => {
  let deep: Value = 1;
  for (let i = 0; i < 98; i++) deep = new Map([['a', deep]]);
  await ok(engine, 'x', { insert: 'deep', documents: [new Map([['a', deep]])] }).catch((e: Error) => expect(e.message).toContain('nested'));
  for (let i = 0; i < 10; i++) deep = new Map([['a', deep]]);
  expect(() => encode(deep as Doc)).toThrow('nested object depth');
  const c = fresh();
  await ok(engine, 'x', { insert: c, documents: [{ _id: 1, s: 'x'.repeat(9_000_000) }] });
  const r = await ok(engine, 'x', { update: c, updates: [{ q: { _id: 1 }, u: [{ $set: { t: '$s' } }] }] });
  expect((r.get('writeErrors') as Doc[])[0]!.get('code')).toEqual(new Int32(10334));
});

test('a sort beyond the memory cap is refused with 292', async () => {
  const c = fresh();
  for (let i = 0; i < 12; i++) await ok(engine, 'x', { insert: c, documents: [{ s: 'x'.repeat(9_500_000), i }] });
  expect((await command(engine, 'x', { find: c, sort: { i: 1 } })).get('code')).toEqual(new Int32(292));
  expect((await all(engine, 'x', { find: c, sort: { i: -1 }, limit: 1, projection: { i: 1, _id: 0 } })).map(js)).toEqual([{ i: 11 }]);
});

test('cursors end when nobody reads them', async () => {
  const c = fresh();
  await ok(engine, 'x', { insert: c, documents: Array.from({ length: 10 }, () => ({})) });
  const cursor = (await ok(engine, 'x', { find: c, batchSize: 2 })).get('cursor') as Doc;
  engine.cursors.sweep(Date.now() + CURSOR_LIFETIME + 1);
  expect((await command(engine, 'x', { getMore: cursor.get('id'), collection: c })).get('code')).toEqual(new Int32(43));
});

test('a validator is kept, and may be bypassed', async () => {
  const c = fresh();
  await ok(engine, 'x', { create: c, validator: { n: { $gt: 0 } } });
  const r = await ok(engine, 'x', { insert: c, documents: [{ n: 0 }] });
  expect((r.get('writeErrors') as Doc[])[0]!.get('code')).toEqual(new Int32(121));
  expect((await ok(engine, 'x', { insert: c, documents: [{ n: 0 }], bypassDocumentValidation: true })).get('n')).toEqual(new Int32(1));
});

test('keys longer than LMDB allows are found, kept unique and never trusted for order', async () => {
  const c = fresh();
  const long = (s: string): string => 'x'.repeat(3000) + s;
  await ok(engine, 'x', { createIndexes: c, indexes: [{ key: { s: 1 }, name: 's', unique: true }] });
  await ok(engine, 'x', { insert: c, documents: ['b', 'a', 'c'].map((s) => ({ s: long(s), t: s })) });
  expect((await ok(engine, 'x', { insert: c, documents: [{ s: long('a') }] })).has('writeErrors')).toBe(true);
  const shown = async (q: Record<string, unknown>): Promise<unknown[]> => (await all(engine, 'x', { find: c, ...q, projection: { t: 1 } })).map((d) => d.get('t'));
  expect(await shown({ filter: { s: long('c') } })).toEqual(['c']);
  expect(await shown({ filter: { s: { $gt: long('a') } }, sort: { s: 1 } })).toEqual(['b', 'c']);
});

test('a large update inside a transaction is searched in slices and still belongs to it', async () => {
  const c = fresh();
  await ok(engine, 'l', { insert: c, documents: Array.from({ length: 3000 }, (_, i) => ({ _id: i, n: 0 })) });
  const t = { lsid: { id: new Binary(Buffer.alloc(16, 44), 4) }, txnNumber: 1n, autocommit: false };
  const r = await ok(engine, 'l', { update: c, updates: [{ q: {}, u: { $inc: { n: 1 } }, multi: true }], ...t, startTransaction: true });
  expect(r.get('nModified')).toEqual(new Int32(3000));
  expect((await ok(engine, 'l', { findAndModify: c, query: { n: 1 }, update: { $inc: { n: 1 } }, new: true, ...t })).get('value')).toEqual(new Map([['_id', new Int32(0)], ['n', new Int32(2)]]));
  expect((await ok(engine, 'l', { count: c, query: { n: 0 } })).get('n')).toEqual(new Int32(3000));
  await ok(engine, 'admin', { commitTransaction: 1, ...t });
  expect((await ok(engine, 'l', { count: c, query: { n: 1 } })).get('n')).toEqual(new Int32(2999));
});

test('the stable API is held to when a client asks for it strictly', async () => {
  const code = async (cmd: Record<string, unknown>): Promise<unknown> => (await command(engine, 'x', cmd)).get('code');
  expect(await code({ ping: 1, apiVersion: '1', apiStrict: true })).toBeUndefined();
  expect(await code({ distinct: 'c', key: 'a', apiVersion: '1' })).toBeUndefined();
  expect(await code({ distinct: 'c', key: 'a', apiVersion: '1', apiStrict: true })).toEqual(new Int32(323));
  expect(await code({ ping: 1, apiVersion: '2' })).toEqual(new Int32(322));
  expect(await code({ ping: 1, apiStrict: true })).toEqual(new Int32(4886600));
});

test('the wish for images of change streams is kept and listed, though there are no change streams', async () => {
  const listed = async (): Promise<unknown> => (await all(engine, 'img', { listCollections: 1 }))[0]!.get('options');
  await ok(engine, 'img', { create: 'c', changeStreamPreAndPostImages: { enabled: true } });
  expect(await listed()).toEqual(new Map([['changeStreamPreAndPostImages', new Map([['enabled', true]])]]));
  await ok(engine, 'img', { collMod: 'c', changeStreamPreAndPostImages: { enabled: false } });
  expect(await listed()).toEqual(new Map());
});

test('an update of many that fails at one counts none, though those before it are changed', async () => {
  const c = fresh();
  await ok(engine, 'x', { insert: c, documents: [{ _id: 1, a: 1 }, { _id: 2, a: 'text' }, { _id: 3, a: 1 }] });
  const r = await ok(engine, 'x', { update: c, updates: [{ q: { _id: 1 }, u: { $set: { b: 1 } } }, { q: {}, u: { $inc: { a: 1 } }, multi: true }] });
  expect([r.get('n'), r.get('nModified'), (r.get('writeErrors') as Doc[]).map((e) => e.get('index'))]).toEqual([new Int32(1), new Int32(1), [new Int32(1)]]);
  expect((await all(engine, 'x', { find: c })).map((d) => js(d))).toEqual([{ _id: 1, a: 2, b: 1 }, { _id: 2, a: 'text' }, { _id: 3, a: 1 }]);
  const next = await ok(engine, 'x', { update: c, ordered: false, updates: [{ q: {}, u: { $inc: { a: 1 } }, multi: true }, { q: { _id: 3 }, u: { $set: { b: 3 } } }] });
  expect([next.get('n'), next.get('nModified')]).toEqual([new Int32(1), new Int32(1)]);
});
