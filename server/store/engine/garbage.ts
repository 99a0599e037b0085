import type { Engine } from './engine.ts';
import { bound } from './keys.ts';

/** Ids whose documents or index entries are to be swept. */
export interface Garbage { docs: number[]; idx: number[] }

const CHUNK = 2000;
const name = (kind: 'docs' | 'idx', id: number): Buffer => Buffer.from(`g:${kind}:${id}`);

/** Makes a change to the catalog and notes what it leaves behind, together; then sweeps it in small steps. */
export async function discard(engine: Engine, g: Garbage, change: () => void): Promise<void> {
  await engine.write(() => {
    change();
    for (const kind of ['docs', 'idx'] as const) for (const id of g[kind]) void engine.env.meta.put(name(kind, id), Buffer.from('1'));
  });
  void sweepGarbage(engine).catch(() => {});
}

/** Sweeps everything noted, also what a crash left. */
export async function sweepGarbage(engine: Engine): Promise<void> {
  const found = [...engine.env.meta.getKeys({ start: Buffer.from('g:'), end: Buffer.from('g;') })].map((k) => Buffer.from(k));
  for (const key of found) {
    const [, kind, id] = key.toString().split(':') as [string, 'docs' | 'idx', string];
    await sweepOne(engine, kind, Number(id), key);
  }
}

async function sweepOne(engine: Engine, kind: 'docs' | 'idx', id: number, key: Buffer): Promise<void> {
  let more = true;
  while (more) {
    await engine.write(() => {
      const { entries } = engine.latest.page(kind, bound(id, Buffer.alloc(0), false), bound(id, Buffer.alloc(16, 0xff), true), false, CHUNK);
      for (const e of entries) void engine.env[kind].remove(e.key);
      more = entries.length === CHUNK;
      if (!more) void engine.env.meta.remove(key);
    });
  }
}
