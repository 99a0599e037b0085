import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A running store: where to connect, how to stop it, which process it is now. */
export interface Store { uri: string; stop(): Promise<void>; pid(): number }

/** Where the data lives; `sync: false` gives up durability for speed, in tests. */
export interface LaunchOptions { dataDir: string; sync?: boolean; log?: (line: string) => void }

const FIRST_DELAY = 50;
const LONGEST_DELAY = 5000;

/** Starts the store in a process of its own, restarts it on the same URI when it crashes, and stops it on demand. */
export async function launchStore(options: LaunchOptions): Promise<Store> {
  const log = options.log ?? (() => {});
  const folder = fs.mkdtempSync(path.join(socketRoot(), 'pb-'));
  fs.chmodSync(folder, 0o700);
  const socket = path.join(folder, 's.sock');
  let child: ChildProcess | undefined;
  let stopping = false;
  let delay = FIRST_DELAY;
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, argumentsFor(socket, options), { cwd: projectRoot(), stdio: ['pipe', 'pipe', 'pipe'], env: childEnv() });
    const mine = child;
    await ready(mine, log);
    const upAt = Date.now();
    mine.once('exit', (code, signal) => {
      if (stopping) return;
      log(`store: process ended (${signal ?? code}), restarting`);
      if (Date.now() - upAt > 10_000) delay = FIRST_DELAY;
      again();
    });
  };
  const again = (): void => {
    setTimeout(() => {
      if (!stopping) start().catch((e: Error) => { log(e.message); again(); });
    }, delay).unref();
    delay = Math.min(delay * 2, LONGEST_DELAY);
  };
  const onExit = (): void => { child?.stdin?.destroy(); fs.rmSync(folder, { recursive: true, force: true }); };
  process.once('exit', onExit);
  try {
    await start();
  } catch (e) {
    process.removeListener('exit', onExit);
    fs.rmSync(folder, { recursive: true, force: true });
    throw e;
  }
  return {
    uri: `mongodb://${encodeURIComponent(socket)}/?directConnection=true&retryWrites=true`,
    pid: () => child?.pid ?? 0,
    stop: async () => {
      stopping = true;
      process.removeListener('exit', onExit);
      await ended(child);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder whose name leaves room for the 107 bytes a socket path may have. */
function socketRoot(): string {
  const tmp = os.tmpdir();
  return tmp.length < 80 || process.platform === 'win32' ? tmp : '/tmp';
}

const projectRoot = (): string => path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

function argumentsFor(socket: string, o: LaunchOptions): string[] {
  const here = fileURLToPath(import.meta.url);
  const source = here.endsWith('.ts');
  const main = path.join(path.dirname(here), source ? 'main.ts' : 'main.js');
  return [...(source ? ['--import', 'tsx'] : []), main, '--data', path.resolve(o.dataDir), '--socket', socket, '--child', ...(o.sync === false ? ['--no-sync'] : [])];
}

/** The parent's Node options (inspectors, Jest's flags) are not the child's. */
function childEnv(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, NODE_CHANNEL_FD, ...env } = process.env;
  void NODE_OPTIONS;
  void NODE_CHANNEL_FD;
  return env;
}

/** Resolves when the child says it is ready; rejects with its last line when it gives up. */
function ready(child: ChildProcess, log: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let last = '';
    child.stdin!.on('error', () => {});
    readline.createInterface({ input: child.stderr! }).on('line', (line) => { last = line; log(line); });
    readline.createInterface({ input: child.stdout! }).on('line', (line) => { if (line.startsWith('ready')) resolve(); });
    child.once('error', reject);
    child.once('exit', (code) => setTimeout(() => reject(new Error(last || `store: process ended with code ${code}`)), 20));
  });
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((r) => child.once('exit', () => r()));
  child.stdin!.end();
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(late);
}
