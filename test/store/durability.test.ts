import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { EXIT } from '../../server/store/engine/env.ts';
import { launchStore } from '../../server/store/launch.ts';
import { Int32 } from '../../server/store/bson/value.ts';
import type { Doc } from '../../server/store/bson/value.ts';
import { command, Dice, ok, openEngine, temporary } from './support.ts';

const ROUNDS = Number(process.env.STORE_KILLS ?? 4);
const WRITERS = 16;

const NOBODY = 65534;

interface Counter { _id: number; n: number }

test('SIGKILL at random moments under 16 writers loses nothing acknowledged, and retried writes apply once', async () => {
  const dir = temporary();
  const dice = new Dice(Date.now());
  const store = await launchStore({ dataDir: dir });
  const client = await new mongoose.mongo.MongoClient(store.uri, { serverSelectionTimeoutMS: 15_000 }).connect();
  const db = client.db('d');
  const rows = db.collection<{ _id: string; w: number }>('rows');
  const counters = db.collection<Counter>('counters');
  await rows.createIndex({ w: 1 });
  await counters.insertMany(Array.from({ length: WRITERS }, (_, i) => ({ _id: i, n: 0 })));
  const acked: string[] = [];
  const sure = new Array<number>(WRITERS).fill(0);
  const unsure = new Array<number>(WRITERS).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    let on = true;
    const writers = Array.from({ length: WRITERS }, async (_, w) => {
      for (let i = 0; on; i++) {
        const id = `${round}-${w}-${i}`;
        await rows.insertOne({ _id: id, w }).then(() => acked.push(id), () => {});
        await counters.updateOne({ _id: w }, { $inc: { n: 1 } }).then(() => sure[w]!++, () => unsure[w]!++);
      }
    });
    await new Promise((r) => setTimeout(r, 100 + dice.int(400)));
    process.kill(store.pid(), 'SIGKILL');
    await new Promise((r) => setTimeout(r, 50));
    on = false;
    await Promise.all(writers);
  }
  const present = new Set((await rows.find({}, { projection: { _id: 1 } }).toArray()).map((r) => r._id));
  expect(acked.filter((id) => !present.has(id))).toEqual([]);
  for (const c of await counters.find().toArray()) {
    expect(c.n).toBeGreaterThanOrEqual(sure[c._id]!);
    expect(c.n).toBeLessThanOrEqual(sure[c._id]! + unsure[c._id]!);
  }
  for (const name of ['rows', 'counters']) expect((await db.command({ validate: name })).errors).toEqual([]);
  expect(acked.length).toBeGreaterThan(ROUNDS * 10);
  await client.close();
  await store.stop();
  fs.rmSync(dir, { recursive: true, force: true });
}, 30_000 + ROUNDS * 10_000);

const main = path.resolve('server/store/main.ts');

function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, ...env } = process.env;
  void NODE_OPTIONS;
  return env;
}

/** Starts the store and says how it ended; as nobody, whom permissions bind, when these tests run as root. */
function run(args: string[], as: 'me' | 'nobody' = 'me'): Promise<{ code: number | null; line: string }> {
  return new Promise((resolve) => {
    const nobody = as === 'nobody' && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: environment(), ...nobody });
    let line = '';
    child.stderr.on('data', (d: Buffer) => { line += d.toString(); });
    child.stdout.on('data', () => child.kill());
    child.on('exit', (code) => resolve({ code, line: line.trim() }));
  });
}

test('what cannot be opened is said in one line, with an exit code, and left as it was', async () => {
  const dir = temporary();
  const store = await launchStore({ dataDir: dir, sync: false });
  const second = await run(['--data', dir, '--port', '0']);
  expect(second).toEqual({ code: EXIT.locked, line: `store: ${dir} is in use by another process` });
  await store.stop();

  const file = path.join(dir, 'data.mdb');
  const whole = fs.readFileSync(file);
  fs.writeFileSync(file, Buffer.concat([Buffer.alloc(24), Buffer.from('not a store'), whole.subarray(35)]));
  expect(await run(['--data', dir, '--port', '0'])).toMatchObject({ code: EXIT.data });
  const short = Buffer.from(whole.subarray(0, whole.length - 8192));
  short.writeBigUInt64LE(2000n, 144);
  fs.writeFileSync(file, short);
  expect((await run(['--data', dir, '--port', '0'])).line).toContain('is cut short');
  expect(fs.readFileSync(file).equals(short)).toBe(true);
  fs.rmSync(dir, { recursive: true, force: true });

  const occupied = path.join(temporary(), 'file');
  fs.writeFileSync(occupied, '');
  expect(await run(['--data', occupied, '--port', '0'])).toMatchObject({ code: EXIT.notWritable });
  expect(await run(['--port', '0'])).toMatchObject({ code: EXIT.usage });
}, 60_000);

test('a folder or file that may not be written, or belongs to somebody else, is said so and left alone', async () => {
  const own = (name: string, mode: number): void => {
    if (process.getuid?.() === 0) fs.chownSync(name, NOBODY, NOBODY);
    fs.chmodSync(name, mode);
  };
  const dir = temporary();
  const store = await launchStore({ dataDir: dir, sync: false });
  await store.stop();
  const file = path.join(dir, 'data.mdb');
  const before = fs.readFileSync(file);
  own(file, 0o600);
  own(path.join(dir, 'lock.mdb'), 0o600);
  own(dir, 0o500);
  const refused = { code: EXIT.notWritable, line: `store: ${dir} is not writable (EACCES)` };
  expect(await run(['--data', dir, '--port', '0'], 'nobody')).toEqual(refused);
  own(dir, 0o700);
  own(file, 0o400);
  expect(await run(['--data', dir, '--port', '0'], 'nobody')).toEqual(refused);
  if (process.getuid?.() === 0) {
    fs.chownSync(dir, 0, 0);
    expect(await run(['--data', dir, '--port', '0'], 'nobody')).toEqual(refused);
  }
  expect(fs.readFileSync(file).equals(before)).toBe(true);
  fs.rmSync(dir, { recursive: true, force: true });
}, 60_000);

test('a disk that takes no more ends the store with a clear line, and nothing acknowledged is lost', async () => {
  const dir = temporary();
  // A limit on the size of files stands in for a full disk: writing beyond it fails.
  const child = spawn('bash', ['-c', `ulimit -f 8192; exec "${process.execPath}" --import tsx "${main}" --data "${dir}" --port 0`], { stdio: ['ignore', 'pipe', 'pipe'], env: environment() });
  let said = '';
  child.stderr.on('data', (d: Buffer) => { said += d.toString(); });
  const ended = new Promise<number | null>((r) => child.on('exit', (code) => r(code)));
  const uri = await new Promise<string>((r) => child.stdout.on('data', (d: Buffer) => r(/ready (\S+)/.exec(d.toString())![1]!)));
  const client = await new mongoose.mongo.MongoClient(uri, { retryWrites: false }).connect();
  const rows = client.db('d').collection<{ _id: number; s: string }>('rows');
  let acked = 0;
  await expect((async () => { for (;; acked++) await rows.insertOne({ _id: acked, s: 'x'.repeat(200_000) }); })()).rejects.toThrow('cannot write');
  expect(await ended).toBe(EXIT.io);
  expect(said.trim()).toMatch(/^store: cannot write to .*; what was acknowledged is on the disk$/);
  await client.close();
  const again = await launchStore({ dataDir: dir, sync: false });
  const reader = await new mongoose.mongo.MongoClient(again.uri).connect();
  expect(await reader.db('d').collection('rows').countDocuments({})).toBeGreaterThanOrEqual(acked);
  expect((await reader.db('d').command({ validate: 'rows' })).errors).toEqual([]);
  await reader.db('d').collection<{ _id: string }>('rows').insertOne({ _id: 'goes on' });
  await reader.close();
  await again.stop();
  fs.rmSync(dir, { recursive: true, force: true });
}, 60_000);

test('on a disk that is all but full nothing is added, and reading and removing go on', async () => {
  const dir = temporary();
  const engine = await openEngine(dir);
  await ok(engine, 'd', { insert: 'c', documents: [{ _id: 1 }, { _id: 2 }] });
  engine.reserve = Infinity;
  const refused = async (cmd: Record<string, unknown>): Promise<unknown> => { const r = await command(engine, 'd', cmd); return ((r.get('writeErrors') as Doc[] | undefined)?.[0] ?? r).get('code'); };
  expect(await refused({ insert: 'c', documents: [{ _id: 3 }] })).toEqual(new Int32(14031));
  expect(await refused({ update: 'c', updates: [{ q: { _id: 1 }, u: { $set: { a: 1 } } }] })).toEqual(new Int32(14031));
  expect(await refused({ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a' }] })).toEqual(new Int32(14031));
  expect((await ok(engine, 'd', { delete: 'c', deletes: [{ q: { _id: 2 }, limit: 1 }] })).get('n')).toEqual(new Int32(1));
  expect((await ok(engine, 'd', { count: 'c' })).get('n')).toEqual(new Int32(1));
  expect((await ok(engine, 'd', { validate: 'c' })).get('errors')).toEqual([]);
  await engine.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

test('a folder written by a newer version is refused and not touched', async () => {
  const dir = temporary();
  const { open } = await import('lmdb');
  const root = open<Buffer, Buffer>({ path: dir, keyEncoding: 'binary', encoding: 'binary', maxDbs: 8 });
  const meta = root.openDB<Buffer, Buffer>('meta', { keyEncoding: 'binary', encoding: 'binary' });
  await meta.put(Buffer.from('format'), Buffer.from('99/1'));
  await root.close();
  const before = fs.readFileSync(path.join(dir, 'data.mdb'));
  const r = await run(['--data', dir, '--port', '0']);
  expect(r.code).toBe(EXIT.newer);
  expect(r.line).toContain('newer version');
  expect(fs.readFileSync(path.join(dir, 'data.mdb')).equals(before)).toBe(true);
  fs.rmSync(dir, { recursive: true, force: true });
}, 20_000);

test('the launcher passes on why a store cannot start', async () => {
  const file = path.join(temporary(), 'file');
  fs.writeFileSync(file, '');
  await expect(launchStore({ dataDir: file })).rejects.toThrow('is not writable');
}, 20_000);
