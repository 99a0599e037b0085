import { decode } from '../bson/decode.ts';
import type { Collection } from './catalog.ts';
import { bound, entryKey, ridOf, ridValue } from './keys.ts';
import { allDocs, keysOf } from './records.ts';
import type { View } from './view.ts';

/** What a check found. */
export interface Report { records: number; invalid: number; keys: Record<string, number>; errors: string[] }

const PAGE = 500;

/** Proves that documents, index entries and the count of a collection agree. */
export async function checkCollection(view: View, c: Collection, count = c.count): Promise<Report> {
  const r: Report = { records: 0, invalid: 0, keys: Object.fromEntries(c.indexes.map((i) => [i.name, 0])), errors: [] };
  const wrong = (s: string): void => { if (r.errors.length < 100) r.errors.push(s); };
  const [start, end] = allDocs(c);
  const expected = new Map(c.indexes.map((i) => [i.id, 0]));
  await pages(view, 'docs', start, end, (key, value) => {
    r.records++;
    try {
      const d = decode(value);
      for (const i of c.indexes.filter((x) => x.ready)) {
        for (const k of keysOf(i, d).list) {
          expected.set(i.id, expected.get(i.id)! + 1);
          const at = i.isId ? view.get('idx', bound(i.id, k.key, false)) : view.get('idx', entryKey(i.id, k.key, ridOf(key)));
          if (at === undefined || (i.isId && !at.equals(ridValue(ridOf(key))))) wrong(`document ${ridOf(key)} is missing from index ${i.name}`);
        }
      }
    } catch (e) {
      r.invalid++;
      wrong(`document ${ridOf(key)}: ${(e as Error).message}`);
    }
  });
  for (const i of c.indexes) {
    let n = 0;
    await pages(view, 'idx', bound(i.id, Buffer.alloc(0), false), bound(i.id, Buffer.from([0xff]), true), () => { n++; });
    r.keys[i.name] = n;
    if (i.ready && n !== expected.get(i.id)) wrong(`index ${i.name} has ${n} entries, documents have ${expected.get(i.id)} keys`);
  }
  if (r.records !== count) wrong(`count is ${count}, documents are ${r.records}`);
  return r;
}

async function pages(view: View, table: 'docs' | 'idx', start: Buffer, end: Buffer, see: (key: Buffer, value: Buffer) => void): Promise<void> {
  let from = start;
  for (;;) {
    const { entries, last } = view.page(table, from, end, false, PAGE);
    for (const e of entries) see(e.key, e.value);
    if (!last) return;
    from = Buffer.concat([last, Buffer.from([0])]);
    await new Promise<void>((r) => setImmediate(r));
  }
}
