import { isDoc } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';

/** A copy of a document with a path set, or removed. */
export function put(d: Doc, parts: string[], v: Value | undefined): Doc {
  const out: Doc = new Map(d);
  const [head, ...rest] = parts as [string, ...string[]];
  if (rest.length) {
    const child = out.get(head);
    if (isDoc(child) || v !== undefined) out.set(head, put(isDoc(child) ? child : new Map(), rest, v));
  } else if (v === undefined) out.delete(head);
  else out.set(head, v);
  return out;
}
