import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { open } from 'lmdb';
import type { Database, RootDatabase } from 'lmdb';
import { KEYSTRING_VERSION } from '../bson/keystring.ts';

/** Raise when the layout changes; an older folder is migrated, a newer one refused untouched. */
export const FORMAT = 1;

/** A failure to open that the process reports in one line and leaves with `exit`. */
export class OpenError extends Error {
  exit: number;
  constructor(exit: number, message: string) {
    super(message);
    this.exit = exit;
  }
}

/** Exit codes of the store's process. */
export const EXIT = { usage: 64, data: 65, locked: 73, io: 74, notWritable: 77, newer: 78 } as const;

type Db = Database<Buffer, Buffer>;

/** The open folder: four LMDB tables, the lock that keeps others out, the fence that proves it. */
export interface Env {
  root: RootDatabase<Buffer, Buffer>;
  docs: Db;
  idx: Db;
  meta: Db;
  retry: Db;
  sync: boolean;
  dataDir: string;
  rebuild: boolean;
  owner: Buffer;
  close(): Promise<void>;
}

export const OWNER = Buffer.from('owner');
const META = Buffer.from('format');

/** Opens a data folder for this process alone. */
export async function openEnv(dataDir: string, sync: boolean): Promise<Env> {
  prepare(dataDir);
  const unlock = await lock(dataDir);
  try {
    const stored = await storedFormat(dataDir);
    const root = openRoot(dataDir, sync);
    const table = (name: string): Db => root.openDB<Buffer, Buffer>(name, { keyEncoding: 'binary', encoding: 'binary' });
    const env: Env = {
      root, docs: table('docs'), idx: table('idx'), meta: table('meta'), retry: table('retry'), sync, dataDir, rebuild: false, owner: randomBytes(12),
      close: async () => {
        await root.close();
        unlock();
      },
    };
    env.rebuild = stored !== undefined && stored.keys < KEYSTRING_VERSION;
    await env.root.transaction(() => {
      if (!env.rebuild) stamp(env);
      void env.meta.put(OWNER, env.owner);
    });
    return env;
  } catch (e) {
    unlock();
    throw e;
  }
}

function prepare(dataDir: string): void {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    const probe = path.join(dataDir, `.probe-${process.pid}`);
    fs.writeFileSync(probe, '');
    fs.unlinkSync(probe);
    const file = path.join(dataDir, 'data.mdb');
    if (fs.existsSync(file)) fs.accessSync(file, fs.constants.R_OK | fs.constants.W_OK);
  } catch (e) {
    throw new OpenError(EXIT.notWritable, `store: ${dataDir} is not writable (${(e as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  refuseNetwork(dataDir);
  refuseTruncated(path.join(dataDir, 'data.mdb'));
}

/** LMDB's memory map and locks do not hold on network file systems. */
function refuseNetwork(dataDir: string): void {
  const NETWORK = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x517b, 0x01021997]);
  let type = 0;
  try {
    type = Number(fs.statfsSync(dataDir).type);
  } catch {
    return;
  }
  if (NETWORK.has(type)) throw new OpenError(EXIT.io, `store: ${dataDir} is on a network file system, which cannot hold a store`);
}

/** A file shorter than its meta pages say would end the process with SIGBUS: look before mapping it. */
function refuseTruncated(file: string): void {
  if (!fs.existsSync(file)) return;
  const size = fs.statSync(file).size;
  if (size === 0) return;
  const head = Buffer.alloc(1 << 17);
  const fd = fs.openSync(file, 'r');
  const got = fs.readSync(fd, head, 0, head.length, 0);
  fs.closeSync(fd);
  const pageSize = head.readUInt32LE(48);
  if (head.readUInt32LE(24) !== MAGIC || pageSize < 512 || pageSize > 65536 || got < pageSize * 2) throw new OpenError(EXIT.data, `store: ${file} is damaged or not a store; restore a backup`);
  const lastPage = Math.max(...[0, pageSize].map((at) => Number(head.readBigUInt64LE(at + 144))));
  const missing = lastPage + 1 - size / pageSize;
  if (missing > LOOSE_PAGES) throw new OpenError(EXIT.data, `store: ${file} is cut short (${size} of ${(lastPage + 1) * pageSize} bytes); restore a backup`);
  // LMDB may leave its very last pages unwritten when they were freed again in the same transaction: fill the hole.
  if (missing > 0) fs.truncateSync(file, (lastPage + 1) * pageSize);
}

/** Bytes that this process may still write in a folder. */
export function freeSpace(dataDir: string): number {
  try {
    const s = fs.statfsSync(dataDir);
    // Some file systems do not say.
    return s.blocks ? s.bavail * s.bsize : Infinity;
  } catch {
    return Infinity;
  }
}

const MAGIC = 0xbeefc0de;
const LOOSE_PAGES = 64;

function openRoot(dataDir: string, sync: boolean, readOnly = false): RootDatabase<Buffer, Buffer> {
  try {
    return open<Buffer, Buffer>({
      path: dataDir, noSubdir: false, keyEncoding: 'binary', encoding: 'binary', maxDbs: 8, maxReaders: 512, mapSize: 2 ** 40, cache: false, compression: false, readOnly,
      ...(sync ? {} : { noSync: true, overlappingSync: false }),
    });
  } catch (e) {
    throw new OpenError(EXIT.data, `store: cannot open ${dataDir}: ${(e as Error).message}`);
  }
}

/** Notes the versions of this code; after a rebuild only when that is done. Inside a write transaction. */
export function stamp(env: Env): void {
  void env.meta.put(META, Buffer.from(`${FORMAT}/${KEYSTRING_VERSION}`));
}

/** Opens a folder for reading alone, also while a store is writing to it: no lock, nothing changed. */
export async function openForReading(dataDir: string): Promise<Env> {
  const file = path.join(dataDir, 'data.mdb');
  if (!fs.existsSync(file)) throw new OpenError(EXIT.data, `store: there is no store in ${dataDir}`);
  await storedFormat(dataDir);
  const root = openRoot(dataDir, true, true);
  const table = (name: string): Db => root.openDB<Buffer, Buffer>(name, { keyEncoding: 'binary', encoding: 'binary' });
  return { root, docs: table('docs'), idx: table('idx'), meta: table('meta'), retry: table('retry'), sync: false, dataDir, rebuild: false, owner: Buffer.alloc(0), close: () => root.close() };
}

/** The versions a folder was written with, read without touching it; a newer one is refused. */
async function storedFormat(dataDir: string): Promise<{ keys: number } | undefined> {
  if (!fs.existsSync(path.join(dataDir, 'data.mdb'))) return undefined;
  const root = openRoot(dataDir, true, true);
  let text: string | undefined;
  try {
    text = root.openDB<Buffer, Buffer>('meta', { keyEncoding: 'binary', encoding: 'binary' })?.get(META)?.toString();
  } catch {
    text = undefined;
  } finally {
    await root.close();
  }
  if (!text) return undefined;
  const [format = 0, keys = 0] = text.split('/').map(Number);
  if (format > FORMAT || keys > KEYSTRING_VERSION) {
    throw new OpenError(EXIT.newer, `store: ${dataDir} was written by a newer version (format ${text}, this is ${FORMAT}/${KEYSTRING_VERSION}); it was left untouched`);
  }
  return { keys };
}

/** Takes a lock that the kernel releases when this process dies, however it dies. */
async function lock(dataDir: string): Promise<() => void> {
  const { dev, ino } = fs.statSync(dataDir);
  const id = createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24);
  const name = process.platform === 'linux' ? `\0pembina-store-${id}` : process.platform === 'win32' ? `\\\\.\\pipe\\pembina-store-${id}` : path.join(dataDir, 'lock.sock');
  if (process.platform !== 'linux' && process.platform !== 'win32' && !(await alive(name))) fs.rmSync(name, { force: true });
  const server = net.createServer((s) => s.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new OpenError(EXIT.locked, `store: ${dataDir} is in use by another process`)));
    server.listen(name, resolve);
  });
  server.unref();
  return () => server.close();
}

const alive = (name: string): Promise<boolean> => new Promise((resolve) => {
  const s = net.connect(name, () => { s.destroy(); resolve(true); });
  s.on('error', () => resolve(false));
});
