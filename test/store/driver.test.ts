import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { launchStore } from '../../server/store/launch.ts';
import type { Store } from '../../server/store/launch.ts';
import { temporary } from './support.ts';

const { Schema } = mongoose;
const dir = temporary();
let store: Store;
let conn: mongoose.Connection;

beforeAll(async () => {
  store = await launchStore({ dataDir: dir, sync: false });
  conn = await mongoose.createConnection(store.uri, { dbName: 'driver' }).asPromise();
});

afterAll(async () => {
  await conn.close();
  await store.stop();
  fs.rmSync(dir, { recursive: true, force: true });
});

test('Mongoose models: defaults, validation, populate, lean, timestamps, unique errors', async () => {
  const Author = conn.model('Author', new Schema({ name: { type: String, unique: true }, born: Date }, { timestamps: true }));
  const Book = conn.model('Book', new Schema({ title: String, author: { type: Schema.Types.ObjectId, ref: 'Author' }, tags: [String], copies: [{ shelf: String, n: Number }] }));
  await Author.init();
  const ann = await Author.create({ name: 'Ann', born: new Date(0) });
  await expect(Author.create({ name: 'Ann' })).rejects.toMatchObject({ code: 11000, keyPattern: { name: 1 }, keyValue: { name: 'Ann' } });
  await Book.create([{ title: 'One', author: ann._id, tags: ['x', 'y'], copies: [{ shelf: 'a', n: 1 }] }, { title: 'Two', author: ann._id }]);
  const one = await Book.findOne({ tags: 'x' }).populate<{ author: { name: string } }>('author').orFail();
  expect(one.author.name).toBe('Ann');
  one.copies.push({ shelf: 'b', n: 2 });
  one.tags = one.tags.filter((t) => t !== 'x');
  await one.save();
  await Book.updateOne({ _id: one._id, 'copies.shelf': 'b' }, { $inc: { 'copies.$.n': 5 } });
  expect(await Book.findById(one._id).lean()).toMatchObject({ tags: ['y'], copies: [{ shelf: 'a', n: 1 }, { shelf: 'b', n: 7 }] });
  expect(await Book.aggregate([{ $lookup: { from: 'authors', localField: 'author', foreignField: '_id', as: 'a' } }, { $unwind: '$a' }, { $group: { _id: '$a.name', n: { $sum: 1 } } }])).toEqual([{ _id: 'Ann', n: 2 }]);
});

test('two saves of one version: the second is refused', async () => {
  const Thing = conn.model('Thing', new Schema({ list: [Number] }, { optimisticConcurrency: true }));
  const { _id } = await Thing.create({ list: [1] });
  const [a, b] = await Promise.all([Thing.findById(_id).orFail(), Thing.findById(_id).orFail()]);
  a.list.push(2);
  await a.save();
  b.list.push(3);
  await expect(b.save()).rejects.toMatchObject({ name: 'VersionError' });
});

test('withTransaction: money is neither made nor lost under contention, and readers see whole transfers', async () => {
  const accounts = conn.collection<{ _id: number; n: number }>('accounts');
  await accounts.insertMany(Array.from({ length: 4 }, (_, i) => ({ _id: i, n: 100 })));
  const transfer = async (from: number, to: number): Promise<void> => {
    const session = await conn.startSession();
    try {
      await session.withTransaction(async () => {
        const src = await accounts.findOne({ _id: from }, { session });
        await accounts.updateOne({ _id: from }, { $set: { n: src!.n - 10 } }, { session });
        await accounts.updateOne({ _id: to }, { $inc: { n: 10 } }, { session });
      });
    } finally {
      await session.endSession();
    }
  };
  const totals: number[] = [];
  const readers = (async () => {
    for (let i = 0; i < 15; i++) totals.push((await accounts.aggregate<{ t: number }>([{ $group: { _id: null, t: { $sum: '$n' } } }]).toArray())[0]!.t);
  })();
  await Promise.all([...Array.from({ length: 24 }, (_, i) => transfer(i % 4, (i * 3 + 1) % 4)), readers]);
  expect(new Set(totals)).toEqual(new Set([400]));
}, 30_000);

test('an aborted transaction leaves nothing behind', async () => {
  const c = conn.collection('aborted');
  await c.createIndex({ k: 1 }, { unique: true });
  const session = await conn.startSession();
  session.startTransaction();
  await c.insertOne({ k: 1 }, { session });
  await session.abortTransaction();
  await session.endSession();
  expect(await c.countDocuments()).toBe(0);
  await c.insertOne({ k: 1 });
});

test('GridFS takes and gives a file of several chunks', async () => {
  const bucket = new mongoose.mongo.GridFSBucket(conn.db!);
  const data = Buffer.alloc(1_500_000, 'abc');
  const up = bucket.openUploadStream('file.bin', { metadata: { kind: 'test' } });
  up.end(data);
  await new Promise((resolve, reject) => { up.on('finish', resolve); up.on('error', reject); });
  const parts: Buffer[] = [];
  for await (const part of bucket.openDownloadStream(up.id)) parts.push(part as Buffer);
  expect(Buffer.concat(parts).equals(data)).toBe(true);
  await bucket.delete(up.id);
  expect(await bucket.find({}).toArray()).toEqual([]);
});

test('a cursor larger than a batch is read to its end, and closed early when asked', async () => {
  const c = conn.collection('many');
  await c.insertMany(Array.from({ length: 2500 }, (_, i) => ({ i })));
  expect(await c.find({}, { batchSize: 7 }).limit(100).toArray()).toHaveLength(100);
  expect(await c.find({}).toArray()).toHaveLength(2500);
  const cursor = c.find({}, { batchSize: 10 });
  await cursor.next();
  await cursor.close();
});

test('explain names the index and counts what was looked at', async () => {
  const c = conn.collection('many');
  await c.createIndex({ i: 1 });
  const e = await c.find({ i: { $gte: 10, $lt: 20 } }).explain('executionStats');
  expect(e.queryPlanner.winningPlan).toMatchObject({ inputStage: { stage: 'IXSCAN', indexName: 'i_1' } });
  expect(e.executionStats).toMatchObject({ nReturned: 10, totalDocsExamined: 10, totalKeysExamined: 10 });
  expect((await c.find({ z: 1 }).explain('queryPlanner')).queryPlanner.winningPlan).toMatchObject({ stage: 'COLLSCAN' });
});

test('what is not supported is refused by name', async () => {
  const c = conn.collection('many');
  await expect(c.find({ $where: 'true' }).toArray()).rejects.toMatchObject({ code: 115 });
  await expect(c.createIndex({ t: 'text' })).rejects.toMatchObject({ code: 67 });
  await expect(c.aggregate([{ $densify: {} }]).toArray()).rejects.toMatchObject({ code: 40324 });
  await expect(c.watch().next()).rejects.toMatchObject({ code: 40573 });
  await expect(c.aggregate([{ $project: { x: { $function: {} } } }]).toArray()).rejects.toMatchObject({ code: 168 });
  await expect(conn.db!.command({ mapReduce: 'many' })).rejects.toMatchObject({ code: 59 });
  await expect(conn.db!.command({ find: 'many', surprise: 1 })).rejects.toMatchObject({ code: 40415 });
  await expect(c.find({}).collation({ locale: 'fr', backwards: true }).toArray()).rejects.toMatchObject({ code: 115 });
  await expect(conn.db!.createCollection('seconds', { timeseries: { timeField: 't' } })).rejects.toMatchObject({ code: 115 });
});

test('after a crash the same URI works again and nothing acknowledged is lost', async () => {
  const c = conn.collection<{ _id: number }>('crash');
  await c.insertOne({ _id: 1 });
  process.kill(store.pid(), 'SIGKILL');
  let found: unknown;
  for (let i = 0; i < 100 && !found; i++) {
    found = await c.findOne({ _id: 1 }).catch(() => undefined);
    if (!found) await new Promise((r) => setTimeout(r, 100));
  }
  expect(found).toEqual({ _id: 1 });
}, 20_000);

test('a count reads documents where a nested condition is told by no key', async () => {
  const c = conn.collection<{ _id: number; class: number; quiz: number; state: string }>('nested');
  await c.createIndex({ class: 1, quiz: 1 });
  await c.insertMany(['a', 'a', 'b'].map((state, _id) => ({ _id, class: 1, quiz: 1, state })));
  expect(await c.countDocuments({ $and: [{ state: { $ne: 'a' } }, { class: 1, quiz: 1 }] })).toBe(1);
  expect(await c.countDocuments({ $and: [{ $and: [{ state: { $ne: 'b' } }] }, { class: 1, quiz: 1 }] })).toBe(2);
  expect(await c.countDocuments({ $and: [{ class: 1 }, { quiz: 1 }] })).toBe(3);
});
