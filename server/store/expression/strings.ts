import { fail } from '../errors.ts';
import { compareStrings } from '../bson/order.ts';
import { BSONRegExp, doc, int, isNullish, isNumber, toInteger, toNumber, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { toRegExp } from '../query/regex.ts';
import { fn, named, strict } from './args.ts';
import type { Maker } from './args.ts';
import { toText } from './conversions.ts';

const str = (name: string, v: Value | undefined, code = 16702): string => (typeof v === 'string' ? v : fail(code, `${name} requires a string argument, found: ${typeName(v)}`));
const whole = (name: string, v: Value | undefined): number => toInteger(v) ?? fail(16034, `${name} needs a whole number`);

/** Text of a value as $toLower and friends read it. */
const loose = (v: Value | undefined): string => (isNullish(v) ? '' : typeof v === 'string' ? v : isNumber(v) || v instanceof Date ? toText(v) : fail(16007, `can't convert from BSON type ${typeName(v)} to String`));

function concat(...a: (Value | undefined)[]): Value {
  return a.some(isNullish) ? null : a.map((v) => str('$concat', v)).join('');
}

function substrBytes(a: Value | undefined, start: Value | undefined, length: Value | undefined): Value {
  const b = Buffer.from(loose(a));
  const from = whole('$substrBytes', start);
  const n = whole('$substrBytes', length);
  if (from < 0) fail(50752, '$substrBytes: starting index must be non-negative');
  const end = n < 0 ? b.length : Math.min(b.length, from + n);
  const cut = (i: number): boolean => i < b.length && (b[i]! & 0xc0) === 0x80;
  if (from < b.length && cut(from)) fail(28656, '$substrBytes: Invalid range, starting index is a UTF-8 continuation byte.');
  if (cut(end)) fail(28657, '$substrBytes: Invalid range, ending index is in the middle of a UTF-8 character.');
  return b.toString('utf8', from, end);
}

function substrCP(a: Value | undefined, start: Value | undefined, length: Value | undefined): Value {
  const from = whole('$substrCP', start);
  const n = whole('$substrCP', length);
  if (from < 0) fail(34451, '$substrCP: the starting index must be a non-negative integer.');
  if (n < 0) fail(34455, '$substrCP: length must be a non-negative integer.');
  return [...loose(a)].slice(from, from + n).join('');
}

function indexOf(name: string, units: (s: string) => { list: (string | number)[] }): Maker {
  return fn(name, 2, 4, (s, sub, start, end) => {
    if (isNullish(s)) return null;
    const hay = units(str(name, s, 40091)).list;
    const needle = units(str(name, sub, 40092)).list;
    const from = start === undefined ? 0 : whole(name, start);
    const to = end === undefined ? hay.length : Math.min(hay.length, whole(name, end));
    if (from < 0 || to < 0) fail(40097, `${name} requires a nonnegative starting index`);
    for (let i = from; i + needle.length <= to; i++) if (needle.every((c, k) => hay[i + k] === c)) return int(i);
    return int(-1);
  });
}

function trim(name: string, left: boolean, right: boolean): Maker {
  return named(name, ['input'], ['chars'], ({ input, chars }) => {
    if (isNullish(input) || chars === null) return null;
    const set = chars === undefined ? undefined : new Set(str(name, chars, 50700));
    const blank = (c: string): boolean => (set ? set.has(c) : /[\s\0]/.test(c));
    const s = [...str(name, input, 50699)];
    let a = 0;
    let b = s.length;
    while (left && a < b && blank(s[a]!)) a++;
    while (right && b > a && blank(s[b - 1]!)) b--;
    return s.slice(a, b).join('');
  });
}

function pattern(name: string, regex: Value | undefined, options: Value | undefined): RegExp {
  if (regex instanceof BSONRegExp) return toRegExp(regex.pattern, regex.options || (typeof options === 'string' ? options : ''));
  return toRegExp(str(name, regex, 51105), typeof options === 'string' ? options : '');
}

function found(m: RegExpExecArray): Doc {
  return doc({ match: m[0], idx: [...m.input.slice(0, m.index)].length, captures: m.slice(1).map((c) => c ?? null) });
}

const REGEX_ARGS: [string[], string[]] = [['input', 'regex'], ['options']];

function replace(name: string, all: boolean): Maker {
  return named(name, ['input', 'find', 'replacement'], [], ({ input, find, replacement }) => {
    if (isNullish(input) || isNullish(find) || isNullish(replacement)) return null;
    const [s, f, r] = [str(name, input, 51746), str(name, find, 51745), str(name, replacement, 51744)];
    return all ? s.split(f).join(r) : s.includes(f) ? s.slice(0, s.indexOf(f)) + r + s.slice(s.indexOf(f) + f.length) : s;
  });
}

const upper = (s: string): string => s.replace(/[a-z]+/g, (x) => x.toUpperCase());
const lower = (s: string): string => s.replace(/[A-Z]+/g, (x) => x.toLowerCase());

/** String operators; upper and lower case change ASCII only, as MongoDB documents. */
export const STRINGS: Record<string, Maker> = {
  $concat: fn('$concat', 0, Infinity, concat),
  $substr: fn('$substrBytes', 3, 3, substrBytes),
  $substrBytes: fn('$substrBytes', 3, 3, substrBytes),
  $substrCP: fn('$substrCP', 3, 3, substrCP),
  $toUpper: fn('$toUpper', 1, 1, (v) => upper(loose(v))),
  $toLower: fn('$toLower', 1, 1, (v) => lower(loose(v))),
  $strcasecmp: fn('$strcasecmp', 2, 2, (a, b) => int(Math.sign(compareStrings(upper(loose(a)), upper(loose(b)))))),
  $strLenBytes: fn('$strLenBytes', 1, 1, (v) => int(Buffer.byteLength(str('$strLenBytes', v, 34473)))),
  $strLenCP: fn('$strLenCP', 1, 1, (v) => int([...str('$strLenCP', v, 34471)].length)),
  $indexOfBytes: indexOf('$indexOfBytes', (s) => ({ list: [...Buffer.from(s)] })),
  $indexOfCP: indexOf('$indexOfCP', (s) => ({ list: [...s] })),
  $split: strict('$split', 2, 2, (s, by) => {
    const sep = str('$split', by, 40086);
    return sep ? str('$split', s, 40085).split(sep) : fail(40087, '$split requires a non-empty separator');
  }),
  $trim: trim('$trim', true, true),
  $ltrim: trim('$ltrim', true, false),
  $rtrim: trim('$rtrim', false, true),
  $replaceOne: replace('$replaceOne', false),
  $replaceAll: replace('$replaceAll', true),
  $regexMatch: named('$regexMatch', ...REGEX_ARGS, ({ input, regex, options }) => !isNullish(input) && !isNullish(regex) && pattern('$regexMatch', regex, options).test(str('$regexMatch', input, 51104))),
  $regexFind: named('$regexFind', ...REGEX_ARGS, ({ input, regex, options }) => {
    if (isNullish(input) || isNullish(regex)) return null;
    const m = pattern('$regexFind', regex, options).exec(str('$regexFind', input, 51104));
    return m ? found(m) : null;
  }),
  $regexFindAll: named('$regexFindAll', ...REGEX_ARGS, ({ input, regex, options }) => {
    if (isNullish(input) || isNullish(regex)) return [];
    const re = pattern('$regexFindAll', regex, options);
    return [...str('$regexFindAll', input, 51104).matchAll(new RegExp(re.source, `${re.flags}g`))].map((m) => found(m as unknown as RegExpExecArray));
  }),
};

/** A number used as a whole count. */
export const count = (v: Value): number => Math.trunc(toNumber(v));
