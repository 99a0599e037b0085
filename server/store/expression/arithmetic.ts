import { fail } from '../errors.ts';
import { fromDec, roundPlaces, toDec } from '../bson/decimal.ts';
import { arithmetic, divide, fitsLong, modulo, Sum } from '../bson/numeric.ts';
import type { Num } from '../bson/numeric.ts';
import type { Order } from '../bson/collate.ts';
import { compare } from '../bson/order.ts';
import { Decimal128, Int32, isNullish, isNumber, toInteger, toNumber, typeName } from '../bson/value.ts';
import type { Value } from '../bson/value.ts';
import { comparing, fn, strict } from './args.ts';
import type { Maker } from './args.ts';

const num = (name: string, v: Value | undefined): Num => (isNumber(v) ? v : fail(name === '$add' || name === '$multiply' ? 14 : 28765, `${name} only supports numeric${name === '$add' ? ' or date' : ''} types, not ${typeName(v)}`));

function add(...a: Value[]): Value {
  let date: Date | undefined;
  let sum: Num = new Int32(0);
  for (const v of a) {
    if (v instanceof Date) {
      if (date) fail(16612, 'only one date allowed in an $add expression');
      date = v;
    } else sum = arithmetic('+', sum, num('$add', v));
  }
  return date ? new Date(date.getTime() + Math.trunc(toNumber(sum))) : sum;
}

function subtract(a: Value, b: Value): Value {
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date && isNumber(b)) return new Date(a.getTime() - Math.trunc(toNumber(b)));
  if (!isNumber(a) || !isNumber(b)) return fail(14, `can't $subtract ${typeName(b)} from ${typeName(a)}`);
  return arithmetic('-', a, b);
}

function round(name: string, truncate: boolean): Maker {
  return strict(name, 1, 2, (v, p) => {
    const x = num(name, v);
    const places = p === undefined ? 0 : toInteger(p) ?? fail(51082, `precision argument to ${name} must be a integral value`);
    if (places < -20 || places > 100) fail(51083, `cannot apply ${name} with precision value ${places} value must be in [-20, 100]`);
    if (x instanceof Decimal128) return fromDec(roundPlaces(toDec(x), places, truncate));
    if (typeof x === 'number') {
      if (!Number.isFinite(x)) return x;
      const r = roundPlaces(toDec(x), places, truncate);
      return Number(`${r.c}e${r.e}`);
    }
    if (places >= 0) return x;
    const r = roundPlaces(toDec(x instanceof Int32 ? BigInt(x.value) : x), places, truncate);
    const n = r.c * 10n ** BigInt(Math.max(0, r.e));
    return x instanceof Int32 ? new Int32(Number(n)) : n;
  });
}

function towards(name: string, f: (n: number) => number): Maker {
  return strict(name, 1, 1, (v) => {
    const x = num(name, v);
    if (typeof x === 'number') return f(x);
    if (!(x instanceof Decimal128)) return x;
    const t = roundPlaces(toDec(x), 0, true);
    const diff = compare(x, fromDec(t));
    const step = f === Math.floor && diff < 0 ? -1 : f === Math.ceil && diff > 0 ? 1 : 0;
    return arithmetic('+', fromDec(t), new Int32(step));
  });
}

function abs(v: Value): Value {
  const x = num('$abs', v);
  if (typeof x === 'number') return Math.abs(x);
  if (x === -0x8000000000000000n) return fail(28680, "can't take $abs of long long min");
  const zero = new Int32(0);
  return compare(x, zero) < 0 ? arithmetic('-', zero, x) : x;
}

function pow(a: Value, b: Value): Value {
  const [x, y] = [num('$pow', a), num('$pow', b)];
  const r = toNumber(x) ** toNumber(y);
  if (x instanceof Decimal128 || y instanceof Decimal128) return Decimal128.fromString(String(r));
  if (typeof x === 'number' || typeof y === 'number' || toNumber(y) < 0) return r;
  const whole = BigInt(x instanceof Int32 ? x.value : x) ** BigInt(y instanceof Int32 ? y.value : y);
  if (x instanceof Int32 && y instanceof Int32 && whole >= -2147483648n && whole <= 2147483647n) return new Int32(Number(whole));
  return fitsLong(whole) ? whole : r;
}

/** Real functions; decimals are computed as doubles only where MongoDB itself is inexact, so they are refused. */
function real(name: string, f: (n: number) => number): Maker {
  return strict(name, 1, 1, (v) => {
    const x = num(name, v);
    return x instanceof Decimal128 ? fail(115, `${name} of a decimal is not supported`) : f(toNumber(x));
  });
}

/** Sum, average and extremes of an array or of several arguments; anything not a number is left out. */
function over(name: string, run: (list: Value[]) => Value | undefined): Maker {
  return fn(name, 0, Infinity, (...a) => run((a.length === 1 && Array.isArray(a[0]) ? a[0] : a).filter((x): x is Value => x !== undefined)));
}

/** Sum of the numbers in a list. */
export function sumOf(list: Value[]): Num {
  const s = new Sum();
  for (const v of list) if (isNumber(v)) s.add(v);
  return s.value();
}

/** Average of the numbers in a list, null for none. */
export function averageOf(list: Value[]): Value {
  const nums = list.filter(isNumber);
  return nums.length ? divide(sumOf(nums), nums.length) : null;
}

/** Standard deviation of a population or a sample. */
export function deviation(list: Value[], sample: boolean): Value {
  const n = list.filter(isNumber).map(toNumber);
  if (n.length <= (sample ? 1 : 0)) return null;
  const mean = n.reduce((a, b) => a + b, 0) / n.length;
  return Math.sqrt(n.reduce((a, b) => a + (b - mean) ** 2, 0) / (n.length - (sample ? 1 : 0)));
}

/** The least or greatest of a list, null and missing left out. */
export function extreme(list: Value[], sign: number, by: Order): Value {
  let best: Value | undefined;
  for (const v of list) if (!isNullish(v) && (best === undefined || by.compare(v, best) * sign > 0)) best = v;
  return best ?? null;
}

/** Bits of ints and longs: a long among them makes the result one. */
const bitwise = (name: string, none: bigint, run: (a: bigint, b: bigint) => bigint): Maker => strict(name, 0, Infinity, (...list) => {
  let [n, long] = [none, false];
  for (const v of list) {
    if (!(v instanceof Int32) && typeof v !== 'bigint') return fail(14, `${name} only supports int and long operands.`);
    long ||= typeof v === 'bigint';
    n = run(n, BigInt(v instanceof Int32 ? v.value : v));
  }
  return long ? BigInt.asIntN(64, n) : new Int32(Number(BigInt.asIntN(32, n)));
});

const within = (name: string, f: (n: number) => number, lo: number, hi: number): Maker =>
  real(name, (n) => (n < lo || n > hi ? fail(50989, `cannot apply ${name} to ${n}, value must be in [${lo},${hi}]`) : f(n)));

const TRIGONOMETRY: Record<string, Maker> = {
  $sin: real('$sin', Math.sin), $cos: real('$cos', Math.cos), $tan: real('$tan', Math.tan), $sinh: real('$sinh', Math.sinh), $cosh: real('$cosh', Math.cosh), $tanh: real('$tanh', Math.tanh),
  $asin: within('$asin', Math.asin, -1, 1), $acos: within('$acos', Math.acos, -1, 1), $atan: real('$atan', Math.atan), $asinh: real('$asinh', Math.asinh), $acosh: within('$acosh', Math.acosh, 1, Infinity), $atanh: within('$atanh', Math.atanh, -1, 1),
  $atan2: strict('$atan2', 2, 2, (a, b) => (a instanceof Decimal128 || b instanceof Decimal128 ? fail(115, '$atan2 of a decimal is not supported') : Math.atan2(toNumber(num('$atan2', a)), toNumber(num('$atan2', b))))),
  $degreesToRadians: real('$degreesToRadians', (n) => (n * Math.PI) / 180), $radiansToDegrees: real('$radiansToDegrees', (n) => (n * 180) / Math.PI),
};

/** Arithmetic operators and the accumulators that also work as expressions. */
export const ARITHMETIC: Record<string, Maker> = {
  $add: strict('$add', 0, Infinity, add),
  $subtract: strict('$subtract', 2, 2, subtract as (...a: Value[]) => Value),
  $multiply: strict('$multiply', 0, Infinity, (...a) => a.reduce<Num>((p, v) => arithmetic('*', p, num('$multiply', v)), new Int32(1))),
  $divide: strict('$divide', 2, 2, (a, b) => (isNumber(a) && isNumber(b) ? divide(a, b) : fail(14, `$divide only supports numeric types, not ${typeName(a)} and ${typeName(b)}`))),
  $mod: strict('$mod', 2, 2, (a, b) => (isNumber(a) && isNumber(b) ? modulo(a, b) : fail(16611, `$mod only supports numeric types, not ${typeName(a)} and ${typeName(b)}`))),
  $abs: strict('$abs', 1, 1, abs),
  $ceil: towards('$ceil', Math.ceil),
  $floor: towards('$floor', Math.floor),
  $round: round('$round', false),
  $trunc: round('$trunc', true),
  $pow: strict('$pow', 2, 2, pow as (...a: Value[]) => Value),
  $sqrt: real('$sqrt', (n) => (n < 0 ? fail(28714, "$sqrt's argument must be greater than or equal to 0") : Math.sqrt(n))),
  $exp: real('$exp', Math.exp),
  $ln: real('$ln', (n) => (n <= 0 ? fail(28766, "$ln's argument must be a positive number") : Math.log(n))),
  ...TRIGONOMETRY,
  $bitAnd: bitwise('$bitAnd', -1n, (a, b) => a & b),
  $bitOr: bitwise('$bitOr', 0n, (a, b) => a | b),
  $bitXor: bitwise('$bitXor', 0n, (a, b) => a ^ b),
  $bitNot: strict('$bitNot', 1, 1, (v) => (v instanceof Int32 ? new Int32(~v.value) : typeof v === 'bigint' ? ~v : fail(14, `$bitNot only supports int and long, but found ${typeName(v)}`))),
  $log10: real('$log10', (n) => (n <= 0 ? fail(28761, "$log10's argument must be a positive number") : Math.log10(n))),
  $log: strict('$log', 2, 2, (a, b) => Math.log(toNumber(num('$log', a))) / Math.log(toNumber(num('$log', b)))),
  $sum: over('$sum', sumOf),
  $avg: over('$avg', averageOf),
  $min: comparing((by) => over('$min', (l) => extreme(l, -1, by))),
  $max: comparing((by) => over('$max', (l) => extreme(l, 1, by))),
  $stdDevPop: over('$stdDevPop', (l) => deviation(l, false)),
  $stdDevSamp: over('$stdDevSamp', (l) => deviation(l, true)),
};
