import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { temporary } from './support.ts';

const shared = path.resolve('../shared');
const suites = path.join(shared, 'conformance/mongodb');
const runner = path.join(shared, 'tools/mongodb-unified.mjs');
const refused = JSON.parse(fs.readFileSync('test/store/conformance-refused.json', 'utf8')) as Record<string, string>;
/** MongoDB's suites take a minute and are not part of this repository: they are run when asked for, and then must be there. */
const wanted = Boolean(process.env.STORE_CONFORMANCE);

function output(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    child.stdout!.on('data', (d: Buffer) => { text += d.toString(); });
    child.on('exit', () => resolve(text));
  });
}

if (wanted) test('MongoDB\'s unified tests pass, save those listed with a reason', async () => {
  const { NODE_OPTIONS, ...env } = process.env;
  void NODE_OPTIONS;
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/store/main.ts', '--data', temporary(), '--port', '0', '--no-sync'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const uri = await new Promise<string>((r) => server.stdout.on('data', (d: Buffer) => r(/ready (\S+)/.exec(d.toString())![1]!)));
  const folders = fs.readdirSync(suites).map((f) => path.join(suites, f));
  const text = await output(spawn(process.execPath, [runner, uri, ...folders], { env, stdio: ['ignore', 'pipe', 'inherit'] }));
  server.kill();
  const failed = [...text.matchAll(/^(\S+\.json \| .*?) \| /gm)].map((m) => m[1]!);
  expect(Number(/pass: (\d+)/.exec(text)?.[1])).toBeGreaterThan(540);
  expect(failed.filter((f) => !(f in refused))).toEqual([]);
}, 300_000);

test('each refused test has a reason', () => {
  for (const why of Object.values(refused)) expect(why.length).toBeGreaterThan(10);
});
