import type { Transaction } from 'lmdb';
import { Catalog } from '../engine/catalog.ts';
import type { Collection } from '../engine/catalog.ts';
import { openForReading } from '../engine/env.ts';
import { Locks } from '../engine/locks.ts';
import { allDocs } from '../engine/records.ts';
import { SnapshotView } from '../engine/view.ts';

/** A data folder as it was at one moment, readable while the store goes on writing. */
export interface Snapshot { view: SnapshotView; collections: Collection[]; close(): Promise<void> }

/** Opens a snapshot of a data folder. */
export async function snapshotOf(dataDir: string): Promise<Snapshot> {
  const env = await openForReading(dataDir);
  const locks = new Locks();
  const view = new SnapshotView(env, locks, locks.begin(Promise.resolve()));
  const catalog = new Catalog(env, view.snapshot as Transaction);
  return {
    view, collections: catalog.list().filter((c) => !c.name.startsWith('tmp.agg_out.')),
    close: async () => {
      view.release();
      await env.close();
    },
  };
}

/** The documents of a collection, as stored, in natural order. */
export function* documentsOf(s: Snapshot, c: Collection): Generator<Buffer> {
  const [start, end] = allDocs(c);
  let from = start;
  for (;;) {
    const { entries, last } = s.view.page('docs', from, end, false, 200);
    for (const e of entries) yield e.value;
    if (!last) return;
    from = Buffer.concat([last, Buffer.from([0])]);
  }
}
