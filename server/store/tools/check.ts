import { checkCollection } from '../engine/check.ts';
import { isMain, runTool, say } from './run.ts';
import { snapshotOf } from './source.ts';

/** Proves that documents, indexes and counts of a data folder agree; the store may be running. Returns what is wrong. */
export async function check(dataDir: string): Promise<string[]> {
  const s = await snapshotOf(dataDir);
  const wrong: string[] = [];
  try {
    for (const c of s.collections) {
      const r = await checkCollection(s.view, c);
      say(`${c.db}.${c.name}: ${r.records} documents, ${c.indexes.length} indexes, ${r.errors.length} errors`);
      wrong.push(...r.errors.map((e) => `${c.db}.${c.name}: ${e}`));
    }
  } finally {
    await s.close();
  }
  return wrong;
}

if (isMain(import.meta.url)) {
  runTool('check --data DIR', ['data'], [], [], async (o) => {
    const wrong = await check(o.data);
    for (const line of wrong) say(line);
    return wrong.length === 0;
  });
}
