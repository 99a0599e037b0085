import { compareDec, toDec } from './decimal.ts';
import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, MaxKey, MinKey, ObjectId, Opaque, Timestamp, Undefined } from './value.ts';
import type { Doc, Value } from './value.ts';

/** Place of a value's type in BSON's total order; missing counts as null only where a caller says so. */
export function typeOrder(v: Value | undefined): number {
  if (v === undefined) return 0;
  if (v === null) return 5;
  switch (typeof v) {
    case 'number': case 'bigint': return 10;
    case 'string': return 15;
    case 'boolean': return 40;
  }
  if (v instanceof Int32 || v instanceof Decimal128) return 10;
  if (v instanceof Map) return 20;
  if (Array.isArray(v)) return 25;
  if (v instanceof ObjectId) return 35;
  if (v instanceof Date) return 45;
  if (v instanceof Binary) return 30;
  if (v instanceof BSONSymbol) return 15;
  if (v instanceof Timestamp) return 47;
  if (v instanceof BSONRegExp) return 50;
  if (v instanceof Code) return 60;
  if (v instanceof MinKey) return -1;
  if (v instanceof MaxKey) return 127;
  if (v instanceof Undefined) return 0;
  if (v instanceof Opaque) return v.type === 0x0c ? 55 : 65;
  return 0;
}

/** Compares strings by their UTF-8 bytes, as MongoDB does; JavaScript's < differs beyond U+FFFF. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 0xd800 && y >= 0xd800) {
      const sx = x <= 0xdfff;
      const sy = y <= 0xdfff;
      if (sx !== sy) return sx ? 1 : -1;
    }
    return x - y;
  }
  return a.length - b.length;
}

/** Exact order of two numbers of any types, NaN lowest. */
export function compareNumbers(x: Value, y: Value): number {
  const a = x instanceof Int32 ? x.value : x;
  const b = y instanceof Int32 ? y.value : y;
  if (a instanceof Decimal128 || b instanceof Decimal128) {
    return compareDec(toDec(a as Decimal128 | number | bigint), toDec(b as Decimal128 | number | bigint));
  }
  const p = a as number;
  const q = b as number;
  if (p < q) return -1;
  if (p > q) return 1;
  if (Number.isNaN(p)) return Number.isNaN(q) ? 0 : -1;
  return Number.isNaN(q) ? 1 : 0;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b);
}

function compareBinary(a: Binary, b: Binary): number {
  return a.position - b.position || a.sub_type - b.sub_type || compareBytes(a.buffer.subarray(0, a.position), b.buffer.subarray(0, b.position));
}

/** Compares two strings. */
export type Strings = (a: string, b: string) => number;

function compareDocs(strings: Strings, a: Doc, b: Doc): number {
  const other = b.entries();
  for (const [ka, va] of a) {
    const next = other.next();
    if (next.done) return 1;
    const [kb, vb] = next.value;
    const c = typeOrder(va) - typeOrder(vb) || compareStrings(ka, kb) || compareBy(strings, va, vb);
    if (c) return c;
  }
  return other.next().done ? 0 : -1;
}

function compareArrays(strings: Strings, a: Value[], b: Value[]): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const c = compareBy(strings, a[i]!, b[i]!);
    if (c) return c;
  }
  return a.length - b.length;
}

const text = (v: Value): string => (typeof v === 'string' ? v : (v as BSONSymbol).value);

/** BSON's total order. Numbers of all types are equal when their values are; missing sorts as undefined. */
export const compare = (a: Value | undefined, b: Value | undefined): number => compareBy(compareStrings, a, b);

/** BSON's total order with strings, wherever they stand in a value, in an order of their own; symbols keep theirs. */
export function compareBy(strings: Strings, a: Value | undefined, b: Value | undefined): number {
  if (a === b && !(typeof a === 'object')) return 0;
  const t = typeOrder(a);
  const d = t - typeOrder(b);
  if (d) return d;
  switch (t) {
    case 10: return compareNumbers(a!, b!);
    case 15: return typeof a === 'string' && typeof b === 'string' ? strings(a, b) : compareStrings(text(a!), text(b!));
    case 20: return compareDocs(strings, a as Doc, b as Doc);
    case 25: return compareArrays(strings, a as Value[], b as Value[]);
    case 30: return compareBinary(a as Binary, b as Binary);
    case 35: return compareBytes((a as ObjectId).id, (b as ObjectId).id);
    case 40: return Number(a) - Number(b);
    case 45: return (a as Date).getTime() - (b as Date).getTime();
    case 47: {
      const [x, y] = [(a as Timestamp).toBigInt(), (b as Timestamp).toBigInt()].map((n) => n & 0xffffffffffffffffn) as [bigint, bigint];
      return x < y ? -1 : x > y ? 1 : 0;
    }
    case 50: {
      const [p, q] = [a as BSONRegExp, b as BSONRegExp];
      return compareStrings(p.pattern, q.pattern) || compareStrings(p.options, q.options);
    }
    case 60: return compareStrings((a as Code).code, (b as Code).code);
    case 55: case 65: return compareBytes((a as Opaque).bytes, (b as Opaque).bytes);
    default: return 0;
  }
}

/** Equal in BSON's order: 1, 1.0 and Decimal128 1.00 are. */
export const equal = (a: Value | undefined, b: Value | undefined): boolean => compare(a, b) === 0;
