import { createHash } from 'node:crypto';
import { deserialize, Double, Long } from 'bson';
import type { Document } from 'bson';
// The driver comes with Mongoose, which the store itself must not know.
import { MongoClient } from 'mongodb';
import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { Opaque, Undefined } from '../bson/value.ts';
import type { Value } from '../bson/value.ts';
import type { Collection } from '../engine/catalog.ts';
import { isMain, runTool, say } from './run.ts';
import { documentsOf, snapshotOf } from './source.ts';
import type { Snapshot } from './source.ts';

const BATCH = 500;

/** A value as the driver sends it without loss: maps keep any key order, doubles stay doubles. */
function sendable(v: Value): unknown {
  if (typeof v === 'number') return new Double(v);
  if (typeof v === 'bigint') return Long.fromBigInt(v);
  if (Array.isArray(v)) return v.map(sendable);
  if (v instanceof Map) return new Map([...v].map(([k, x]) => [k, sendable(x)]));
  if (v instanceof Undefined || v instanceof Opaque) throw new Error('a deprecated BSON type (undefined, DBPointer or code with scope) cannot be sent by the driver');
  return v;
}

/** A hash of a set of documents that does not depend on their order. */
class SetHash {
  private sum = 0n;
  n = 0;
  add(bytes: Uint8Array): void {
    this.sum = (this.sum + BigInt(`0x${createHash('sha256').update(bytes).digest('hex')}`)) & ((1n << 256n) - 1n);
    this.n++;
  }
  value(): string {
    return `${this.n}:${this.sum.toString(16)}`;
  }
}

async function copy(s: Snapshot, c: Collection, client: MongoClient, drop: boolean): Promise<void> {
  const target = client.db(c.db).collection(c.name);
  if (drop) await target.drop().catch(() => false);
  if (await target.estimatedDocumentCount()) throw new Error(`${c.db}.${c.name} is not empty at the target; use --drop to replace it`);
  const plain = (d: Value): Document => deserialize(encode(d as Map<string, Value>), { promoteValues: false }) as Document;
  await client.db(c.db).createCollection(c.name, plain(c.options)).catch((e: { code?: number }) => { if (e.code !== 48) throw e; });
  if (c.view) return say(`${c.db}.${c.name}: a view`);
  const sent = new SetHash();
  let batch: Document[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length) await target.insertMany(batch, { forceServerObjectId: true, bypassDocumentValidation: true, writeConcern: { w: 'majority' } });
    batch = [];
  };
  for (const bytes of documentsOf(s, c)) {
    sent.add(bytes);
    batch.push(sendable(decode(bytes)) as Document);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  for (const i of c.indexes) {
    if (i.isId || !i.ready) continue;
    const { key, v, ...options } = plain(i.spec);
    void v;
    await client.db(c.db).command({ createIndexes: c.name, indexes: [{ key, ...options }] });
  }
  const there = new SetHash();
  for await (const d of target.find({}, { raw: true })) there.add(d as unknown as Uint8Array);
  if (there.value() !== sent.value()) throw new Error(`${c.db}.${c.name}: target has ${there.n} documents that differ from the ${sent.n} sent`);
  say(`${c.db}.${c.name}: ${sent.n} documents, verified`);
}

/** Copies a data folder into a MongoDB server and verifies every document there. */
export async function migrate(dataDir: string, to: string, drop: boolean): Promise<number> {
  const client = await new MongoClient(to, { serverSelectionTimeoutMS: 10_000 }).connect();
  const s = await snapshotOf(dataDir);
  try {
    for (const c of s.collections) await copy(s, c, client, drop);
    return s.collections.reduce((n, c) => n + c.count, 0);
  } finally {
    await s.close();
    await client.close();
  }
}

if (isMain(import.meta.url)) {
  runTool('migrate --data DIR --to URI [--drop]', ['data', 'to'], [], ['drop'], async (o) => {
    say(`migrated ${await migrate(o.data, o.to, o.drop === true)} documents; point MONGODB_URI there and keep the folder until you are sure`);
    return true;
  });
}
