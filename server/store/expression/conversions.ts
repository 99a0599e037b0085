import { fail } from '../errors.ts';
import { fromDec, roundPlaces, toDec } from '../bson/decimal.ts';
import { doubleToDecimal, fitsLong } from '../bson/numeric.ts';
import { BSONSymbol, Decimal128, Int32, isDoc, isNullish, isNumber, ObjectId, Timestamp, toNumber, truthy, typeName } from '../bson/value.ts';
import type { Value } from '../bson/value.ts';
import { fn, namedSpec } from './args.ts';
import type { Maker } from './args.ts';
import { compileExpression } from './compile.ts';
import type { Expr } from './compile.ts';
import { parseDate } from './dateformat.ts';

const bad = (v: Value, to: string): never => fail(241, `Unsupported conversion from ${typeName(v)} to ${to} in $convert with no onError value`);
const unparsed = (v: string, to: string): never => fail(241, `Failed to parse number '${v}' in $convert with no onError value (to ${to})`);

/** Text of a scalar as $toString writes it. */
export function toText(v: Value): string {
  if (typeof v === 'string') return v;
  if (v instanceof BSONSymbol) return v.value;
  if (v instanceof Date) return v.toISOString();
  if (v instanceof ObjectId) return v.toHexString();
  if (typeof v === 'boolean' || typeof v === 'bigint') return String(v);
  if (v instanceof Int32) return String(v.value);
  if (v instanceof Decimal128) return v.toString();
  if (typeof v === 'number') return doubleText(v);
  return bad(v, 'string');
}

function doubleText(n: number): string {
  if (Number.isNaN(n)) return 'NaN';
  if (!Number.isFinite(n)) return n > 0 ? 'Infinity' : '-Infinity';
  return Object.is(n, -0) ? '-0' : String(n);
}

/** A whole number of a bounded type, truncated towards zero. */
function wholeNumber(v: Value, to: string, fits: (n: bigint) => boolean): bigint {
  if (typeof v === 'boolean') return v ? 1n : 0n;
  if (v instanceof Date && to === 'long') return BigInt(v.getTime());
  if (typeof v === 'string') {
    if (!/^[+-]?\d+$/.test(v)) return unparsed(v, to);
    const n = BigInt(v.replace('+', ''));
    return fits(n) ? n : unparsed(v, to);
  }
  if (!isNumber(v)) return bad(v, to);
  if (typeof v === 'bigint') return check(v);
  if (v instanceof Decimal128) {
    const d = toDec(v);
    if (d.special) return fail(241, `Attempt to convert ${d.special} value to integer type in $convert with no onError value`);
    const r = roundPlaces(d, 0, true);
    return check(r.c * 10n ** BigInt(Math.max(0, r.e)));
  }
  const n = toNumber(v);
  if (!Number.isFinite(n)) return fail(241, `Attempt to convert ${n} value to integer type in $convert with no onError value`);
  return check(BigInt(Math.trunc(n)));
  function check(n: bigint): bigint {
    return fits(n) ? n : fail(241, `Conversion would overflow target type in $convert with no onError value: ${n}`);
  }
}

const toLong = (v: Value): Value => wholeNumber(v, 'long', fitsLong);
const toInt = (v: Value): Value => new Int32(Number(wholeNumber(v, 'int', (n) => n >= -2147483648n && n <= 2147483647n)));

function toDouble(v: Value): Value {
  if (typeof v === 'boolean') return v ? 1 : 0;
  if (v instanceof Date) return v.getTime();
  if (isNumber(v)) return toNumber(v);
  if (typeof v !== 'string') return bad(v, 'double');
  const n = /^[+-]?(\d+\.?\d*([eE][+-]?\d+)?|\.\d+([eE][+-]?\d+)?|Infinity|NaN)$/.test(v) ? Number(v) : NaN;
  return Number.isNaN(n) && v !== 'NaN' ? unparsed(v, 'double') : n;
}

function toDecimal(v: Value): Value {
  if (typeof v === 'boolean') return Decimal128.fromString(v ? '1' : '0');
  if (v instanceof Decimal128) return v;
  if (v instanceof Date) return Decimal128.fromString(String(v.getTime()));
  if (typeof v === 'number') return doubleToDecimal(v);
  if (isNumber(v)) return fromDec(toDec(v instanceof Int32 ? BigInt(v.value) : v));
  if (typeof v !== 'string') return bad(v, 'decimal');
  try {
    return Decimal128.fromStringWithRounding(v);
  } catch {
    return unparsed(v, 'decimal');
  }
}

function toDate(v: Value): Value {
  if (v instanceof Date) return v;
  if (v instanceof ObjectId) return v.getTimestamp();
  if (v instanceof Timestamp) return new Date(v.getHighBits() * 1000);
  if (typeof v === 'string') return parseDate(v);
  if (isNumber(v) && !(v instanceof Int32)) return new Date(Math.trunc(toNumber(v)));
  return bad(v, 'date');
}

function toObjectId(v: Value): Value {
  if (v instanceof ObjectId) return v;
  if (typeof v !== 'string') return bad(v, 'objectId');
  return /^[0-9a-fA-F]{24}$/.test(v) ? new ObjectId(v) : fail(241, `Failed to parse objectId '${v}' in $convert with no onError value`);
}

const TO: Record<string, (v: Value) => Value> = {
  string: (v) => toText(v), int: toInt, long: toLong, double: toDouble, decimal: toDecimal, date: toDate, objectId: toObjectId, bool: (v) => truthy(v),
};
const CODES: Record<number, string> = { 1: 'double', 2: 'string', 7: 'objectId', 8: 'bool', 9: 'date', 16: 'int', 18: 'long', 19: 'decimal' };

function convert(arg: Value): Expr {
  const s = namedSpec('$convert', ['input', 'to'], ['onError', 'onNull', 'format'], arg);
  if (s.has('format')) fail(9, 'Unrecognized argument to $convert: format');
  const get = (k: string): Expr | undefined => (s.has(k) ? compileExpression(s.get(k)!) : undefined);
  const [input, to, onError, onNull] = [get('input')!, get('to')!, get('onError'), get('onNull')];
  return (d, vars) => {
    const t = to(d, vars);
    if (isNullish(t)) return null;
    const name = isDoc(t) ? t.get('type') : t;
    const make = typeof name === 'string' ? TO[name] : TO[CODES[toNumber(name)] ?? ''];
    if (!make) return fail(9, `Unknown type name: ${String(name)}`);
    const v = input(d, vars);
    if (isNullish(v)) return onNull ? onNull(d, vars) : null;
    try {
      return make(v);
    } catch (e) {
      if (!onError) throw e;
      return onError(d, vars);
    }
  };
}

const conversion = (name: string, to: string): Maker => fn(name, 1, 1, (v) => (isNullish(v) ? null : TO[to]!(v)));

/** Conversions between types. */
export const CONVERSIONS: Record<string, Maker> = {
  $convert: convert,
  $toString: conversion('$toString', 'string'),
  $toInt: conversion('$toInt', 'int'),
  $toLong: conversion('$toLong', 'long'),
  $toDouble: conversion('$toDouble', 'double'),
  $toDecimal: conversion('$toDecimal', 'decimal'),
  $toDate: conversion('$toDate', 'date'),
  $toObjectId: conversion('$toObjectId', 'objectId'),
  $toBool: conversion('$toBool', 'bool'),
};
