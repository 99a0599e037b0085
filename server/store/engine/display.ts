import { Binary, BSONRegExp, Decimal128, Int32, isDoc, MaxKey, MinKey, ObjectId, Timestamp } from '../bson/value.ts';
import type { Value } from '../bson/value.ts';

/** A value as MongoDB prints it in messages. */
export function display(v: Value): string {
  if (v === null) return 'null';
  if (typeof v === 'string') return JSON.stringify(v);
  if (typeof v === 'number') return Number.isInteger(v) && Math.abs(v) < 1e15 ? `${v}.0` : String(v);
  if (typeof v === 'bigint' || typeof v === 'boolean') return String(v);
  if (v instanceof Int32) return String(v.value);
  if (v instanceof ObjectId) return `ObjectId('${v.toHexString()}')`;
  if (v instanceof Date) return `new Date(${v.getTime()})`;
  if (v instanceof Decimal128) return v.toString();
  if (v instanceof Binary) return `BinData(${v.sub_type}, ${Buffer.from(v.buffer.subarray(0, v.position)).toString('hex').toUpperCase()})`;
  if (v instanceof Timestamp) return `Timestamp(${v.getHighBits()}, ${v.getLowBits()})`;
  if (v instanceof BSONRegExp) return `/${v.pattern}/${v.options}`;
  if (v instanceof MinKey) return 'MinKey';
  if (v instanceof MaxKey) return 'MaxKey';
  if (isDoc(v)) return v.size ? `{ ${[...v].map(([k, x]) => `${k}: ${display(x)}`).join(', ')} }` : '{}';
  if (Array.isArray(v)) return v.length ? `[ ${v.map(display).join(', ')} ]` : '[]';
  return 'undefined';
}
