import { decode } from '../bson/decode.ts';
import { doc } from '../bson/value.ts';
import type { Collection, Index } from './catalog.ts';
import type { Engine } from './engine.ts';
import { dropIndexes, rebuildAll } from './indexes.ts';
import { sweepGarbage } from './garbage.ts';
import { Blocked } from './locks.ts';
import { prepare, select } from './query.ts';

/** How often expired documents, cursors and sessions are looked for. */
export const PERIOD = 60_000;
const CHUNK = 500;

/** What a start has to put right: unfinished index builds, unswept remains, indexes of an older key format. */
export async function recover(engine: Engine): Promise<void> {
  if (engine.env.rebuild) await rebuildAll(engine);
  for (const c of engine.catalog.list()) {
    const unfinished = c.indexes.filter((i) => !i.ready);
    if (unfinished.length) await dropIndexes(engine, c, unfinished);
  }
  const orphans = engine.catalog.orphans();
  if (orphans.length) await engine.write(() => { for (const c of orphans) engine.catalog.drop(c); });
  await sweepGarbage(engine);
}

/** Removes documents whose time is over. */
export async function expire(engine: Engine, now = Date.now()): Promise<number> {
  let n = 0;
  for (const c of engine.catalog.list()) {
    for (const i of c.indexes) if (i.ttl !== undefined && i.ready) n += await expireIndex(engine, c, i, now);
  }
  return n;
}

async function expireIndex(engine: Engine, c: Collection, i: Index, now: number): Promise<number> {
  const filter = doc({ [i.names[0]!]: doc({ $lte: new Date(now - i.ttl! * 1000) }) });
  let total = 0;
  for (;;) {
    const n = await engine.write(() => {
      const found = select(engine.latest, c, prepare(c, { filter, vars: new Map() }), CHUNK, { keys: 0, docs: 0 }).filter((f) => !i.partial || i.partial.match(decode(f.bytes)));
      for (const f of found) engine.records.remove(engine.latest, c, f.rid, decode(f.bytes));
      return found.length;
    }).catch((e) => { if (e instanceof Blocked) return 0; throw e; });
    total += n;
    if (n < CHUNK) return total;
  }
}

/** Runs the sweeps every minute; returns a function that stops them. */
export function startUpkeep(engine: Engine, log: (line: string) => void): () => void {
  const timer = setInterval(() => {
    engine.cursors.sweep();
    void Promise.all([engine.sessions.sweep(), expire(engine)]).catch((e: Error) => log(`store: upkeep failed: ${e.message}`));
  }, PERIOD);
  timer.unref();
  return () => clearInterval(timer);
}
