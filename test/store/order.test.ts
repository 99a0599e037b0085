import { expect, test } from '@jest/globals';
import { decode } from '../../server/store/bson/decode.ts';
import { encode } from '../../server/store/bson/encode.ts';
import { identity, keyString } from '../../server/store/bson/keystring.ts';
import { compare } from '../../server/store/bson/order.ts';
import { Decimal128, Int32 } from '../../server/store/bson/value.ts';
import type { Doc, Value } from '../../server/store/bson/value.ts';
import { anyDoc, anyValue, Dice } from './support.ts';

const dice = new Dice(11);
const values: Value[] = Array.from({ length: 400 }, () => anyValue(dice));

test('the order is total: antisymmetric and transitive', () => {
  for (let i = 0; i < 30_000; i++) {
    const [a, b, c] = [dice.pick(values), dice.pick(values), dice.pick(values)];
    expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
    if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
  }
});

test('keys are ordered as the values they stand for, in both directions', () => {
  const up = values.map((v) => keyString([v], [1]));
  const down = values.map((v) => keyString([v], [-1]));
  for (let i = 0; i < values.length; i++) {
    for (let j = 0; j < values.length; j++) {
      const c = Math.sign(compare(values[i], values[j]));
      if (Math.sign(Buffer.compare(up[i]!, up[j]!)) !== c || Math.sign(Buffer.compare(down[i]!, down[j]!)) !== -c + 0) {
        throw new Error(`keys of ${String(values[i])} and ${String(values[j])} are not ordered as the values (${c})`);
      }
    }
  }
});

test('compound keys are ordered field by field', () => {
  for (let i = 0; i < 20_000; i++) {
    const [a, b] = [[dice.pick(values), dice.pick(values)], [dice.pick(values), dice.pick(values)]] as [Value[], Value[]];
    const want = compare(a[0], b[0]) || -compare(a[1], b[1]);
    expect(Math.sign(Buffer.compare(keyString(a, [1, -1]), keyString(b, [1, -1])))).toBe(Math.sign(want) + 0);
  }
});

test('no key is the beginning of another', () => {
  const keys = [...new Set(values.map((v) => keyString([v], [1]).toString('latin1')))].sort();
  for (let i = 1; i < keys.length; i++) expect(keys[i]!.startsWith(keys[i - 1]!)).toBe(false);
});

test('numbers of different types are equal when their values are, and only then', () => {
  const same: Value[] = [new Int32(1), 1, 1n, Decimal128.fromString('1'), Decimal128.fromString('1.000')];
  for (const a of same) for (const b of same) expect(identity(a)).toBe(identity(b));
  expect(compare(9007199254740993n, 9007199254740992)).toBe(1);
  expect(compare(Decimal128.fromString('0.1'), 0.1)).toBe(-1);
  expect(identity(Decimal128.fromString('0.1'))).not.toBe(identity(0.1));
  expect(identity(0)).toBe(identity(-0));
});

test('strings are ordered by their UTF-8 bytes', () => {
  expect(compare('\uffff', '\u{1f600}')).toBeLessThan(0);
  expect(compare('a', 'B')).toBeGreaterThan(0);
});

test('documents keep types, key order and hostile keys through decode and encode', () => {
  for (let i = 0; i < 500; i++) {
    const bytes = encode(anyDoc(dice));
    expect(encode(decode(bytes)).equals(bytes)).toBe(true);
  }
  const hostile: Doc = new Map<string, Value>([['2', 1], ['1', 1n], ['__proto__', new Int32(3)], ['constructor', 'x'], ['', null]]);
  expect([...decode(encode(hostile)).keys()]).toEqual(['2', '1', '__proto__', 'constructor', '']);
});

test('malformed documents are refused, never crash', () => {
  const bytes = encode(anyDoc(new Dice(3)));
  for (let i = 0; i < 3000; i++) {
    const b = Buffer.from(bytes);
    for (let k = 0; k < 1 + dice.int(3); k++) b[dice.int(b.length)] = dice.int(256);
    try {
      decode(b);
    } catch (e) {
      expect([2, 15, 22, undefined]).toContain((e as { code?: number }).code);
    }
  }
});
