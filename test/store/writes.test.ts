import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encode } from '../../server/store/bson/encode.ts';
import { identity } from '../../server/store/bson/keystring.ts';
import { Int32 } from '../../server/store/bson/value.ts';
import type { Doc, Value } from '../../server/store/bson/value.ts';
import type { Engine } from '../../server/store/engine/engine.ts';
import { all, anyDoc, anyFilter, anyValue, command, Dice, ok, openEngine, temporary } from './support.ts';

const ROUNDS = Number(process.env.STORE_ROUNDS ?? 600);
const seed = Number(process.env.STORE_SEED ?? 3);
const dir = temporary();
let engine: Engine;

beforeAll(async () => { engine = await openEngine(dir); });
afterAll(async () => {
  await engine.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

const INDEXES = [{ key: { a: 1 }, name: 'a' }, { key: { b: -1 }, name: 'b', sparse: true }, { key: { 'c.x': 1 }, name: 'cx' }, { key: { d: 1 }, name: 'd', partialFilterExpression: { d: { $exists: true } } }];
const bytesOf = (docs: Doc[]): string[] => docs.map((d) => encode(d).toString('base64')).sort();
/** A value that is not an operator document by accident. */
const value = (d: Dice): Value => anyValue(d, 1);

function anyUpdate(d: Dice): Value {
  const path = d.pick(['a', 'b', 'c', 'd', 'c.x', 'a.0', 'd.x.y', 'b.y']);
  switch (d.int(9)) {
    case 0: case 1: case 2: return new Map([['$set', new Map([[path, value(d)]])]]);
    case 3: return new Map([['$unset', new Map([[path, '']])]]);
    case 4: return new Map([['$push', new Map([[path, value(d)]])]]);
    case 5: return new Map([['$inc', new Map<string, Value>([[path, d.pick<Value>([new Int32(1), 0.5, 2n])]])]]);
    case 6: return new Map([['$addToSet', new Map([[path, value(d)]])]]);
    case 7: return anyDoc(d);
    default: return new Map([['$rename', new Map([[path, d.pick(['a', 'b', 'c'])]])]]);
  }
}

async function resync(): Promise<void> {
  const documents = await all(engine, 'p', { find: 't' });
  await ok(engine, 'i', { delete: 't', deletes: [{ q: {}, limit: 0 }] });
  if (documents.length) await ok(engine, 'i', { insert: 't', documents });
}

test('random writes leave the same documents with and without indexes, and indexes that agree with them', async () => {
  const dice = new Dice(seed);
  await ok(engine, 'i', { createIndexes: 't', indexes: INDEXES });
  for (let i = 0; i < ROUNDS; i++) {
    const kind = dice.int(6);
    let cmd: Record<string, unknown>;
    if (kind < 2) cmd = { insert: 't', documents: [new Map<string, Value>([['_id', new Int32(dice.int(80))], ...anyDoc(dice)])] };
    else if (kind === 2) cmd = { delete: 't', deletes: [{ q: new Map([['_id', new Int32(dice.int(80))]]), limit: 1 }] };
    else {
      const byId = dice.chance(0.5);
      const u = anyUpdate(dice);
      const multi = !byId && u instanceof Map && [...u.keys()][0]?.startsWith('$') === true;
      cmd = { update: 't', updates: [{ q: byId || !multi ? new Map([['_id', new Int32(dice.int(80))]]) : anyFilter(dice), u, multi, upsert: byId && dice.chance(0.3) }] };
    }
    const [plain, indexed] = [await command(engine, 'p', cmd), await command(engine, 'i', cmd)];
    const shown = (r: Doc): unknown => [r.get('code'), r.get('n'), r.get('nModified'), (r.get('writeErrors') as Doc[] | undefined)?.map((e) => e.get('code'))];
    expect({ i, r: shown(indexed) }).toEqual({ i, r: shown(plain) });
    // A statement over many documents that fails at one has changed those before it: which these are is a matter of order.
    if (plain.has('writeErrors') && kind > 2) await resync();
  }
  expect(bytesOf(await all(engine, 'i', { find: 't' }))).toEqual(bytesOf(await all(engine, 'p', { find: 't' })));
  for (const db of ['i', 'p']) expect((await ok(engine, db, { validate: 't' })).get('errors')).toEqual([]);
});

test('an aggregation gives the same whether its beginning is done by the planner or stage by stage', async () => {
  const dice = new Dice(seed + 1);
  const group = (): Value => new Map([['$group', new Map<string, Value>([['_id', dice.pick(['$a', '$c.x', '$b'])], ['n', new Map<string, Value>([['$sum', new Int32(1)]])], ['m', new Map([['$max', '$d']])], ['s', new Map([['$sum', '$b']])]])]]);
  const stages = (): Value[] => {
    const out: Value[] = [];
    if (dice.chance(0.7)) out.push(new Map([['$match', anyFilter(dice)]]));
    if (dice.chance(0.4)) out.push(new Map([['$sort', new Map<string, Value>([[dice.pick(['a', 'b', 'c.x']), new Int32(1)], ['_id', new Int32(1)]])]]));
    if (dice.chance(0.3)) out.push(new Map([['$unwind', dice.pick(['$a', '$b'])]]));
    out.push(dice.pick<Value>([group(), new Map([['$count', 'n']]), new Map([['$project', new Map<string, Value>([['a', new Int32(1)], ['z', '$c.x']])]])]));
    return out;
  };
  for (let i = 0; i < ROUNDS / 2; i++) {
    const pipeline = stages();
    const slow = await command(engine, 'i', { aggregate: 't', pipeline: [new Map([['$replaceWith', '$$ROOT']]), ...pipeline], cursor: { batchSize: 10000 } });
    if (slow.get('ok') !== 1) continue;
    const quick = await all(engine, 'i', { aggregate: 't', pipeline, cursor: {} });
    // Equal numbers of different types stand for each other in a group, as whichever comes first.
    const valuesOf = (docs: Doc[]): string[] => docs.map(identity).sort();
    expect({ i, r: valuesOf(quick) }).toEqual({ i, r: valuesOf((slow.get('cursor') as Doc).get('firstBatch') as Doc[]) });
  }
});
