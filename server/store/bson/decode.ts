import { fail } from '../errors.ts';
import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, MaxKey, MinKey, ObjectId, Opaque, Timestamp, UNDEFINED } from './value.ts';
import type { Doc, Value } from './value.ts';

/** Deepest nesting accepted, in documents and in commands. */
export const MAX_DEPTH = 100;
/** Largest document accepted. */
export const MAX_DOCUMENT = 16 * 1024 * 1024;

const names: string[] = new Array<string>(4096).fill('');
let pos = 0;

/** Reads a field name at `pos`; names repeat, so a small cache spares decoding them. */
function readName(b: Buffer, end: number): string {
  const start = pos;
  let h = 0;
  let c = 0;
  let ascii = true;
  while ((c = b[pos]!) !== 0) {
    h = (h * 31 + c) | 0;
    if (c > 127) ascii = false;
    if (++pos >= end) fail(22, 'field name without end');
  }
  const n = pos++ - start;
  if (!ascii) return b.toString('utf8', start, start + n);
  const slot = h & 4095;
  const known = names[slot]!;
  if (known.length === n) {
    let i = 0;
    while (i < n && known.charCodeAt(i) === b[start + i]) i++;
    if (i === n) return known;
  }
  return (names[slot] = b.toString('latin1', start, start + n));
}

function readString(b: Buffer, end: number): string {
  const n = b.readInt32LE(pos);
  const start = pos + 4;
  if (n < 1 || start + n > end || b[start + n - 1] !== 0) fail(22, 'string out of bounds');
  pos = start + n;
  return b.toString('utf8', start, start + n - 1);
}

function readCString(b: Buffer, end: number): string {
  const at = b.indexOf(0, pos);
  if (at < 0 || at >= end) fail(22, 'string without end');
  const s = b.toString('utf8', pos, at);
  pos = at + 1;
  return s;
}

function bytes(b: Buffer, n: number, end: number): Buffer {
  if (n < 0 || pos + n > end) fail(22, 'value out of bounds');
  const out = Buffer.from(b.subarray(pos, pos + n));
  pos += n;
  return out;
}

function readBinary(b: Buffer, end: number): Binary {
  const n = b.readInt32LE(pos);
  const subtype = b[pos + 4]!;
  pos += 5;
  if (subtype !== 2) return new Binary(bytes(b, n, end), subtype);
  const inner = b.readInt32LE(pos);
  if (inner !== n - 4) fail(22, 'old binary with wrong length');
  pos += 4;
  return new Binary(bytes(b, inner, end), subtype);
}

function readValue(b: Buffer, type: number, end: number, depth: number): Value {
  switch (type) {
    case 0x01: pos += 8; return b.readDoubleLE(pos - 8);
    case 0x02: return readString(b, end);
    case 0x03: return readDoc(b, end, depth + 1);
    case 0x04: return readArray(b, end, depth + 1);
    case 0x05: return readBinary(b, end);
    case 0x06: return UNDEFINED;
    case 0x07: return new ObjectId(bytes(b, 12, end));
    case 0x08: return b[pos++] === 1;
    case 0x09: pos += 8; return readDate(b.readBigInt64LE(pos - 8));
    case 0x0a: return null;
    case 0x0b: return new BSONRegExp(readCString(b, end), readCString(b, end));
    case 0x0c: return new Opaque(type, bytes(b, b.readInt32LE(pos) + 16, end));
    case 0x0d: return new Code(readString(b, end));
    case 0x0e: return new BSONSymbol(readString(b, end));
    case 0x0f: return new Opaque(type, bytes(b, b.readInt32LE(pos), end));
    case 0x10: pos += 4; return new Int32(b.readInt32LE(pos - 4));
    case 0x11: pos += 8; return new Timestamp(b.readBigUInt64LE(pos - 8));
    case 0x12: pos += 8; return b.readBigInt64LE(pos - 8);
    case 0x13: return new Decimal128(bytes(b, 16, end));
    case 0xff: return new MinKey();
    case 0x7f: return new MaxKey();
    default: return fail(22, `unrecognized BSON type ${type}`);
  }
}

function readDate(ms: bigint): Date {
  if (ms > 8640000000000000n || ms < -8640000000000000n) fail(2, `date ${ms} is beyond what this store can hold`);
  return new Date(Number(ms));
}

function bounds(b: Buffer, end: number, depth: number): number {
  const size = b.readInt32LE(pos);
  const stop = pos + size;
  if (size < 5 || stop > end || b[stop - 1] !== 0) fail(22, 'invalid document length');
  if (depth > MAX_DEPTH) fail(15, `BSONObj exceeds maximum nested object depth: ${MAX_DEPTH}`);
  pos += 4;
  return stop;
}

function readDoc(b: Buffer, end: number, depth: number): Doc {
  const stop = bounds(b, end, depth);
  const out: Doc = new Map();
  let type = 0;
  while ((type = b[pos++]!) !== 0) {
    const name = readName(b, stop);
    out.set(name, readValue(b, type, stop, depth));
  }
  if (pos !== stop) fail(22, 'document does not end where it says');
  return out;
}

function readArray(b: Buffer, end: number, depth: number): Value[] {
  const stop = bounds(b, end, depth);
  const out: Value[] = [];
  let type = 0;
  while ((type = b[pos++]!) !== 0) {
    while (b[pos++] !== 0) if (pos >= stop) fail(22, 'array index without end');
    out.push(readValue(b, type, stop, depth));
  }
  if (pos !== stop) fail(22, 'array does not end where it says');
  return out;
}

function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (e) {
    if (String((e as { code?: unknown }).code).startsWith('ERR_')) fail(22, 'BSON document is cut short');
    throw e;
  }
}

/** Decodes a document; anything malformed is refused with InvalidBSON. */
export function decode(b: Buffer, at = 0): Doc {
  pos = at;
  return guarded(() => readDoc(b, b.length, 1));
}

/** Skips the value of `type` at `at` and tells where it ends. */
export function skip(b: Buffer, type: number, at: number): number {
  switch (type) {
    case 0x01: case 0x09: case 0x11: case 0x12: return at + 8;
    case 0x10: return at + 4;
    case 0x08: return at + 1;
    case 0x07: return at + 12;
    case 0x13: return at + 16;
    case 0x02: case 0x0d: case 0x0e: return at + 4 + b.readInt32LE(at);
    case 0x03: case 0x04: case 0x0f: return at + b.readInt32LE(at);
    case 0x05: return at + 5 + b.readInt32LE(at);
    case 0x0c: return at + 16 + b.readInt32LE(at);
    case 0x0b: return b.indexOf(0, b.indexOf(0, at) + 1) + 1;
    case 0x06: case 0x0a: case 0xff: case 0x7f: return at;
    default: return fail(22, `unrecognized BSON type ${type}`);
  }
}

/** Decodes only the named top-level fields: what a filter or a sort needs, without paying for the rest. */
export function decodeFields(b: Buffer, only: ReadonlySet<string>): Doc {
  const out: Doc = new Map();
  const stop = b.readInt32LE(0);
  pos = 4;
  let left = only.size;
  let type = 0;
  while (left > 0 && (type = b[pos++]!) !== 0) {
    const name = readName(b, stop);
    if (only.has(name)) {
      out.set(name, readValue(b, type, stop, 1));
      left--;
    } else pos = skip(b, type, pos);
  }
  return out;
}

/** Splits an encoded array of documents into the bytes of each, for inserts that are stored as they came. */
export function splitArray(b: Buffer, at: number): Buffer[] {
  return guarded(() => {
    const out: Buffer[] = [];
    const stop = at + b.readInt32LE(at);
    let p = at + 4;
    while (p < stop - 1) {
      if (b[p] !== 0x03) fail(14, 'expected an array of documents');
      p = b.indexOf(0, p + 1) + 1;
      const n = b.readInt32LE(p);
      out.push(b.subarray(p, p + n));
      p += n;
    }
    return out;
  });
}

/** Where the value of a top-level field starts, or undefined. */
export function findField(b: Buffer, name: string): { type: number; at: number } | undefined {
  let p = 4;
  while (b[p] !== 0 && p < b.length) {
    const type = b[p]!;
    const end = b.indexOf(0, p + 1);
    const found = b.toString('utf8', p + 1, end) === name;
    if (found) return { type, at: end + 1 };
    p = skip(b, type, end + 1);
  }
  return undefined;
}
