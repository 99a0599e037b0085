import { Decimal128 } from 'bson';
import { fail } from '../errors.ts';

/** An exact decimal: coefficient times ten to the exponent, or one of the special values. */
export interface Dec { special?: 'NaN' | 'Infinity' | '-Infinity'; c: bigint; e: number }

const DIGITS = 34;
const special = (name: NonNullable<Dec['special']>): Dec => ({ special: name, c: 0n, e: 0 });

/** Exact decimal of a Decimal128, double or integer (every double has a finite decimal expansion). */
export function toDec(v: Decimal128 | number | bigint): Dec {
  if (typeof v === 'bigint') return { c: v, e: 0 };
  if (typeof v === 'number') return fromDouble(v);
  const s = v.toString();
  if (s === 'NaN' || s === 'Infinity' || s === '-Infinity') return special(s);
  const [mantissa = '0', exponent = '0'] = s.split(/E/i);
  const dot = mantissa.indexOf('.');
  const scale = dot < 0 ? 0 : mantissa.length - dot - 1;
  return { c: BigInt(mantissa.replace('.', '').replace('+', '')), e: Number(exponent) - scale };
}

function fromDouble(n: number): Dec {
  if (Number.isNaN(n)) return special('NaN');
  if (!Number.isFinite(n)) return special(n > 0 ? 'Infinity' : '-Infinity');
  if (Number.isInteger(n)) return { c: BigInt(n), e: 0 };
  let e = 0;
  let m = n;
  while (!Number.isInteger(m)) {
    m *= 2;
    e++;
    if (e > 1100) break;
  }
  return { c: BigInt(m) * 5n ** BigInt(e), e: -e };
}

/** Order of two decimals, NaN lowest. */
export function compareDec(a: Dec, b: Dec): number {
  const rank = (d: Dec) => (d.special === 'NaN' ? 0 : d.special === '-Infinity' ? 1 : d.special === 'Infinity' ? 3 : 2);
  if (rank(a) !== rank(b) || rank(a) !== 2) return rank(a) - rank(b);
  const sa = a.c < 0n ? -1 : a.c > 0n ? 1 : 0;
  const sb = b.c < 0n ? -1 : b.c > 0n ? 1 : 0;
  if (sa !== sb || sa === 0) return sa - sb;
  const la = digits(a.c) + a.e;
  const lb = digits(b.c) + b.e;
  if (la !== lb) return sa * (la - lb);
  const e = Math.min(a.e, b.e);
  const x = a.c * 10n ** BigInt(a.e - e);
  const y = b.c * 10n ** BigInt(b.e - e);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Number of decimal digits of a coefficient. */
export const digits = (c: bigint): number => (c < 0n ? -c : c).toString().length;

/** Rounds half to even to 34 digits and makes a Decimal128. */
export function fromDec(d: Dec): Decimal128 {
  if (d.special) return Decimal128.fromString(d.special);
  const r = roundDigits(d, DIGITS);
  return Decimal128.fromStringWithRounding(`${r.c}E${r.e}`);
}

function roundDigits(d: Dec, n: number): Dec {
  const extra = digits(d.c) - n;
  return extra > 0 ? divideAway(d, extra) : d;
}

function divideAway(d: Dec, places: number): Dec {
  const p = 10n ** BigInt(places);
  let q = d.c / p;
  const r = d.c < 0n ? -(d.c % p) : d.c % p;
  const half = p / 2n;
  if (r > half || (r === half && q % 2n !== 0n)) q += d.c < 0n ? -1n : 1n;
  return { c: q, e: d.e + places };
}

/** Rounds to a number of places after the point, half to even, or towards zero. */
export function roundPlaces(d: Dec, places: number, truncate: boolean): Dec {
  if (d.special || -d.e <= places) return d;
  const drop = -d.e - places;
  if (drop > 7000) return { c: 0n, e: 0 };
  return truncate ? { c: d.c / 10n ** BigInt(drop), e: d.e + drop } : divideAway(d, drop);
}

/** Sum, difference, product, quotient or remainder of two decimals. */
export function decimalOp(op: '+' | '-' | '*' | '/' | '%', a: Dec, b: Dec): Dec {
  if (a.special || b.special) return specialOp(op, a, b);
  if (op === '*') return { c: a.c * b.c, e: a.e + b.e };
  if (op === '/') {
    if (b.c === 0n) return fail(2, "can't $divide by zero");
    const shift = Math.max(0, DIGITS + 5 + digits(b.c) - digits(a.c));
    const q = (a.c * 10n ** BigInt(shift)) / b.c;
    return trim({ c: q, e: a.e - b.e - shift }, a.e - b.e);
  }
  const e = Math.min(a.e, b.e);
  const x = a.c * 10n ** BigInt(a.e - e);
  const y = b.c * 10n ** BigInt(b.e - e);
  if (op === '%') {
    if (y === 0n) return fail(16610, "can't $mod by zero");
    return { c: x % y, e };
  }
  return { c: op === '+' ? x + y : x - y, e };
}

function trim(d: Dec, ideal: number): Dec {
  let { c, e } = d;
  while (e < ideal && c !== 0n && c % 10n === 0n) {
    c /= 10n;
    e++;
  }
  return { c, e };
}

function specialOp(op: string, a: Dec, b: Dec): Dec {
  const n = (d: Dec) => (d.special ? Number(d.special) : d.c < 0n ? -1 : d.c > 0n ? 1 : 0);
  const [x, y] = [n(a), n(b)];
  const r = op === '+' ? x + y : op === '-' ? x - y : op === '*' ? x * y : op === '/' ? x / y : x % y;
  if (op === '%' && Number.isFinite(x)) return a;
  return Number.isNaN(r) ? special('NaN') : Number.isFinite(r) ? { c: BigInt(Math.trunc(r)), e: 0 } : special(r > 0 ? 'Infinity' : '-Infinity');
}
