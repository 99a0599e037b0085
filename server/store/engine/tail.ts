import { fail } from '../errors.ts';
import { decode } from '../bson/decode.ts';
import type { Collection } from './catalog.ts';
import type { Tail } from './cursors.ts';
import type { Engine } from './engine.ts';
import { docKey, ridOf } from './keys.ts';
import { matches } from './query.ts';
import type { FindSpec, Prepared, Source } from './query.ts';
import { allDocs } from './records.ts';

const PAGE = 128;

/** The documents of a capped collection in their order, and then those still to come: an end that may be asked again. */
export function tail(engine: Engine, c: Collection, p: Prepared, s: FindSpec, awaits: boolean): { source: Source; tail: Tail } {
  let last: number | undefined;
  let skip = s.skip ?? 0;
  const source: Source = async () => {
    for (;;) {
      const view = engine.view(undefined);
      if (engine.catalog.byId(c.id) !== c) fail(175, 'collection dropped while its end was watched');
      if (last !== undefined && !view.get('docs', docKey(c.id, last))) fail(136, `CollectionScan died due to position in capped collection being deleted. Last seen record id: RecordId(${last})`);
      const [start, end] = allDocs(c);
      const { entries } = view.page('docs', last === undefined ? start : docKey(c.id, last + 1), end, false, PAGE);
      if (!entries.length) return undefined;
      last = ridOf(entries.at(-1)!.key);
      const found = entries.filter((e) => matches(p, e.value) && skip-- <= 0);
      if (found.length) return found.map(({ value }) => (p.project ? p.project(decode(value), new Map([...s.vars, ['ROOT', decode(value)]])) : value));
    }
  };
  return { source, tail: { awaits, started: () => last !== undefined, changed: (ms) => engine.changed(ms) } };
}
