import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Binary, Int32 } from '../../server/store/bson/value.ts';
import type { Doc, Value } from '../../server/store/bson/value.ts';
import type { Engine } from '../../server/store/engine/engine.ts';
import { all, command, ok, openEngine, temporary } from './support.ts';

const dir = temporary();
let engine: Engine;
beforeAll(async () => { engine = await openEngine(dir); });
afterAll(async () => {
  await engine.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

const numbers = (docs: Doc[], field = '_id'): unknown[] => docs.map((d) => (d.get(field) as Int32 | undefined)?.value);
const code = async (cmd: Record<string, unknown>): Promise<Value | undefined> => (await command(engine, 'c', cmd)).get('code');
const errorOf = async (cmd: Record<string, unknown>): Promise<Value | undefined> => ((await ok(engine, 'c', cmd)).get('writeErrors') as Doc[])[0]!.get('code');
const batch = (r: Doc, name: string): Doc[] => (r.get('cursor') as Doc).get(name) as Doc[];

test('a capped collection keeps the newest within its count and its size, also after reopening', async () => {
  await ok(engine, 'c', { create: 'few', capped: true, size: 100_000, max: 3 });
  await ok(engine, 'c', { insert: 'few', documents: [1, 2, 3, 4, 5].map((_id) => ({ _id })) });
  expect(numbers(await all(engine, 'c', { find: 'few' }))).toEqual([3, 4, 5]);
  await ok(engine, 'c', { create: 'small', capped: true, size: 1000 });
  await ok(engine, 'c', { createIndexes: 'small', indexes: [{ key: { k: 1 }, name: 'k' }] });
  for (let i = 0; i < 10; i++) await ok(engine, 'c', { insert: 'small', documents: [{ _id: i, k: i % 2, s: 'x'.repeat(300) }] });
  expect(numbers(await all(engine, 'c', { find: 'small' }))).toEqual([7, 8, 9]);
  await engine.close();
  engine = await openEngine(dir);
  await ok(engine, 'c', { insert: 'small', documents: [{ _id: 10, s: 'x'.repeat(300) }] });
  await ok(engine, 'c', { delete: 'small', deletes: [{ q: { _id: 9 }, limit: 1 }] });
  await ok(engine, 'c', { insert: 'small', documents: [{ _id: 11, s: 'x'.repeat(300) }] });
  expect(numbers(await all(engine, 'c', { find: 'small', sort: { $natural: -1 } }))).toEqual([11, 10, 8]);
  for (const c of ['few', 'small']) expect((await ok(engine, 'c', { validate: c })).get('errors')).toEqual([]);
  expect((await all(engine, 'c', { listCollections: 1, filter: { name: 'few' } }))[0]!.get('options')).toEqual(new Map<string, Value>([['capped', true], ['size', new Int32(100_096)], ['max', new Int32(3)]]));
});

test('what a capped collection may not do is refused as by MongoDB', async () => {
  expect(await code({ create: 'x', capped: true })).toEqual(new Int32(72));
  expect(await code({ create: 'x', size: 5000 })).toEqual(new Int32(72));
  await ok(engine, 'c', { create: 'cap', capped: true, size: 500 });
  await ok(engine, 'c', { insert: 'cap', documents: [{ _id: 1, s: 'a' }] });
  expect(await errorOf({ insert: 'cap', documents: [{ s: 'x'.repeat(2000) }] })).toEqual(new Int32(2));
  expect(await errorOf({ update: 'cap', updates: [{ q: { _id: 1 }, u: { $set: { s: 'longer' } } }] })).toEqual(new Int32(10003));
  expect((await ok(engine, 'c', { update: 'cap', updates: [{ q: { _id: 1 }, u: { $set: { s: 'b' } } }] })).get('nModified')).toEqual(new Int32(1));
  expect(await code({ createIndexes: 'cap', indexes: [{ key: { t: 1 }, name: 't', expireAfterSeconds: 1 }] })).toEqual(new Int32(67));
  expect(await code({ aggregate: 'cap', pipeline: [{ $out: 'cap' }], cursor: {} })).toEqual(new Int32(17152));
  const txn = { lsid: { id: new Binary(Buffer.alloc(16, 5), 4) }, txnNumber: 1n, autocommit: false, startTransaction: true };
  const r = await command(engine, 'c', { insert: 'cap', documents: [{ _id: 9 }], ...txn });
  expect([r.get('code'), ((r.get('writeErrors') as Doc[] | undefined)?.[0])?.get('code')]).toContainEqual(new Int32(263));
});

test('a tailable cursor stays open at the end and gives what comes', async () => {
  await ok(engine, 'c', { create: 'log', capped: true, size: 4096, max: 4 });
  expect((((await ok(engine, 'c', { find: 'log', tailable: true })).get('cursor')) as Doc).get('id')).toBe(0n);
  await ok(engine, 'c', { insert: 'log', documents: [{ _id: 1 }, { _id: 2 }] });
  const first = await ok(engine, 'c', { find: 'log', filter: { _id: { $ne: 1 } }, tailable: true, awaitData: true });
  expect(numbers(batch(first, 'firstBatch'))).toEqual([2]);
  const more = { getMore: (first.get('cursor') as Doc).get('id'), collection: 'log', maxTimeMS: 2000 };
  const waiting = ok(engine, 'c', more);
  await new Promise((r) => setTimeout(r, 50));
  await ok(engine, 'c', { insert: 'log', documents: [{ _id: 3 }] });
  expect(numbers(batch(await waiting, 'nextBatch'))).toEqual([3]);
  const started = Date.now();
  expect(batch(await ok(engine, 'c', { ...more, maxTimeMS: 100 }), 'nextBatch')).toEqual([]);
  expect(Date.now() - started).toBeGreaterThanOrEqual(90);
  await ok(engine, 'c', { insert: 'log', documents: [4, 5, 6, 7].map((_id) => ({ _id })) });
  expect(await code(more)).toEqual(new Int32(136));
  await ok(engine, 'c', { insert: 'plain', documents: [{ _id: 1 }] });
  expect(await code({ find: 'plain', tailable: true })).toEqual(new Int32(2));
});

test('a view shows what its pipeline makes, to every command that reads, and takes no writes', async () => {
  await ok(engine, 'c', { insert: 'base', documents: [1, 2, 3, 4].map((_id) => ({ _id, k: _id % 2, t: `n${_id}` })) });
  await ok(engine, 'c', { createIndexes: 'base', indexes: [{ key: { k: 1 }, name: 'k' }] });
  await ok(engine, 'c', { create: 'odd', viewOn: 'base', pipeline: [{ $match: { k: 1 } }, { $set: { twice: { $multiply: ['$_id', 2] } } }] });
  await ok(engine, 'c', { create: 'last', viewOn: 'odd', pipeline: [{ $sort: { _id: -1 } }, { $limit: 1 }] });
  expect(numbers(await all(engine, 'c', { find: 'odd', filter: { twice: { $gt: 2 } }, projection: { twice: 1 } }), 'twice')).toEqual([6]);
  expect(numbers(await all(engine, 'c', { find: 'odd', sort: { _id: -1 }, skip: 1, limit: 1 }))).toEqual([1]);
  expect(numbers(await all(engine, 'c', { find: 'last' }))).toEqual([3]);
  expect(numbers(await all(engine, 'c', { aggregate: 'odd', pipeline: [{ $count: 'n' }], cursor: {} }), 'n')).toEqual([2]);
  expect((await ok(engine, 'c', { count: 'odd', query: { _id: 3 } })).get('n')).toEqual(new Int32(1));
  expect((await ok(engine, 'c', { distinct: 'odd', key: 't' })).get('values')).toEqual(['n1', 'n3']);
  const joined = await all(engine, 'c', { aggregate: 'last', pipeline: [{ $lookup: { from: 'odd', localField: 'k', foreignField: 'k', as: 'o' } }, { $project: { n: { $size: '$o' } } }], cursor: {} });
  expect(numbers(joined, 'n')).toEqual([2]);
  const plan = (await ok(engine, 'c', { explain: { find: 'last' }, verbosity: 'queryPlanner' })).get('queryPlanner') as Doc;
  expect([plan.get('namespace'), ((plan.get('winningPlan') as Doc).get('inputStage') as Doc | undefined)?.get('stage')]).toEqual(['c.base', 'IXSCAN']);
  for (const cmd of [{ insert: 'odd', documents: [{}] }, { update: 'odd', updates: [{ q: {}, u: { $set: { a: 1 } } }] }, { delete: 'odd', deletes: [{ q: {}, limit: 0 }] }, { createIndexes: 'odd', indexes: [{ key: { a: 1 }, name: 'a' }] }, { listIndexes: 'odd' }, { collStats: 'odd' }, { findAndModify: 'odd', query: {}, remove: true }]) {
    expect([Object.keys(cmd)[0], await code(cmd)]).toEqual([Object.keys(cmd)[0], new Int32(166)]);
  }
  expect(await code({ find: 'odd', collation: { locale: 'en' } })).toEqual(new Int32(167));
  const listed = await all(engine, 'c', { listCollections: 1, filter: { name: 'last' } });
  expect([listed[0]!.get('type'), (listed[0]!.get('options') as Doc).get('viewOn')]).toEqual(['view', 'odd']);
  await engine.close();
  engine = await openEngine(dir);
  expect(numbers(await all(engine, 'c', { find: 'last' }))).toEqual([3]);
  await ok(engine, 'c', { drop: 'last' });
  expect(await all(engine, 'c', { find: 'last' })).toEqual([]);
});

test('an aggregate asked to explain itself does, and writes nothing', async () => {
  const r = await ok(engine, 'c', { aggregate: 'base', pipeline: [{ $match: { k: 1 } }, { $out: 'never' }], explain: true });
  expect(r.has('queryPlanner')).toBe(true);
  expect(await all(engine, 'c', { listCollections: 1, filter: { name: 'never' } })).toEqual([]);
});
