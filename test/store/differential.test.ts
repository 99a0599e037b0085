import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { doc, Int32, UNDEFINED } from '../../server/store/bson/value.ts';
import type { Doc, Value } from '../../server/store/bson/value.ts';
import type { Engine } from '../../server/store/engine/engine.ts';
import { all, anyDoc, anyFilter, command, Dice, ids, ok, openEngine, temporary } from './support.ts';

const ROUNDS = Number(process.env.STORE_ROUNDS ?? 2000);
const DOCS = 300;
const seed = Number(process.env.STORE_SEED ?? 7);
const dir = temporary();
let engine: Engine;

const INDEXES = [
  { key: { a: 1 }, name: 'a' }, { key: { b: -1 }, name: 'b' }, { key: { a: 1, b: -1, c: 1 }, name: 'abc' }, { key: { 'a.x': 1, 'a.y': -1 }, name: 'axy' },
  { key: { c: 1 }, name: 'c', sparse: true }, { key: { d: 1 }, name: 'd', partialFilterExpression: { d: { $exists: true } } },
  { key: { 'd.x.y': 1 }, name: 'dxy' }, { key: { b: 1, d: 1 }, name: 'bd', partialFilterExpression: { b: { $gt: 0 } } },
];

beforeAll(async () => {
  engine = await openEngine(dir);
  const dice = new Dice(seed);
  const docs: Doc[] = [];
  for (let i = 0; docs.length < DOCS; i++) docs.push(new Map<string, Value>([['_id', new Int32(i)], ...anyDoc(dice)]));
  await ok(engine, 'plain', { insert: 't', documents: docs });
  await ok(engine, 'indexed', { createIndexes: 't', indexes: INDEXES.slice(0, 4) });
  for (const d of docs) {
    const r = await ok(engine, 'indexed', { insert: 't', documents: [d] });
    // Two arrays side by side cannot be in one compound index: such documents are left out on both sides.
    if (r.has('writeErrors')) await ok(engine, 'plain', { delete: 't', deletes: [{ q: { _id: d.get('_id') }, limit: 1 }] });
  }
  const later = await command(engine, 'indexed', { createIndexes: 't', indexes: INDEXES.slice(4) });
  if (later.get('ok') !== 1) {
    for (const i of INDEXES.slice(4)) await command(engine, 'indexed', { createIndexes: 't', indexes: [i] });
  }
});

afterAll(async () => {
  await engine.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

function anySort(d: Dice): Doc {
  const out: Doc = new Map();
  for (const k of ['a', 'b', 'c', 'd', 'a.x']) if (d.chance(0.3)) out.set(k, new Int32(d.chance(0.5) ? 1 : -1));
  if (out.size) out.set('_id', new Int32(1));
  return out;
}

async function compareAll(name: string, rounds: number, other: (filter: Doc, rest: Record<string, unknown>) => Promise<Doc[]>): Promise<void> {
  const dice = new Dice(seed + 1);
  const wrong: string[] = [];
  for (let i = 0; i < rounds; i++) {
    const filter = anyFilter(dice);
    const sort = dice.chance(0.4) ? anySort(dice) : doc({});
    const rest = { ...(sort.size ? { sort } : {}), ...(sort.size && dice.chance(0.3) ? { skip: dice.int(5), limit: 1 + dice.int(10) } : {}) };
    const plain = await command(engine, 'plain', { find: 't', filter, ...rest, hint: { $natural: 1 }, batchSize: 100000 });
    if (plain.get('ok') !== 1) continue;
    const want = ids((plain.get('cursor') as Doc).get('firstBatch') as Doc[]);
    const got = ids(await other(filter, rest));
    if (!sort.size) [want, got].forEach((l) => l.sort());
    if (want.join() !== got.join()) wrong.push(`${name} #${i}: ${JSON.stringify([...filter].map(([k, v]) => [k, show(v)]))} sort ${JSON.stringify([...sort.keys()])}: ${want.length} wanted, ${got.length} found`);
  }
  expect(wrong.slice(0, 10)).toEqual([]);
}

const show = (v: Value): unknown => (v instanceof Map ? Object.fromEntries([...v].map(([k, x]) => [k, show(x)])) : Array.isArray(v) ? v.map(show) : typeof v === 'bigint' ? `${v}n` : v === UNDEFINED ? 'undefined' : v);

test('a query finds the same with indexes as by reading everything', async () => {
  await compareAll('indexed', ROUNDS, (filter, rest) => all(engine, 'indexed', { find: 't', filter, ...rest }));
});

test('each index by itself, hinted, finds the same', async () => {
  const dice = new Dice(seed + 2);
  const names = ['a', 'b', 'abc', 'axy', 'dxy', '_id_'];
  await compareAll('hinted', ROUNDS / 4, (filter, rest) => all(engine, 'indexed', { find: 't', filter, ...rest, hint: dice.pick(names) }));
});

test('counts agree with what find returns', async () => {
  const dice = new Dice(seed + 3);
  for (let i = 0; i < ROUNDS / 4; i++) {
    const filter = anyFilter(dice);
    const n = await command(engine, 'indexed', { count: 't', query: filter });
    if (n.get('ok') !== 1) continue;
    const found = await all(engine, 'plain', { find: 't', filter });
    expect({ i, n: (n.get('n') as Int32).value }).toEqual({ i, n: found.length });
  }
});

test('a transaction sees what anyone sees, and its own writes by index too', async () => {
  const id = { id: new (await import('bson')).Binary(Buffer.alloc(16, 9), 4) };
  const txn = { lsid: id, txnNumber: 1n, autocommit: false };
  await ok(engine, 'own', { insert: 't', documents: [{ _id: 'seed' }] });
  await ok(engine, 'own', { createIndexes: 't', indexes: INDEXES.filter((i) => i.name === 'a' || i.name === 'b') });
  const docs = await all(engine, 'plain', { find: 't' });
  await ok(engine, 'own', { insert: 't', documents: docs.slice(0, 100) });
  await ok(engine, 'own', { insert: 't', documents: docs.slice(100), ...txn, startTransaction: true });
  await ok(engine, 'own', { delete: 't', deletes: [{ q: { _id: 'seed' }, limit: 1 }], ...txn });
  // A transaction lives for 60 seconds.
  await compareAll('transaction', Math.min(ROUNDS / 4, 1000), (filter, rest) => all(engine, 'own', { find: 't', filter, ...rest, batchSize: 100000, ...txn }));
  await ok(engine, 'admin', { commitTransaction: 1, ...txn });
  await compareAll('committed', ROUNDS / 4, (filter, rest) => all(engine, 'own', { find: 't', filter, ...rest }));
});

test('a reopened folder answers the same', async () => {
  await engine.close();
  engine = await openEngine(dir);
  await compareAll('reopened', ROUNDS / 4, (filter, rest) => all(engine, 'indexed', { find: 't', filter, ...rest }));
  for (const db of ['plain', 'indexed', 'own']) expect((await ok(engine, db, { validate: 't' })).get('errors')).toEqual([]);
});
