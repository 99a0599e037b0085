import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { Int32 } from '../../server/store/bson/value.ts';
import type { Doc, Value } from '../../server/store/bson/value.ts';
import { encode } from '../../server/store/bson/encode.ts';
import { launchStore } from '../../server/store/launch.ts';
import { check } from '../../server/store/tools/check.ts';
import { dump } from '../../server/store/tools/dump.ts';
import { migrate } from '../../server/store/tools/migrate.ts';
import { restore } from '../../server/store/tools/restore.ts';
import { all, anyDoc, Dice, ok, openEngine, temporary } from './support.ts';

async function filled(dir: string): Promise<Doc[]> {
  const engine = await openEngine(dir);
  const dice = new Dice(5);
  const hasOld = (v: Value): boolean => (Array.isArray(v) ? v.some(hasOld) : v instanceof Map ? [...v.values()].some(hasOld) : v?.constructor?.name === 'Undefined');
  const docs = Array.from({ length: 400 }, (_, i) => new Map<string, Value>([['_id', new Int32(i)], ['2', 1], ['1', 1n], ...anyDoc(dice)])).filter((d) => !hasOld(d));
  await ok(engine, 'one', { insert: 'things', documents: docs });
  await ok(engine, 'one', { createIndexes: 'things', indexes: [{ key: { a: 1 }, name: 'a_1' }, { key: { b: -1 }, name: 'b', sparse: true }] });
  await ok(engine, 'two', { create: 'empty', validator: { x: { $gt: 1 } } });
  await ok(engine, 'two', { create: 'log', capped: true, size: 4096, max: 3 });
  await ok(engine, 'two', { insert: 'log', documents: [1, 2, 3, 4].map((_id) => ({ _id })) });
  await ok(engine, 'two', { create: 'seen', viewOn: 'log', pipeline: [{ $match: { _id: { $gt: 2 } } }] });
  await engine.close();
  return docs;
}

/** Documents of the capped collection beside. */
const LOGGED = 3;

const bytesOf = (docs: Doc[]): string[] => docs.map((d) => encode(d).toString('hex')).sort();

test('dump and restore give back every byte, index and option', async () => {
  const [dir, out, next] = [temporary(), temporary(), temporary()];
  const docs = await filled(dir);
  expect(await dump(dir, out)).toBe(docs.length + LOGGED);
  expect(fs.existsSync(path.join(out, 'one', 'things.metadata.json'))).toBe(true);
  expect(await restore(out, next, false)).toBe(docs.length + LOGGED);
  expect(await check(next)).toEqual([]);
  await expect(restore(out, next, false)).rejects.toThrow('--drop');
  await restore(out, next, true);
  const engine = await openEngine(next);
  expect(bytesOf(await all(engine, 'one', { find: 'things' }))).toEqual(bytesOf(docs));
  expect((await all(engine, 'one', { listIndexes: 'things' })).map((i) => i.get('name'))).toEqual(['_id_', 'a_1', 'b']);
  expect((await all(engine, 'two', { listCollections: 1 }))[0]!.get('options')).toEqual(new Map([['validator', new Map([['x', new Map([['$gt', new Int32(1)]])]])]]));
  await ok(engine, 'two', { insert: 'log', documents: [{ _id: 5 }] });
  expect((await all(engine, 'two', { find: 'log' })).map((d) => d.get('_id'))).toEqual([3, 4, 5].map((n) => new Int32(n)));
  expect((await all(engine, 'two', { find: 'seen' })).map((d) => d.get('_id'))).toEqual([3, 4, 5].map((n) => new Int32(n)));
  await engine.close();
  for (const d of [dir, out, next]) fs.rmSync(d, { recursive: true, force: true });
}, 30_000);

test('a dump cut short is refused', async () => {
  const [out, next] = [temporary(), temporary()];
  fs.mkdirSync(path.join(out, 'db'));
  fs.writeFileSync(path.join(out, 'db', 'c.bson'), encode(new Map([['_id', 'x']])).subarray(0, 12));
  await expect(restore(out, next, false)).rejects.toThrow('cut short');
  for (const d of [out, next]) fs.rmSync(d, { recursive: true, force: true });
});

test('migrate copies into a server and verifies; dump and check work while a store is running', async () => {
  const [dir, target, out] = [temporary(), temporary(), temporary()];
  const docs = await filled(dir);
  const source = await launchStore({ dataDir: dir, sync: false });
  const server = await launchStore({ dataDir: target, sync: false });
  expect(await migrate(dir, server.uri, false)).toBe(docs.length + LOGGED);
  await expect(migrate(dir, server.uri, false)).rejects.toThrow('not empty');
  expect(await check(target)).toEqual([]);
  expect(await dump(target, out)).toBe(docs.length + LOGGED);
  await Promise.all([source.stop(), server.stop()]);
  for (const d of [dir, target, out]) fs.rmSync(d, { recursive: true, force: true });
}, 40_000);
