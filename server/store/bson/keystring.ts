import { createHash } from 'node:crypto';
import { compareDec, digits, toDec } from './decimal.ts';
import type { Dec } from './decimal.ts';
import { typeOrder } from './order.ts';
import { Binary, BSONRegExp, Code, Decimal128, Int32, ObjectId, Opaque, Timestamp } from './value.ts';
import type { BSONSymbol, Doc, Value } from './value.ts';

/** Raise when the encoding changes: indexes are then rebuilt from the documents. */
export const KEYSTRING_VERSION = 1;
/** Keys longer than this are cut and end in a hash: found again, rechecked, never trusted for order. */
export const MAX_KEY = 1000;

let buf = Buffer.allocUnsafe(4096);
let pos = 0;

function room(n: number): void {
  if (pos + n <= buf.length) return;
  const bigger = Buffer.allocUnsafe(Math.max(buf.length * 2, pos + n));
  buf.copy(bigger, 0, 0, pos);
  buf = bigger;
}

const put = (byte: number): void => {
  room(1);
  buf[pos++] = byte;
};

/** Type byte of a key: above 0 and below 255, so that both directions leave room for bounds. */
export const typeByte = (v: Value | undefined): number => typeOrder(v) + 4;

/** Bytes ended by 00 01, inner 00 written 00 FF: no encoding is a prefix of another. */
function escaped(b: Uint8Array): void {
  room(b.length * 2 + 2);
  for (let i = 0; i < b.length; i++) {
    const c = b[i]!;
    buf[pos++] = c;
    if (c === 0) buf[pos++] = 0xff;
  }
  buf[pos++] = 0;
  buf[pos++] = 1;
}

function text(s: string): void {
  if (s.length < 64) {
    room(s.length * 2 + 2);
    const start = pos;
    let i = 0;
    for (; i < s.length; i++) {
      const c = s.charCodeAt(i);
      if (c > 127) break;
      buf[pos++] = c;
      if (c === 0) buf[pos++] = 0xff;
    }
    if (i === s.length) {
      buf[pos++] = 0;
      buf[pos++] = 1;
      return;
    }
    pos = start;
  }
  escaped(Buffer.from(s, 'utf8'));
}

function double(n: number): void {
  room(8);
  buf.writeDoubleBE(n === 0 ? 0 : n, pos);
  if (buf[pos]! & 0x80) for (let i = 0; i < 8; i++) buf[pos + i] = ~buf[pos + i]! & 0xff;
  else buf[pos] = buf[pos]! | 0x80;
  pos += 8;
}

/** The largest double not above d. */
function floorDouble(d: Dec): number {
  const near = Number(`${d.c}e${d.e}`);
  if (compareDec(toDec(near), d) <= 0) return near;
  const v = new DataView(new ArrayBuffer(8));
  v.setFloat64(0, near);
  if (near === Infinity) return Number.MAX_VALUE;
  if (near === 0) return -Number.MIN_VALUE;
  v.setBigInt64(0, v.getBigInt64(0) + (near > 0 ? -1n : 1n));
  return v.getFloat64(0);
}

/** A number: the double at or just below it, then 0 if that is exact, else its exact decimal digits. */
function number(v: Value): void {
  if (v instanceof Int32) { double(v.value); return put(0); }
  if (typeof v === 'number') {
    if (Number.isNaN(v)) { room(9); buf.fill(0, pos, pos + 9); pos += 9; return; }
    double(v);
    return put(0);
  }
  if (typeof v === 'bigint' && v >= -9007199254740992n && v <= 9007199254740992n) { double(Number(v)); return put(0); }
  const d = toDec(v as bigint | Decimal128);
  if (d.special) return number(Number(d.special));
  const floor = floorDouble(d);
  double(floor);
  if (compareDec(toDec(floor), d) === 0) return put(0);
  const start = pos;
  put(1);
  const digitsText = (d.c < 0n ? -d.c : d.c).toString();
  const exponent = digits(d.c) + d.e + 32768;
  put(exponent >> 8);
  put(exponent & 0xff);
  for (const c of digitsText.replace(/0+$/, '')) put(c.charCodeAt(0));
  put(1);
  if (d.c < 0n) for (let i = start + 1; i < pos; i++) buf[i] = ~buf[i]! & 0xff;
}

function payload(v: Value | undefined): void {
  switch (typeOrder(v)) {
    case 10: return number(v!);
    case 15: return text(typeof v === 'string' ? v : (v as BSONSymbol).value);
    case 20: {
      for (const [k, x] of v as Doc) {
        put(typeByte(x));
        text(k);
        payload(x);
      }
      return put(0);
    }
    case 25: {
      for (const x of v as Value[]) {
        put(typeByte(x));
        payload(x);
      }
      return put(0);
    }
    case 30: {
      const b = v as Binary;
      room(b.position + 5);
      pos = buf.writeUInt32BE(b.position, pos);
      buf[pos++] = b.sub_type;
      buf.set(b.buffer.subarray(0, b.position), pos);
      pos += b.position;
      return;
    }
    case 35: room(12); buf.set((v as ObjectId).id, pos); pos += 12; return;
    case 40: return put(v ? 1 : 0);
    case 45: room(8); pos = buf.writeBigUInt64BE(BigInt.asUintN(64, BigInt((v as Date).getTime()) ^ (1n << 63n)), pos); return;
    case 47: room(8); pos = buf.writeBigUInt64BE((v as Timestamp).toBigInt() & 0xffffffffffffffffn, pos); return;
    case 50: text((v as BSONRegExp).pattern); return text((v as BSONRegExp).options);
    case 60: return text((v as Code).code);
    case 55: case 65: return escaped((v as Opaque).bytes);
  }
}

/** One component of a key, type and value, reversed for descending fields. */
function component(v: Value | undefined, descending: boolean): void {
  const start = pos;
  put(typeByte(v));
  payload(v);
  if (descending) for (let i = start; i < pos; i++) buf[i] = ~buf[i]! & 0xff;
}

/** Key of several values, one per index field; `directions` holds -1 for descending fields. */
export function keyString(values: (Value | undefined)[], directions: number[]): Buffer {
  pos = 0;
  for (let i = 0; i < values.length; i++) component(values[i], directions[i]! < 0);
  return Buffer.from(buf.subarray(0, pos));
}

/** Cuts a key that LMDB could not hold: its beginning and a hash of the whole. */
export function shorten(key: Buffer): Buffer {
  if (key.length <= MAX_KEY) return key;
  const hash = createHash('sha256').update(key).digest();
  return Buffer.concat([key.subarray(0, MAX_KEY), hash.subarray(0, 20)]);
}

/** A string that is equal for values that are equal in BSON's order: the key of groups and sets. */
export function identity(v: Value | undefined): string {
  pos = 0;
  component(v, false);
  return buf.toString('latin1', 0, pos);
}
