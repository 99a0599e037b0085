import { fail } from '../errors.ts';
import { identity } from '../bson/keystring.ts';
import { modulo } from '../bson/numeric.ts';
import { compare } from '../bson/order.ts';
import { isDoc, isNumber, toInteger, toNumber, typeName } from '../bson/value.ts';
import type { Doc, Int32, Value } from '../bson/value.ts';
import { toRegExp } from './regex.ts';

type Test = (v: Value) => boolean;
type Keyword = (arg: Value, all: Doc) => Test;

const bad = (k: string, want: string, code = 14): never => fail(code, `$jsonSchema keyword '${k}' must be ${want}`);
const always: Test = () => true;

/** Compiles MongoDB's JSON schema (draft 4 with bsonType); keywords it does not know are refused, as by MongoDB. */
export function compileSchema(schema: Value): Test {
  if (!isDoc(schema)) return fail(14, `$jsonSchema must be an object, not ${typeName(schema)}`);
  if (schema.has('type') && schema.has('bsonType')) fail(9, "Cannot specify both $jsonSchema keywords 'type' and 'bsonType'");
  const tests = [...schema].map(([k, arg]) => {
    if (['$ref', '$schema', 'default', 'definitions', 'format', 'id'].includes(k)) fail(9, `$jsonSchema keyword '${k}' is not currently supported`);
    if (k === 'encrypt' || k === 'encryptMetadata') fail(115, `$jsonSchema keyword '${k}' is not supported`);
    return Object.hasOwn(KEYWORDS, k) ? KEYWORDS[k]!(arg, schema) : fail(9, `Unknown $jsonSchema keyword: ${k}`);
  });
  return (v) => tests.every((t) => t(v));
}

/** Keywords say something about values of one kind only: any other value passes. */
const about = <T extends Value>(is: (v: Value) => v is T, make: (arg: Value, all: Doc) => (v: T) => boolean): Keyword => (arg, all) => {
  const test = make(arg, all);
  return (v) => !is(v) || test(v);
};
const isText = (v: Value): v is string => typeof v === 'string';
const isList = (v: Value): v is Value[] => Array.isArray(v);
const isObject = (v: Value): v is Doc => isDoc(v);
const isNum = (v: Value): v is Int32 => isNumber(v);

const JSON_TYPES: Record<string, string> = { object: 'object', array: 'array', number: 'number', boolean: 'bool', string: 'string', null: 'null' };
const BSON_TYPES = new Set(['double', 'string', 'object', 'array', 'binData', 'undefined', 'objectId', 'bool', 'date', 'null', 'regex', 'dbPointer', 'javascript', 'symbol', 'javascriptWithScope', 'int', 'timestamp', 'long', 'decimal', 'minKey', 'maxKey', 'number']);

function typed(k: string, known: (name: string) => string | undefined): Keyword {
  return (arg) => {
    const list = Array.isArray(arg) ? arg : [arg];
    if (!list.length) fail(9, `$jsonSchema keyword '${k}' must name at least one type`);
    const names = new Set(list.map((x) => (typeof x === 'string' ? known(x) ?? fail(2, x === 'integer' ? "$jsonSchema type 'integer' is not currently supported." : `Unknown type name alias: ${x}`) : bad(k, 'either a string or an array of strings'))));
    return (v) => names.has(typeName(v)) || (names.has('number') && isNumber(v));
  };
}

const size = (k: string, v: Value): number => {
  const n = isNumber(v) ? toInteger(v) : undefined;
  return n !== undefined && n >= 0 ? n : bad(k, 'a non-negative integer', n === undefined ? 14 : 9);
};
const sized = <T extends Value>(k: string, is: (v: Value) => v is T, measure: (v: T) => number, fits: (n: number, limit: number) => boolean): Keyword =>
  about(is, (arg) => { const limit = size(k, arg); return (v) => fits(measure(v), limit); });
const least = (n: number, limit: number): boolean => n >= limit;
const most = (n: number, limit: number): boolean => n <= limit;

const bounded = (k: string, exclusive: string, sign: number): Keyword => about(isNum, (arg, all) => {
  if (!isNumber(arg)) bad(k, 'a number');
  return (v) => { const c = compare(v, arg) * sign; return all.get(exclusive) === true ? c > 0 : c >= 0; };
});
const exclusive = (k: string, needs: string): Keyword => (arg, all) => (typeof arg !== 'boolean' ? bad(k, 'a boolean') : all.has(needs) ? always : fail(9, `$jsonSchema keyword '${needs}' must be a present if ${k} is present`));

const list = (k: string, v: Value): Value[] => (Array.isArray(v) ? (v.length ? v : fail(2, `$jsonSchema keyword '${k}' must be a non-empty array`)) : bad(k, 'an array'));
const schemas = (k: string, v: Value): Test[] => list(k, v).map(compileSchema);
const names = (k: string, v: Value): string[] => list(k, v).map((x) => (typeof x === 'string' ? x : bad(k, 'an array of strings')));
const perField = (k: string, v: Value): [string, Value][] => (isDoc(v) ? [...v] : bad(k, 'an object'));
const booleanOrSchema = (k: string, v: Value): Test => (typeof v === 'boolean' ? () => v : isDoc(v) ? compileSchema(v) : bad(k, 'either an object or a boolean'));

/** Values are the same whatever the order of their fields. */
const same = (v: Value): string => identity(sorted(v));
const sorted = (v: Value): Value => (isDoc(v) ? new Map([...v].sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, x]) => [k, sorted(x)])) : Array.isArray(v) ? v.map(sorted) : v);

function items(arg: Value, all: Doc): (v: Value[]) => boolean {
  if (!Array.isArray(arg)) { const each = compileSchema(arg); return (v) => v.every(each); }
  const byPlace = arg.map(compileSchema);
  const rest = all.has('additionalItems') ? booleanOrSchema('additionalItems', all.get('additionalItems')!) : always;
  return (v) => v.every((x, i) => (byPlace[i] ?? rest)(x));
}

function additional(arg: Value, all: Doc): (v: Doc) => boolean {
  const rest = booleanOrSchema('additionalProperties', arg);
  const known = isDoc(all.get('properties')) ? (all.get('properties') as Doc) : new Map<string, Value>();
  const patterns = isDoc(all.get('patternProperties')) ? [...(all.get('patternProperties') as Doc).keys()].map((p) => toRegExp(p)) : [];
  return (v) => [...v].every(([k, x]) => known.has(k) || patterns.some((p) => p.test(k)) || rest(x));
}

function dependencies(arg: Value): (v: Doc) => boolean {
  const each = perField('dependencies', arg).map(([k, d]) => {
    const needs = Array.isArray(d) ? names('dependencies', d) : undefined;
    const schema = needs ? always : compileSchema(d);
    return (v: Doc): boolean => !v.has(k) || (needs ? needs.every((n) => v.has(n)) : schema(v));
  });
  return (v) => each.every((t) => t(v));
}

const text = (k: string): Keyword => (arg) => (typeof arg === 'string' ? always : bad(k, 'of type string'));

const KEYWORDS: Record<string, Keyword> = {
  title: text('title'),
  description: text('description'),
  type: typed('type', (n) => JSON_TYPES[n]),
  bsonType: typed('bsonType', (n) => (BSON_TYPES.has(n) ? n : undefined)),
  enum: (arg) => { const set = new Set(list('enum', arg).map(same)); return (v) => set.has(same(v)); },
  allOf: (arg) => { const all = schemas('allOf', arg); return (v) => all.every((t) => t(v)); },
  anyOf: (arg) => { const any = schemas('anyOf', arg); return (v) => any.some((t) => t(v)); },
  oneOf: (arg) => { const one = schemas('oneOf', arg); return (v) => one.filter((t) => t(v)).length === 1; },
  not: (arg) => { const t = compileSchema(arg); return (v) => !t(v); },
  minimum: bounded('minimum', 'exclusiveMinimum', 1),
  maximum: bounded('maximum', 'exclusiveMaximum', -1),
  exclusiveMinimum: exclusive('exclusiveMinimum', 'minimum'),
  exclusiveMaximum: exclusive('exclusiveMaximum', 'maximum'),
  multipleOf: about(isNum, (arg) => {
    const by = isNumber(arg) ? (toNumber(arg) > 0 ? arg : bad('multipleOf', 'a positive number', 9)) : bad('multipleOf', 'a number');
    return (v) => Number.isFinite(toNumber(v)) && toNumber(modulo(v, by)) === 0;
  }),
  minLength: sized('minLength', isText, (s) => [...s].length, least),
  maxLength: sized('maxLength', isText, (s) => [...s].length, most),
  pattern: about(isText, (arg) => { const re = toRegExp(typeof arg === 'string' ? arg : bad('pattern', 'a string')); return (s) => re.test(s); }),
  items: about(isList, items),
  additionalItems: (arg) => { booleanOrSchema('additionalItems', arg); return always; },
  minItems: sized('minItems', isList, (l) => l.length, least),
  maxItems: sized('maxItems', isList, (l) => l.length, most),
  uniqueItems: about(isList, (arg) => (typeof arg !== 'boolean' ? bad('uniqueItems', 'a boolean') : (l) => !arg || new Set(l.map(same)).size === l.length)),
  properties: about(isObject, (arg) => { const each = perField('properties', arg).map(([k, s]) => [k, compileSchema(s)] as const); return (v) => each.every(([k, t]) => !v.has(k) || t(v.get(k)!)); }),
  patternProperties: about(isObject, (arg) => {
    const each = perField('patternProperties', arg).map(([k, s]) => [toRegExp(k), compileSchema(s)] as const);
    return (v) => [...v].every(([k, x]) => each.every(([re, t]) => !re.test(k) || t(x)));
  }),
  additionalProperties: about(isObject, additional),
  required: about(isObject, (arg) => { const all = names('required', arg); return (v) => all.every((k) => v.has(k)); }),
  minProperties: sized('minProperties', isObject, (v) => v.size, least),
  maxProperties: sized('maxProperties', isObject, (v) => v.size, most),
  dependencies: about(isObject, dependencies),
};
