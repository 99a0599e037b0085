import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EXIT, OpenError } from '../engine/env.ts';

/** True when a module is what Node was started with. */
export const isMain = (url: string): boolean => process.argv[1] === fileURLToPath(url);

/** Writes a line of progress. */
export const say = (line: string): void => { process.stderr.write(`${line}\n`); };

/** Runs a tool: reads its options, reports failure in one line, ends with an exit code. */
export function runTool<K extends string>(usage: string, required: K[], optional: string[], flags: string[], main: (o: Record<K, string> & Record<string, string | boolean | undefined>) => Promise<boolean>): void {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const k of [...required, ...optional]) options[k] = { type: 'string' };
  for (const k of flags) options[k] = { type: 'boolean' };
  let values: Record<string, string | boolean | undefined>;
  try {
    values = parseArgs({ options }).values as typeof values;
    if (required.some((k) => !values[k])) throw new Error('missing');
  } catch {
    say(`usage: ${usage}`);
    process.exit(EXIT.usage);
  }
  main(values as Record<K, string> & Record<string, string | boolean | undefined>).then(
    (fine) => process.exit(fine ? 0 : 1),
    (e: Error) => {
      say(e instanceof OpenError ? e.message : `failed: ${e.message}`);
      process.exit(e instanceof OpenError ? e.exit : 1);
    },
  );
}
