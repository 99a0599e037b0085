// Figures of the store, each a ratio inside one run with the raw part beside it: node --import tsx test/store/bench.ts [documents]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'bson';
import { open } from 'lmdb';
import { MongoClient } from 'mongodb';
import { launchStore } from '../../server/store/launch.ts';
import { temporary } from './support.ts';

const BIG = Number(process.argv[2] ?? 100_000);
const [dir, rawDir] = [temporary(), temporary()];
const store = await launchStore({ dataDir: dir });
const client = await new MongoClient(store.uri).connect();
const db = client.db('bench');

interface Row { _id: number; [field: string]: unknown }
const row = (n: number, more: Record<string, unknown> = {}): Row => ({ _id: n, name: `person ${n}`, when: new Date(n * 1000), tags: ['a', 'b'], nested: { x: n, y: 'z' }, ...more });
const median = (list: number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

async function perSecond(n: number, run: (i: number) => Promise<unknown>): Promise<number> {
  const t = performance.now();
  for (let i = 0; i < n; i++) await run(i);
  return (n / (performance.now() - t)) * 1000;
}

async function times(n: number, run: (i: number) => Promise<unknown>): Promise<number[]> {
  const out: number[] = [];
  for (let i = 0; i < n; i++) {
    const t = performance.now();
    await run(i);
    out.push(performance.now() - t);
  }
  return out.sort((a, b) => a - b);
}

const report = (what: string, value: string, goal: string, raw: string): void => { process.stdout.write(`${what.padEnd(46)} ${value.padEnd(10)} goal ${goal.padEnd(10)} (${raw})\n`); };

const points = db.collection<Row>('points');
await points.insertMany(Array.from({ length: 1000 }, (_, i) => row(i)));
// Both in turn, so that what else the machine does meets both; and the same against a server that does nothing.
const nothing = path.join(rawDir, 'nothing.sock');
const idle = spawn(process.execPath, ['--import', 'tsx', 'test/store/nothing.ts', nothing], { stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise((r) => idle.stdout.once('data', r));
const idleClient = await new MongoClient(`mongodb://${encodeURIComponent(nothing)}/?directConnection=true`).connect();
// Warm first: a process that has just started runs code that is not yet compiled.
for (let i = 0; i < 6000; i++) {
  await points.findOne({ _id: i % 1000 });
  await idleClient.db('bench').collection<Row>('points').findOne({ _id: i % 1000 });
}
const rates: Record<'ping' | 'find' | 'idlePing' | 'idleFind', number[]> = { ping: [], find: [], idlePing: [], idleFind: [] };
for (let k = 0; k < 8; k++) {
  rates.ping.push(await perSecond(1000, () => db.command({ ping: 1 })));
  rates.find.push(await perSecond(1000, (i) => points.findOne({ _id: i % 1000 })));
  rates.idlePing.push(await perSecond(1000, () => idleClient.db('bench').command({ ping: 1 })));
  rates.idleFind.push(await perSecond(1000, (i) => idleClient.db('bench').collection<Row>('points').findOne({ _id: i % 1000 })));
}
await idleClient.close();
idle.kill();
const [ping, find, idlePing, idleFind] = [rates.ping, rates.find, rates.idlePing, rates.idleFind].map(median) as [number, number, number, number];
report('findOne by _id / ping', (find / ping).toFixed(2), '>= 0.8', `${Math.round(find)} and ${Math.round(ping)} per second`);
report('  the same, of a server that does nothing', (idleFind / idlePing).toFixed(2), '', `${Math.round(idleFind)} and ${Math.round(idlePing)} per second: what the driver leaves`);

const raw = open<Buffer, Buffer>({ path: path.join(rawDir, 'raw'), maxDbs: 8, keyEncoding: 'binary', encoding: 'binary' });
const key = (i: number): Buffer => { const b = Buffer.alloc(8); b.writeUInt32BE(i); return b; };
const tables = ['docs', 'idx', 'meta', 'retry'].map((name) => raw.openDB<Buffer, Buffer>(name, { keyEncoding: 'binary', encoding: 'binary' }));
const durable = async (write: () => void): Promise<void> => { await raw.transaction(write); await raw.flushed; };
const [puts, fours, inserts]: [number[], number[], number[]] = [[], [], []];
// An insert writes a document, its _id, the count and the reply that answers a retry. Medians of single calls: a flush may take long.
const typical = async (n: number, run: (i: number) => Promise<unknown>): Promise<number> => 1000 / median(await times(n, run));
for (let k = 0; k < 8; k++) {
  puts.push(await typical(150, (i) => durable(() => { void raw.put(key(k * 150 + i), Buffer.alloc(200)); })));
  fours.push(await typical(150, (i) => durable(() => { for (const t of tables) void t.put(key(t === tables[0] || t === tables[1] ? k * 150 + i : 0), Buffer.alloc(t === tables[0] ? 200 : 60)); })));
  inserts.push(await typical(150, (i) => points.insertOne(row(10_000 + k * 150 + i))));
}
report('durable insert / raw durable LMDB put', (median(inserts) / median(puts)).toFixed(2), '>= 0.6', `${Math.round(median(inserts))} and ${Math.round(median(puts))} per second`);
const alone = 1000 / (1000 / median(fours) + 1000 / ping);
report('  four raw puts and a ping / one raw put', (alone / median(puts)).toFixed(2), '', `${Math.round(median(fours))} times four puts per second: what LMDB and the driver leave`);

const [small, big] = [db.collection<Row>('small'), db.collection<Row>('big')];
for (const [c, n] of [[small, 10_000], [big, BIG]] as const) {
  await c.createIndex({ g: 1 });
  for (let i = 0; i < n; i += 2000) await c.insertMany(Array.from({ length: 2000 }, (_, j) => row(i + j, { g: Math.floor((i + j) / 10) })));
}
const a = median(await times(300, (i) => small.find({ g: i }).toArray()));
const b = median(await times(300, (i) => big.find({ g: i * 7 }).toArray()));
report(`10 by index among ${BIG} / among 10000`, (b / a).toFixed(2), '<= 1.5', `${b.toFixed(2)} and ${a.toFixed(2)} ms`);

const group = db.collection<Row>('group');
await group.createIndex({ k: 1 });
await group.insertMany(Array.from({ length: 10_000 }, (_, i) => row(i, { k: 1, g: i % 50 })));
const bytes = Array.from({ length: 10_000 }, (_, i) => serialize(row(i, { k: 1, g: i % 50 })));
const decoding = median(await times(7, async () => { for (const x of bytes) deserialize(x); }));
const grouping = median(await times(7, () => group.aggregate([{ $match: { k: 1 } }, { $group: { _id: '$g', n: { $sum: '$nested.x' } } }]).toArray()));
report('index + $group of 10000 / decoding them', (grouping / decoding).toFixed(2), '<= 4', `${grouping.toFixed(1)} and ${decoding.toFixed(1)} ms`);
report('count of 10000 by index', median(await times(7, () => group.countDocuments({ k: 1 }))).toFixed(1), '<= 15 ms', '');

const scan = big.find({ 'nested.y': 'nothing' }).toArray();
const during: number[] = [];
let over = false;
void scan.then(() => { over = true; });
while (!over) during.push(...(await times(1, () => points.findOne({ _id: 1 }))));
during.sort((x, y) => x - y);
report(`p99 of a point read during a scan of ${BIG}`, during[Math.floor(during.length * 0.99)]!.toFixed(1), '<= 25 ms', `median ${median(during).toFixed(1)}, ${during.length} reads`);
if (fs.existsSync(`/proc/${store.pid()}/status`)) report('private memory', `${Math.round(Number(/RssAnon:\s+(\d+)/.exec(fs.readFileSync(`/proc/${store.pid()}/status`, 'utf8'))![1]) / 1024)} MB`, '<= 120 MB', 'after this run');

await client.close();
await store.stop();
await raw.close();
const { Engine } = await import('../../server/store/engine/engine.ts');
const t = performance.now();
const engine = await Engine.open(dir, true);
report(`open ${BIG} documents`, `${(performance.now() - t).toFixed(0)} ms`, '<= 100 ms', '');
await engine.close();
for (const d of [dir, rawDir]) fs.rmSync(d, { recursive: true, force: true });
