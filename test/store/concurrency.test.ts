import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Binary, doc, Int32 } from '../../server/store/bson/value.ts';
import type { Doc } from '../../server/store/bson/value.ts';
import type { Engine } from '../../server/store/engine/engine.ts';
import { all, command, Dice, ok, openEngine, temporary } from './support.ts';

const dir = temporary();
let engine: Engine;

beforeAll(async () => { engine = await openEngine(dir); });
afterAll(async () => {
  await engine.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

/** What a transaction should see and do, in plain JavaScript: its snapshot, its writes, whom it conflicts with. */
class Model {
  state = new Map<number, number>();
  changed = new Map<number, number>();
  held = new Map<number, number>();
  clock = 0;
}

interface Open { number: bigint; sid: number; session: number; view: Map<number, number>; start: number; wrote: Set<number> }

const fieldsOf = (t: Open, first: boolean): Record<string, unknown> => ({ lsid: { id: new Binary(Buffer.alloc(16, 100 + t.session), 4) }, txnNumber: t.number, autocommit: false, ...(first ? { startTransaction: true } : {}) });
const pairs = (docs: Doc[]): [number, number][] => docs.map((d) => [(d.get('_id') as Int32).value, (d.get('v') as Int32).value] as [number, number]).sort((a, b) => a[0] - b[0]);
const sorted = (m: Map<number, number>): [number, number][] => [...m].sort((a, b) => a[0] - b[0]);

test.each([1, 2, 3, 4])('random transactions behave as the model says (seed %d)', async (seed) => {
  const dice = new Dice(seed * 977);
  const m = new Model();
  const c = `m${seed}`;
  const open: (Open | undefined)[] = [undefined, undefined, undefined];
  const numbers = [0n, 0n, 0n];
  await ok(engine, 'm', { createIndexes: c, indexes: [{ key: { v: 1 }, name: 'v' }] });
  for (let i = 0; i < 8; i++) {
    await ok(engine, 'm', { insert: c, documents: [{ _id: i, v: 0 }] });
    m.state.set(i, 0);
  }
  const conflict = (t: Open, key: number): boolean => (m.held.has(key) && m.held.get(key) !== t.sid) || (m.changed.get(key) ?? -1) > t.start;
  const drop = (t: Open): void => {
    for (const [k, sid] of m.held) if (sid === t.sid) m.held.delete(k);
    open[t.sid] = undefined;
  };
  for (let step = 0; step < 400; step++) {
    const sid = dice.int(3);
    const key = dice.int(8);
    let t = open[sid];
    const choice = dice.int(8);
    if (t && choice === 0) {
      const r = await command(engine, 'admin', { commitTransaction: 1, ...fieldsOf(t, false) });
      expect({ step, ok: r.get('ok') }).toEqual({ step, ok: 1 });
      m.clock++;
      for (const k of t.wrote) {
        if (t.view.has(k)) m.state.set(k, t.view.get(k)!);
        else m.state.delete(k);
        m.changed.set(k, m.clock);
      }
      drop(t);
    } else if (t && choice === 1) {
      await ok(engine, 'admin', { abortTransaction: 1, ...fieldsOf(t, false) });
      drop(t);
    } else if (choice === 2 && !m.held.has(key)) {
      const v = dice.int(100);
      await ok(engine, 'm', { update: c, updates: [{ q: { _id: key }, u: { $set: { v } }, upsert: true }] });
      if (m.state.get(key) !== v) m.changed.set(key, ++m.clock);
      else m.changed.set(key, ++m.clock);
      m.state.set(key, v);
    } else {
      const first = !t;
      t ??= { number: ++numbers[sid]!, sid, session: seed * 5 + sid, view: new Map(m.state), start: m.clock, wrote: new Set() };
      open[sid] = t;
      if (choice < 5) {
        const found = await all(engine, 'm', { find: c, ...(dice.chance(0.5) ? { sort: doc({ v: 1 }) } : {}), ...fieldsOf(t, first) });
        expect({ step, found: pairs(found) }).toEqual({ step, found: sorted(t.view) });
        continue;
      }
      const v = dice.int(100);
      const exists = t.view.has(key);
      const cmd = choice === 5 && exists ? { delete: c, deletes: [{ q: { _id: key }, limit: 1 }] } : { update: c, updates: [{ q: { _id: key }, u: { $set: { v } }, upsert: exists }] };
      const r = await command(engine, 'm', { ...cmd, ...fieldsOf(t, first) });
      if (exists && conflict(t, key)) {
        expect({ step, code: r.get('code') }).toEqual({ step, code: new Int32(112) });
        drop(t);
        continue;
      }
      expect({ step, ok: r.get('ok') }).toEqual({ step, ok: 1 });
      if (!exists) continue;
      m.held.set(key, sid);
      t.wrote.add(key);
      if (choice === 5) t.view.delete(key);
      else t.view.set(key, v);
    }
    if (step % 20 === 0) expect({ step, now: pairs(await all(engine, 'm', { find: c })) }).toEqual({ step, now: sorted(m.state) });
  }
  for (const t of open) if (t) await ok(engine, 'admin', { abortTransaction: 1, ...fieldsOf(t, false) });
  expect(pairs(await all(engine, 'm', { find: c }))).toEqual(sorted(m.state));
  expect((await ok(engine, 'm', { validate: c })).get('errors')).toEqual([]);
});

test('two transactions that insert one unique key: the second conflicts, and after an abort the key is free', async () => {
  const [a, b] = [1, 2].map((x) => ({ lsid: { id: new Binary(Buffer.alloc(16, 50 + x), 4) }, txnNumber: 1n, autocommit: false, startTransaction: true }));
  await ok(engine, 'k', { createIndexes: 'k', indexes: [{ key: { u: 1 }, name: 'u', unique: true }] });
  await ok(engine, 'k', { insert: 'k', documents: [{ u: 1 }], ...a });
  expect((await command(engine, 'k', { insert: 'k', documents: [{ u: 1 }], ...b })).get('code')).toEqual(new Int32(112));
  const { startTransaction, ...on } = a!;
  void startTransaction;
  await ok(engine, 'admin', { abortTransaction: 1, ...on });
  expect((await ok(engine, 'k', { insert: 'k', documents: [{ u: 1 }] })).get('n')).toEqual(new Int32(1));
});

test('point reads stay quick while a large collection is read', async () => {
  const docs = Array.from({ length: 1000 }, (_, i) => ({ k: i, text: 'x'.repeat(100) }));
  for (let i = 0; i < 30; i++) await ok(engine, 'big', { insert: 'big', documents: docs });
  await ok(engine, 'big', { insert: 'one', documents: [{ _id: 1 }] });
  const scan = all(engine, 'big', { find: 'big', filter: { text: 'nothing' } });
  const times: number[] = [];
  let over = false;
  void scan.then(() => { over = true; });
  while (!over) {
    const t = performance.now();
    await all(engine, 'big', { find: 'one', filter: { _id: 1 } });
    await new Promise<void>((r) => setImmediate(r));
    times.push(performance.now() - t);
  }
  times.sort((x, y) => x - y);
  expect(times.length).toBeGreaterThan(5);
  expect(times[Math.floor(times.length * 0.9)]!).toBeLessThan(150);
});
