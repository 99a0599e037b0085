import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

export { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, MaxKey, MinKey, ObjectId, Timestamp };

/** A document: ordered, any key (also "0" and "__proto__"), each value with its exact BSON type. */
export type Doc = Map<string, Value>;

/** A BSON type this store carries but does not interpret (DBPointer, code with scope). */
export class Opaque {
  type: number;
  bytes: Uint8Array;
  constructor(type: number, bytes: Uint8Array) {
    this.type = type;
    this.bytes = bytes;
  }
}

/** A document or array that is passed on as bytes, never decoded. */
export class Raw {
  bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** The deprecated BSON type "undefined"; JavaScript's undefined always means "missing" here. */
export class Undefined {
  readonly kind = 'undefined';
}
export const UNDEFINED = new Undefined();

/** Doubles are `number`, 32-bit integers `Int32`, 64-bit integers `bigint`: a type is never guessed from a value. */
export type Value =
  | null | boolean | string | number | bigint | Int32 | Decimal128 | Date | ObjectId | Binary | BSONRegExp
  | Timestamp | Code | BSONSymbol | MinKey | MaxKey | Opaque | Undefined | Raw | Doc | Value[];

/** True for documents. */
export const isDoc = (v: Value | undefined): v is Doc => v instanceof Map;

/** True for int, long, double and decimal. */
export function isNumber(v: Value | undefined): v is number | bigint | Int32 | Decimal128 {
  return typeof v === 'number' || typeof v === 'bigint' || v instanceof Int32 || v instanceof Decimal128;
}

/** Null, undefined and missing, which expressions treat alike. */
export const isNullish = (v: Value | undefined): v is null | undefined | Undefined => v === null || v === undefined || v instanceof Undefined;

/** The nearest JavaScript number of any numeric value; NaN for anything else. */
export function toNumber(v: Value | undefined): number {
  if (typeof v === 'number') return v;
  if (v instanceof Int32) return v.value;
  if (typeof v === 'bigint') return Number(v);
  if (v instanceof Decimal128) return Number(v.toString());
  return NaN;
}

/** A whole number that fits in 53 bits, or undefined: how limits, sizes and array indexes are read. */
export function toInteger(v: Value | undefined): number | undefined {
  const n = toNumber(v);
  return Number.isSafeInteger(n) ? n : undefined;
}

/** An int when it fits in 32 bits, else a long. */
export const int = (n: number): Int32 | bigint => (n >= -2147483648 && n <= 2147483647 ? new Int32(n) : BigInt(n));

/** Truth as command flags and $and/$or see it: null, 0 and missing are false, all else is true. */
export function truthy(v: Value | undefined): boolean {
  if (isNullish(v) || v === false) return false;
  return !isNumber(v) || toNumber(v) !== 0;
}

/** Builds a value from plain JavaScript: whole numbers become int or long. */
export function from(x: unknown): Value {
  if (x === null || x === undefined) return null;
  if (typeof x === 'number') return Number.isSafeInteger(x) && !Object.is(x, -0) ? int(x) : x;
  if (typeof x !== 'object') return x as Value;
  if (Array.isArray(x)) return x.map(from);
  if (x instanceof Map) return x as Doc;
  if (Object.getPrototypeOf(x) === Object.prototype) return doc(x as Record<string, unknown>);
  return x as Value;
}

/** Builds a document from a plain object, leaving out undefined. */
export function doc(x: Record<string, unknown>): Doc {
  const out: Doc = new Map();
  for (const [k, v] of Object.entries(x)) if (v !== undefined) out.set(k, from(v));
  return out;
}

const TYPE_NAMES: Record<string, string> = {
  ObjectId: 'objectId', Binary: 'binData', BSONRegExp: 'regex', Timestamp: 'timestamp', Code: 'javascript',
  BSONSymbol: 'symbol', MinKey: 'minKey', MaxKey: 'maxKey', Int32: 'int', Decimal128: 'decimal',
};

/** MongoDB's alias of a value's type, "missing" for none. */
export function typeName(v: Value | undefined): string {
  if (v === undefined) return 'missing';
  if (v === null) return 'null';
  if (typeof v === 'string') return 'string';
  if (typeof v === 'number') return 'double';
  if (typeof v === 'bigint') return 'long';
  if (typeof v === 'boolean') return 'bool';
  if (v instanceof Map) return 'object';
  if (Array.isArray(v)) return 'array';
  if (v instanceof Date) return 'date';
  if (v instanceof Undefined) return 'undefined';
  if (v instanceof Opaque) return v.type === 0x0c ? 'dbPointer' : 'javascriptWithScope';
  return TYPE_NAMES[(v as { _bsontype: string })._bsontype] ?? 'unknown';
}
