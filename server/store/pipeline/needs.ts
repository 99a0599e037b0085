import { isDoc, isNumber, toNumber } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { parseFilter } from '../query/filter.ts';
import { fieldsOf } from '../query/match.ts';

/** Top-level fields a pipeline can see of its input; undefined when it may see all. */
export function neededFields(pipeline: Value[]): Set<string> | undefined {
  const out = new Set<string>();
  for (const stage of pipeline) {
    const [name, arg] = [...(stage as Doc)][0]!;
    switch (name) {
      case '$match': {
        const fields = fieldsOf(parseFilter(arg as Doc));
        if (!fields) return undefined;
        for (const f of fields) out.add(f);
        break;
      }
      case '$skip': case '$limit': break;
      case '$sort': for (const k of (arg as Doc).keys()) out.add(k.split('.')[0]!); break;
      case '$unwind': if (!references(isDoc(arg) ? arg.get('path')! : arg, out)) return undefined; break;
      case '$count': return out;
      case '$group': case '$sortByCount': return references(arg, out) ? out : undefined;
      case '$project': {
        if (!inclusive(arg)) return undefined;
        for (const k of (arg as Doc).keys()) out.add(k.split('.')[0]!);
        if (!(arg as Doc).has('_id')) out.add('_id');
        return references(arg, out) ? out : undefined;
      }
      default: return undefined;
    }
  }
  return undefined;
}

/** A projection that names what stays: each field a flag that is on, or an expression. */
function inclusive(arg: Value): boolean {
  if (!isDoc(arg)) return false;
  const flags = [...arg].filter(([k]) => k !== '_id').map(([, v]) => v);
  return flags.length > 0 && flags.every((v) => v === true || typeof v === 'string' || (isNumber(v) && toNumber(v) !== 0));
}

/** Collects the fields an expression mentions; false when it may reach the whole document. */
function references(v: Value, out: Set<string>): boolean {
  if (typeof v === 'string') {
    if (v.startsWith('$$')) return !/^\$\$(ROOT|CURRENT)\b/.test(v);
    if (v.startsWith('$')) out.add(v.slice(1).split('.')[0]!);
    return true;
  }
  if (Array.isArray(v)) return v.every((x) => references(x, out));
  if (!isDoc(v)) return true;
  if (v.has('$getField') || ['$top', '$bottom', '$topN', '$bottomN'].some((k) => v.has(k))) return false;
  return [...v.values()].every((x) => references(x, out));
}
