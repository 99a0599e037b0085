import { fail } from '../errors.ts';
import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, MaxKey, MinKey, ObjectId, Opaque, Raw, Timestamp, Undefined } from './value.ts';
import type { Doc, Value } from './value.ts';
import { MAX_DEPTH } from './decode.ts';

let buf = Buffer.allocUnsafe(1 << 16);
let pos = 0;

function room(n: number): void {
  if (pos + n <= buf.length) return;
  const bigger = Buffer.allocUnsafe(Math.max(buf.length * 2, pos + n));
  buf.copy(bigger, 0, 0, pos);
  buf = bigger;
}

function cstring(s: string): void {
  room(s.length * 3 + 1);
  if (s.length < 40) {
    let i = 0;
    for (; i < s.length; i++) {
      const c = s.charCodeAt(i);
      if (c > 127 || c === 0) break;
      buf[pos + i] = c;
    }
    if (i === s.length) {
      pos += i;
      buf[pos++] = 0;
      return;
    }
  }
  if (s.includes('\0')) fail(2, 'a field name may not contain a null byte');
  pos += buf.write(s, pos, 'utf8');
  buf[pos++] = 0;
}

function string(s: string): void {
  room(s.length * 3 + 5);
  const n = buf.write(s, pos + 4, 'utf8');
  buf.writeInt32LE(n + 1, pos);
  pos += n + 5;
  buf[pos - 1] = 0;
}

function raw(b: Uint8Array): void {
  room(b.length);
  buf.set(b, pos);
  pos += b.length;
}

function field(type: number, name: string): void {
  room(1);
  buf[pos++] = type;
  cstring(name);
}

function binary(v: Binary): void {
  const old = v.sub_type === 2;
  room(9);
  buf.writeInt32LE(v.position + (old ? 4 : 0), pos);
  buf[pos + 4] = v.sub_type;
  pos += 5;
  if (old) {
    buf.writeInt32LE(v.position, pos);
    pos += 4;
  }
  raw(v.buffer.subarray(0, v.position));
}

function element(name: string, v: Value, depth: number): void {
  if (v === null) return field(0x0a, name);
  switch (typeof v) {
    case 'string': field(0x02, name); return string(v);
    case 'number': field(0x01, name); room(8); pos = buf.writeDoubleLE(v, pos); return;
    case 'boolean': field(0x08, name); room(1); buf[pos++] = v ? 1 : 0; return;
    case 'bigint': field(0x12, name); room(8); pos = buf.writeBigInt64LE(BigInt.asIntN(64, v), pos); return;
  }
  if (v instanceof Int32) { field(0x10, name); room(4); pos = buf.writeInt32LE(v.value, pos); return; }
  if (v instanceof Map) { field(0x03, name); return document(v, depth + 1); }
  if (Array.isArray(v)) { field(0x04, name); return array(v, depth + 1); }
  if (v instanceof ObjectId) { field(0x07, name); return raw(v.id); }
  if (v instanceof Date) { field(0x09, name); room(8); pos = buf.writeBigInt64LE(dateMs(v), pos); return; }
  if (v instanceof Raw) { field(0x03, name); return raw(v.bytes); }
  if (v instanceof Binary) { field(0x05, name); return binary(v); }
  if (v instanceof Decimal128) { field(0x13, name); return raw(v.bytes); }
  if (v instanceof Timestamp) { field(0x11, name); room(8); pos = buf.writeBigUInt64LE(v.toBigInt() & 0xffffffffffffffffn, pos); return; }
  if (v instanceof BSONRegExp) { field(0x0b, name); cstring(v.pattern); return cstring(v.options); }
  if (v instanceof Code) { field(0x0d, name); return string(v.code); }
  if (v instanceof BSONSymbol) { field(0x0e, name); return string(v.value); }
  if (v instanceof Undefined) return field(0x06, name);
  if (v instanceof MinKey) return field(0xff, name);
  if (v instanceof MaxKey) return field(0x7f, name);
  if (v instanceof Opaque) { field(v.type, name); return raw(v.bytes); }
  fail(1, `cannot encode ${String(v)}`);
}

function dateMs(v: Date): bigint {
  const ms = v.getTime();
  if (Number.isNaN(ms)) fail(2, 'date out of range');
  return BigInt(ms);
}

function deep(depth: number): void {
  if (depth > MAX_DEPTH) fail(15, `BSONObj exceeds maximum nested object depth: ${MAX_DEPTH}`);
  room(5);
}

function document(d: Doc, depth: number): void {
  deep(depth);
  const start = pos;
  pos += 4;
  for (const [k, v] of d) element(k, v, depth);
  close(start);
}

function array(list: Value[], depth: number): void {
  deep(depth);
  const start = pos;
  pos += 4;
  for (let i = 0; i < list.length; i++) element(String(i), list[i]!, depth);
  close(start);
}

function close(start: number): void {
  room(1);
  buf[pos++] = 0;
  buf.writeInt32LE(pos - start, start);
}

/** Encodes a document; the result is a buffer of its own, with room left before the document where asked. */
export function encode(d: Doc, before = 0): Buffer {
  pos = before;
  document(d, 0);
  const out = Buffer.from(buf.subarray(0, pos));
  if (buf.length > 1 << 22) buf = Buffer.allocUnsafe(1 << 16);
  return out;
}
