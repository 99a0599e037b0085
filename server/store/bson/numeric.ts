import { fail } from '../errors.ts';
import { decimalOp, fromDec, toDec } from './decimal.ts';
import type { Dec } from './decimal.ts';
import { Decimal128, Int32, int, toNumber } from './value.ts';
import type { Value } from './value.ts';

/** Any numeric value. */
export type Num = number | bigint | Int32 | Decimal128;
type Op = '+' | '-' | '*';

const MAX = 0x7fffffffffffffffn;
const MIN = -0x8000000000000000n;
export const fitsLong = (n: bigint): boolean => n >= MIN && n <= MAX;
const plain = (v: Num): number | bigint => (v instanceof Int32 ? v.value : (v as number | bigint));
const dec = (v: Num): Dec => toDec(v instanceof Int32 ? BigInt(v.value) : typeof v === 'number' ? doubleToDecimal(v) : v);

/** A double as a decimal of 15 digits, which is how MongoDB lets the two meet in arithmetic. */
export function doubleToDecimal(n: number): Decimal128 {
  return Decimal128.fromString(Number.isFinite(n) ? (n === 0 ? '0' : n.toPrecision(15)) : String(n));
}

/** A whole number as int if both operands were ints and it fits, else long, else undefined (overflow). */
function whole(n: bigint, ints: boolean): Value | undefined {
  if (ints && n >= -2147483648n && n <= 2147483647n) return new Int32(Number(n));
  return fitsLong(n) ? n : undefined;
}

/** Adds, subtracts or multiplies with MongoDB's promotion; `overflow` decides what a long that overflows becomes. */
export function arithmetic(op: Op, a: Num, b: Num, overflow?: () => never): Num {
  if (a instanceof Decimal128 || b instanceof Decimal128) return fromDec(decimalOp(op, dec(a), dec(b)));
  if (typeof a === 'number' || typeof b === 'number') {
    const [x, y] = [toNumber(a), toNumber(b)];
    return op === '+' ? x + y : op === '-' ? x - y : x * y;
  }
  const [x, y] = [BigInt(plain(a)), BigInt(plain(b))];
  const r = op === '+' ? x + y : op === '-' ? x - y : x * y;
  const out = whole(r, a instanceof Int32 && b instanceof Int32);
  return out === undefined ? (overflow ? overflow() : Number(r)) : (out as Num);
}

/** Quotient: a double, or a decimal if either is one. */
export function divide(a: Num, b: Num): Num {
  if (a instanceof Decimal128 || b instanceof Decimal128) return fromDec(decimalOp('/', dec(a), dec(b)));
  const d = toNumber(b);
  return d === 0 ? fail(2, "can't $divide by zero") : toNumber(a) / d;
}

/** Remainder with the sign of the dividend. */
export function modulo(a: Num, b: Num): Num {
  if (a instanceof Decimal128 || b instanceof Decimal128) return fromDec(decimalOp('%', dec(a), dec(b)));
  if (toNumber(b) === 0) fail(16610, "can't $mod by zero");
  if (typeof a === 'number' || typeof b === 'number') return toNumber(a) % toNumber(b);
  const r = BigInt(plain(a)) % BigInt(plain(b));
  return whole(r, a instanceof Int32 && b instanceof Int32) as Num;
}

/** A running sum: ints widen to long, doubles are added with compensation, one decimal makes it decimal. */
export class Sum {
  private integer = 0n;
  private double = 0;
  private lost = 0;
  private decimal: Decimal128 | undefined;
  private kind = 0;

  /** Adds a number. */
  add(v: Num): void {
    if (v instanceof Int32) this.integer += BigInt(v.value);
    else if (typeof v === 'bigint') { this.integer += v; this.kind = Math.max(this.kind, 1); }
    else if (typeof v === 'number') {
      this.kind = Math.max(this.kind, 2);
      const t = this.double + v;
      if (Number.isFinite(t)) this.lost += Math.abs(this.double) >= Math.abs(v) ? this.double - t + v : v - t + this.double;
      this.double = t;
    } else {
      this.decimal = this.decimal ? (arithmetic('+', this.decimal, v) as Decimal128) : v;
      this.kind = 3;
    }
  }

  /** The sum, in the widest type that was added. */
  value(): Num {
    if (this.kind === 3) return fromDec(decimalOp('+', decimalOp('+', toDec(this.decimal!), toDec(this.integer)), toDec(this.doubles())));
    if (this.kind === 2) return this.doubles() + Number(this.integer);
    const n = this.integer;
    if (this.kind === 0 && n >= -2147483648n && n <= 2147483647n) return int(Number(n));
    return fitsLong(n) ? n : Number(n);
  }

  private doubles(): number {
    return Number.isFinite(this.double) ? this.double + this.lost : this.double;
  }
}
