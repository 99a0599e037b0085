import fs from 'node:fs';
import net from 'node:net';
import { parseArgs } from 'node:util';
import { failPoint } from './commands/dispatch.ts';
import { Engine } from './engine/engine.ts';
import { EXIT, OpenError } from './engine/env.ts';
import { recover, startUpkeep } from './engine/upkeep.ts';
import { serve } from './server.ts';

const USAGE = 'usage: main --data DIR (--port N | --socket PATH) [--no-sync] [--child]';
const say = (line: string): void => { process.stderr.write(`${line}\n`); };

function options(): { data: string; port: number | undefined; socket: string | undefined; sync: boolean; child: boolean } {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string' }, socket: { type: 'string' }, 'no-sync': { type: 'boolean' }, child: { type: 'boolean' } } });
    if (!values.data || (values.port === undefined) === (values.socket === undefined)) throw new Error(USAGE);
    return { data: values.data, port: values.port === undefined ? undefined : Number(values.port), socket: values.socket, sync: !values['no-sync'], child: values.child === true };
  } catch {
    say(USAGE);
    process.exit(EXIT.usage);
  }
}

async function main(): Promise<void> {
  const o = options();
  const engine = await Engine.open(o.data, o.sync);
  let dying = false;
  engine.onFatal = (e) => {
    if (dying) return;
    dying = true;
    say(`store: ${e.message}; what was acknowledged is on the disk`);
    setTimeout(() => process.exit(EXIT.io), 50);
  };
  // LMDB prints its errors and rejects promises nobody holds: what matters of them is said above.
  console.error = (e) => { if (!dying && !(e instanceof Error)) say(`store: ${String(e)}`); };
  process.on('unhandledRejection', (e: Error) => {
    if (dying || (e as { commitError?: unknown }).commitError) return;
    say(`store: ${e.stack ?? String(e)}`);
    process.exit(1);
  });
  await recover(engine);
  const server = serve(engine);
  // Fault injection is for conformance runs over loopback; an application's store never offers it.
  failPoint.enabled = o.port !== undefined;
  if (o.socket) fs.rmSync(o.socket, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (e) => reject(new OpenError(EXIT.io, `store: cannot listen: ${e.message}`)));
    if (o.socket) server.listen(o.socket, resolve);
    else server.listen(o.port, '127.0.0.1', resolve);
  });
  const stopUpkeep = startUpkeep(engine, say);
  let leaving = false;
  const leave = async (): Promise<void> => {
    if (leaving) return;
    leaving = true;
    stopUpkeep();
    server.close();
    await engine.close().catch(() => {});
    process.exit(0);
  };
  // A child outlives the signal that its parent's whole group got: requests in flight still need it. It leaves with the pipe.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void (o.child || leave()));
  if (o.child) process.stdin.on('end', () => void leave()).on('error', () => void leave()).resume();
  const address = server.address();
  const where = typeof address === 'string' ? address : `mongodb://127.0.0.1:${(address as net.AddressInfo).port}/`;
  process.stdout.write(`ready ${where}\n`);
}

main().catch((e: Error) => {
  say(e instanceof OpenError ? e.message : `store: ${e.stack}`);
  process.exit(e instanceof OpenError ? e.exit : 1);
});
