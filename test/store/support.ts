import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { decode } from '../../server/store/bson/decode.ts';
import { encode } from '../../server/store/bson/encode.ts';
import { Binary, BSONRegExp, Decimal128, doc, Int32, MaxKey, MinKey, ObjectId, Timestamp, UNDEFINED } from '../../server/store/bson/value.ts';
import type { Doc, Value } from '../../server/store/bson/value.ts';
import { answer } from '../../server/store/commands/dispatch.ts';
import { Engine } from '../../server/store/engine/engine.ts';
import { recover } from '../../server/store/engine/upkeep.ts';

/** A folder that is removed with the test. */
export const temporary = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'store-'));

/** A store opened inside the test, without sync. */
export async function openEngine(dir: string): Promise<Engine> {
  const engine = await Engine.open(dir, false);
  await recover(engine);
  return engine;
}

/** Runs a command as a client would, without the wire. */
export async function command(engine: Engine, db: string, cmd: Record<string, unknown> | Doc): Promise<Doc> {
  const body = new Map([...(cmd instanceof Map ? cmd : doc(cmd)), ['$db', db]]) as Doc;
  const raw = encode(body);
  const reply = await answer(engine, { id: 1, query: false, body: decode(raw), raw, sequences: new Map(), answer: true, database: undefined }, { connection: 1, address: 'test' });
  return decode(encode(reply));
}

/** As command, throwing when the reply is an error. */
export async function ok(engine: Engine, db: string, cmd: Record<string, unknown> | Doc): Promise<Doc> {
  const reply = await command(engine, db, cmd);
  if (reply.get('ok') !== 1) throw new Error(`${String(reply.get('code'))}: ${String(reply.get('errmsg'))}`);
  return reply;
}

/** All documents of a find or aggregate. */
export async function all(engine: Engine, db: string, cmd: Record<string, unknown> | Doc): Promise<Doc[]> {
  const cursor = (await ok(engine, db, cmd)).get('cursor') as Doc;
  const out = [...(cursor.get('firstBatch') as Doc[])];
  let id = cursor.get('id') as bigint;
  const ns = cursor.get('ns') as string;
  while (id !== 0n) {
    const next = (await ok(engine, db, { getMore: id, collection: ns.slice(ns.indexOf('.') + 1) })).get('cursor') as Doc;
    out.push(...(next.get('nextBatch') as Doc[]));
    id = next.get('id') as bigint;
  }
  return out;
}

/** Random numbers that repeat with their seed. */
export class Dice {
  private s: number;
  constructor(seed: number) {
    this.s = seed >>> 0 || 1;
  }
  next(): number {
    this.s = (this.s + 0x6d2b79f5) >>> 0;
    let t = this.s;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  int(n: number): number {
    return Math.floor(this.next() * n);
  }
  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)]!;
  }
  chance(p: number): boolean {
    return this.next() < p;
  }
}

const decimals = ['0', '1', '1.0', '1.5', '-2', '9007199254740993', '9007199254740992.5', '0.1', '1E+400', '-1E-300', 'NaN', 'Infinity', '-Infinity', '1E-6176'];
const numbers = [0, -0, 1, 1.5, -2, 2 ** 53, 0.1, -0.1, NaN, Infinity, -Infinity, 5e-324, 1e308, 9007199254740992];
const longs = [0n, 1n, -2n, 9007199254740993n, 9007199254740992n, -9007199254740993n, 0x7fffffffffffffffn, -0x8000000000000000n];
const strings = ['', 'a', 'ab', 'b', 'a\0', 'a\0b', 'é', '\ud83d\ude00', '\uffff', 'A', 'x'.repeat(30), 'x'.repeat(1200) + 'a', 'x'.repeat(1200) + 'b'];

/** A value of any BSON type, drawn from few enough that they meet. */
export function anyValue(d: Dice, depth = 0): Value {
  switch (d.int(depth > 1 ? 15 : 18)) {
    case 0: return null;
    case 1: case 2: return new Int32(d.int(5) - 1);
    case 3: return d.pick(numbers);
    case 4: return d.pick(longs);
    case 5: return Decimal128.fromString(d.pick(decimals));
    case 6: case 7: return d.pick(strings);
    case 8: return d.chance(0.5);
    case 9: return new Date(d.pick([0, 1, -1, 1e12, -62135596800000]));
    case 10: return new ObjectId(Buffer.alloc(12, d.int(3)));
    case 11: return new Binary(Buffer.from(d.pick(['', 'a', 'b', 'ab'])), d.pick([0, 4]));
    case 12: return new Timestamp({ t: 1 + d.int(2), i: d.int(2) });
    case 13: return d.pick([new MinKey(), new MaxKey(), UNDEFINED]);
    case 14: return new BSONRegExp(d.pick(['a', '^a']), d.pick(['', 'i']));
    case 15: return Array.from({ length: d.int(4) }, () => anyValue(d, depth + 1));
    default: return anyDoc(d, depth + 1);
  }
}

/** A document over few field names. */
export function anyDoc(d: Dice, depth = 0): Doc {
  const out: Doc = new Map();
  for (const k of depth ? ['x', 'y', '0'] : ['a', 'b', 'c', 'd']) if (d.chance(0.65)) out.set(k, anyValue(d, depth));
  return out;
}

const PATHS = ['a', 'b', 'c', 'd', 'a.x', 'a.y', 'b.x', 'd.x.y', 'a.0', 'a.0.x', '_id'];

function operator(d: Dice, depth: number): [string, Value] {
  const v = anyValue(d, 1);
  switch (d.int(15)) {
    case 0: case 1: return ['$eq', v];
    case 2: return ['$ne', v instanceof BSONRegExp ? null : v];
    case 3: case 4: case 5: case 6: return [d.pick(['$gt', '$gte', '$lt', '$lte']), v instanceof BSONRegExp ? new Int32(1) : v];
    case 7: return [d.pick(['$in', '$nin']), Array.from({ length: d.int(4) }, () => anyValue(d, 1))];
    case 8: return ['$exists', d.chance(0.5)];
    case 9: return ['$type', d.pick(['string', 'number', 'array', 'object', 'null', 'date', 'int', 'bool'])];
    case 10: return ['$size', new Int32(d.int(3))];
    case 11: return ['$all', Array.from({ length: 1 + d.int(2) }, () => anyValue(d, 1))];
    case 12: return ['$elemMatch', depth > 1 ? new Map([operatorFor(d)]) : d.chance(0.5) ? anyFilter(d, depth + 1, ['x', 'y']) : new Map([operatorFor(d), operatorFor(d)])];
    case 13: return ['$regex', d.pick(['^a', 'a', '^b', '^x+'])];
    default: return ['$mod', [new Int32(2), new Int32(d.int(2))]];
  }
}

const operatorFor = (d: Dice): [string, Value] => [d.pick(['$gt', '$gte', '$lt', '$lte', '$eq']), d.pick<Value>([new Int32(1), 0.5, 'a', 2n])];

/** A random filter. */
export function anyFilter(d: Dice, depth = 0, paths: readonly string[] = PATHS): Doc {
  const out: Doc = new Map();
  const n = d.int(3) + (depth ? 1 : 0);
  for (let i = 0; i < n; i++) {
    if (depth < 2 && d.chance(0.15)) out.set(d.pick(['$and', '$or', '$nor']), Array.from({ length: 1 + d.int(2) }, () => anyFilter(d, depth + 1, paths)));
    else if (d.chance(0.3)) out.set(d.pick(paths), plain(anyValue(d, 1)));
    else {
      const ops: Doc = new Map([operator(d, depth)]);
      if (d.chance(0.3)) ops.set(...operator(d, depth));
      out.set(d.pick(paths), d.chance(0.1) ? new Map([['$not', ops]]) : ops);
    }
  }
  return out;
}

const plain = (v: Value): Value => (v instanceof Map && [...v.keys()].some((k) => k.startsWith('$')) ? null : v);

/** Ids of documents as text, for comparing results. */
export const ids = (docs: Doc[]): string[] => docs.map((d) => encode(new Map([['_id', d.get('_id') ?? null]])).toString('hex'));
