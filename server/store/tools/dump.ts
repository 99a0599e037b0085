import fs from 'node:fs';
import path from 'node:path';
import { deserialize, EJSON } from 'bson';
import { encode } from '../bson/encode.ts';
import { doc } from '../bson/value.ts';
import { isMain, runTool, say } from './run.ts';
import type { Collection } from '../engine/catalog.ts';
import { documentsOf, snapshotOf } from './source.ts';
import type { Snapshot } from './source.ts';

function documents(s: Snapshot, c: Collection, file: string): number {
  const fd = fs.openSync(file, 'w', 0o600);
  let n = 0;
  for (const bytes of documentsOf(s, c)) {
    fs.writeSync(fd, bytes);
    n++;
  }
  fs.fsyncSync(fd);
  fs.closeSync(fd);
  return n;
}

/** Writes a data folder in mongodump's layout, from one snapshot; the store may be running. */
export async function dump(dataDir: string, out: string): Promise<number> {
  const s = await snapshotOf(dataDir);
  let total = 0;
  try {
    for (const c of s.collections) {
      const folder = path.join(out, c.db);
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
      const base = path.join(folder, encodeURIComponent(c.name));
      // As mongodump does: a view is its description alone.
      const n = c.view ? 0 : documents(s, c, `${base}.bson`);
      const meta = deserialize(encode(doc({ options: c.options, indexes: c.indexes.filter((i) => i.ready).map((i) => i.spec), uuid: Buffer.from(c.uuid.buffer).toString('hex'), collectionName: c.name, type: c.view ? 'view' : 'collection' })), { promoteValues: false });
      fs.writeFileSync(`${base}.metadata.json`, EJSON.stringify(meta, { relaxed: false }), { mode: 0o600 });
      if (n !== c.count) throw new Error(`${c.db}.${c.name}: ${n} documents written, ${c.count} counted`);
      say(`${c.db}.${c.name}: ${c.view ? 'a view' : `${n} documents`}`);
      total += n;
    }
  } finally {
    await s.close();
  }
  return total;
}

if (isMain(import.meta.url)) {
  runTool('dump --data DIR --out DIR', ['data', 'out'], [], [], async (o) => {
    say(`dumped ${await dump(o.data, o.out)} documents`);
    return true;
  });
}
