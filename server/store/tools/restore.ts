import fs from 'node:fs';
import path from 'node:path';
import { EJSON, serialize } from 'bson';
import type { Document } from 'bson';
import { decode } from '../bson/decode.ts';
import { isDoc } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { Engine } from '../engine/engine.ts';
import { buildIndexes, checkSpec } from '../engine/indexes.ts';
import { discard } from '../engine/garbage.ts';
import { prepare } from '../engine/records.ts';
import { recover } from '../engine/upkeep.ts';
import { isMain, runTool, say } from './run.ts';

const BATCH = 1000;

/** The documents of a .bson file, one after another, without holding the file in memory. */
function* documentsIn(file: string): Generator<Buffer> {
  const fd = fs.openSync(file, 'r');
  const head = Buffer.alloc(4);
  try {
    for (;;) {
      const got = fs.readSync(fd, head, 0, 4, null);
      if (got === 0) return;
      const size = got === 4 ? head.readInt32LE(0) : 0;
      if (size < 5) throw new Error(`${file} is cut short or damaged`);
      const bytes = Buffer.alloc(size);
      head.copy(bytes);
      if (fs.readSync(fd, bytes, 4, size - 4, null) !== size - 4) throw new Error(`${file} is cut short`);
      yield bytes;
    }
  } finally {
    fs.closeSync(fd);
  }
}

function metadata(file: string): { options: Doc; indexes: Doc[]; name: string | undefined } {
  if (!fs.existsSync(file)) return { options: new Map(), indexes: [], name: undefined };
  const d = decode(Buffer.from(serialize(EJSON.parse(fs.readFileSync(file, 'utf8'), { relaxed: false }) as Document)));
  const list = (d.get('indexes') as Value[] | undefined) ?? [];
  return { options: (d.get('options') as Doc | undefined) ?? new Map(), indexes: list.filter(isDoc), name: d.get('collectionName') as string | undefined };
}

async function restoreOne(engine: Engine, db: string, base: string, drop: boolean): Promise<number> {
  const file = `${base}.bson`;
  const meta = metadata(`${base}.metadata.json`);
  const name = meta.name ?? decodeURIComponent(path.basename(base));
  const old = engine.catalog.find(db, name);
  if (old && !drop) throw new Error(`${db}.${name} exists; use --drop to replace it`);
  if (old) await discard(engine, { docs: [old.id], idx: old.indexes.map((i) => i.id) }, () => engine.catalog.drop(old));
  const c = await engine.write(() => engine.catalog.create(db, name, meta.options));
  let batch: Buffer[] = [];
  let n = 0;
  const flush = async (): Promise<void> => {
    await engine.write(() => {
      for (const bytes of batch) {
        const d = decode(bytes);
        prepare(bytes, d);
        engine.records.insert(engine.latest, c, bytes, d, true);
      }
    });
    n += batch.length;
    batch = [];
  };
  for (const bytes of c.view ? [] : documentsIn(file)) {
    batch.push(bytes);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  const specs = meta.indexes.filter((i) => i.get('name') !== '_id_').map(checkSpec);
  if (specs.length) await buildIndexes(engine, c, specs);
  say(c.view ? `${db}.${name}: a view` : `${db}.${name}: ${n} documents, ${specs.length + 1} indexes`);
  return n;
}

/** Reads mongodump's layout into a data folder, which no store may have open. */
export async function restore(from: string, dataDir: string, drop: boolean): Promise<number> {
  const engine = await Engine.open(dataDir, true);
  try {
    await recover(engine);
    let total = 0;
    for (const db of fs.readdirSync(from, { withFileTypes: true })) {
      if (!db.isDirectory()) continue;
      const names = new Set(fs.readdirSync(path.join(from, db.name)).map((f) => /^(.*?)(?:\.bson|\.metadata\.json)$/.exec(f)?.[1]));
      for (const f of names) if (f !== undefined && !(db.name === 'admin' && f.startsWith('system.'))) total += await restoreOne(engine, db.name, path.join(from, db.name, f), drop);
    }
    return total;
  } finally {
    await engine.close();
  }
}

if (isMain(import.meta.url)) {
  runTool('restore --from DIR --data DIR [--drop]', ['from', 'data'], [], ['drop'], async (o) => {
    say(`restored ${await restore(o.from, o.data, o.drop === true)} documents`);
    return true;
  });
}
