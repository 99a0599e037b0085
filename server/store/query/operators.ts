import { fail } from '../errors.ts';
import { arithmetic } from '../bson/numeric.ts';
import { order } from '../bson/collate.ts';
import { BSONRegExp, Int32, isDoc, isNumber, Timestamp, toInteger, toNumber, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { compileFilter } from './match.ts';
import { isOperators, parseFilter, parsePath } from './filter.ts';
import { sortComparator } from './sort.ts';

/** What an operator does to one value: a new value, removal, or nothing. */
export type Result = { value: Value } | { remove: true } | { keep: true; to?: string };
/** Computes the change of a field from its present value (undefined when missing). */
export type Change = (v: Value | undefined, how: { inserting: boolean }) => Result;

const KEEP: Result = { keep: true };

/** Names of all update operators. */
export const UPDATE_OPERATORS = new Set(['$set', '$setOnInsert', '$unset', '$inc', '$mul', '$min', '$max', '$rename', '$currentDate', '$push', '$addToSet', '$pull', '$pullAll', '$pop', '$bit']);

/** Makes the change of one operator on one path, checking its argument. */
export function makeOperator(name: string, path: string, arg: Value): Change {
  const { compare } = order();
  switch (name) {
    case '$set': case '$setOnInsert': return () => ({ value: arg });
    case '$unset': return () => ({ remove: true });
    case '$inc': case '$mul': return numeric(name, path, arg);
    case '$min': return (v) => (v === undefined || compare(arg, v) < 0 ? { value: arg } : KEEP);
    case '$max': return (v) => (v === undefined || compare(arg, v) > 0 ? { value: arg } : KEEP);
    case '$rename': return () => ({ keep: true, to: arg as string });
    case '$currentDate': return currentDate(arg);
    case '$push': return push(path, arg);
    case '$addToSet': return addToSet(path, arg);
    case '$pull': return pull(arg);
    case '$pullAll': return pullAll(path, arg);
    case '$pop': return pop(path, arg);
    default: return bit(path, arg);
  }
}

function numeric(name: string, path: string, arg: Value): Change {
  if (!isNumber(arg)) return fail(14, `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${typeName(arg)}}`);
  return (v) => {
    if (v === undefined) return { value: name === '$inc' ? arg : arithmetic('*', arg, zero(arg)) };
    if (!isNumber(v)) return fail(14, `Cannot apply ${name} to a value of non-numeric type. The field '${path}' has type ${typeName(v)}`);
    return { value: arithmetic(name === '$inc' ? '+' : '*', v, arg, () => fail(2, `Failed to apply ${name} operations to current value: integer overflow`)) };
  };
}

const zero = (like: Value): Int32 | bigint | number => (typeof like === 'bigint' ? 0n : typeof like === 'number' ? 0 : new Int32(0));

function currentDate(arg: Value): Change {
  const type = arg === true || arg === false ? 'date' : isDoc(arg) && arg.size === 1 ? arg.get('$type') : undefined;
  if (type !== 'date' && type !== 'timestamp') fail(2, "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}");
  return () => ({ value: type === 'date' ? new Date() : new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 }) });
}

const array = (name: string, path: string, v: Value | undefined): Value[] =>
  v === undefined ? [] : Array.isArray(v) ? v : fail(2, `The field '${path}' must be an array but is of type ${typeName(v)} (${name})`);

function push(path: string, arg: Value): Change {
  if (!isDoc(arg) || !arg.has('$each')) {
    if (isDoc(arg) && isOperators(arg)) fail(2, `Unrecognized clause in $push: ${arg.keys().next().value}`);
    return (v) => ({ value: [...array('$push', path, v), arg] });
  }
  for (const k of arg.keys()) if (!['$each', '$slice', '$sort', '$position'].includes(k)) fail(2, `Unrecognized clause in $push: ${k}`);
  const items = arg.get('$each');
  if (!Array.isArray(items)) return fail(2, `The argument to $each in $push must be an array but it was of type: ${typeName(items)}`);
  const whole = (k: string): number | undefined => (arg.has(k) ? toInteger(arg.get(k)) ?? fail(2, `The value for ${k} must be an integer value`) : undefined);
  const [slice, position] = [whole('$slice'), whole('$position')];
  const sort = arg.get('$sort');
  const { compare } = order();
  const ranking = sort === undefined ? undefined : isDoc(sort) ? sortComparator(sort) : (a: Value, b: Value) => compare(a, b) * (Math.abs(toNumber(sort)) === 1 ? toNumber(sort) : fail(2, 'The $sort element value must be either 1 or -1'));
  return (v) => {
    const list = [...array('$push', path, v)];
    list.splice(position === undefined ? list.length : position < 0 ? Math.max(0, list.length + position) : position, 0, ...items);
    if (ranking) list.sort(ranking);
    return { value: slice === undefined ? list : slice < 0 ? list.slice(slice) : list.slice(0, slice) };
  };
}

function addToSet(path: string, arg: Value): Change {
  const each = isDoc(arg) && arg.keys().next().value === '$each';
  if (each && (arg as Doc).size > 1) fail(2, 'Found unexpected fields after $each in $addToSet');
  const items = each ? (arg as Doc).get('$each')! : [arg];
  if (!Array.isArray(items)) return fail(14, `The argument to $each in $addToSet must be an array but it was of type ${typeName(items)}`);
  const { equal } = order();
  return (v) => {
    if (v !== undefined && !Array.isArray(v)) fail(2, `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(v)}`);
    const list = [...((v as Value[] | undefined) ?? [])];
    for (const x of items) if (!list.some((y) => equal(x, y))) list.push(x);
    return { value: list };
  };
}

function pull(arg: Value): Change {
  const { equal } = order();
  let drop: (v: Value) => boolean;
  if (isDoc(arg) && !isOperators(arg)) {
    const m = compileFilter(parseFilter(arg));
    drop = (v) => isDoc(v) && m(v);
  } else if (isDoc(arg) || arg instanceof BSONRegExp) {
    const m = compileFilter({ kind: 'and', nodes: parsePath('e', arg) });
    drop = (v) => m(new Map([['e', v]]));
  } else drop = (v) => equal(v, arg);
  return (v) => {
    if (v === undefined) return KEEP;
    if (!Array.isArray(v)) return fail(2, 'Cannot apply $pull to a non-array value');
    return { value: v.filter((x) => !drop(x)) };
  };
}

function pullAll(path: string, arg: Value): Change {
  if (!Array.isArray(arg)) return fail(2, `$pullAll requires an array argument but was given a ${typeName(arg)}`);
  const { equal } = order();
  return (v) => (v === undefined ? KEEP : Array.isArray(v) ? { value: v.filter((x) => !arg.some((y) => equal(x, y))) } : fail(2, `Cannot apply $pull to a non-array value (${path})`));
}

function pop(path: string, arg: Value): Change {
  const n = toNumber(arg);
  if (n !== 1 && n !== -1) fail(9, `$pop expects 1 or -1, found: ${n}`);
  return (v) => (v === undefined ? KEEP : Array.isArray(v) ? { value: n === 1 ? v.slice(0, -1) : v.slice(1) } : fail(14, `Path '${path}' contains an element of non-array type '${typeName(v)}'`));
}

function bit(path: string, arg: Value): Change {
  if (!isDoc(arg) || !arg.size) return fail(2, `The $bit modifier is not compatible with a ${typeName(arg)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`);
  for (const [k, x] of arg) {
    if (!['and', 'or', 'xor'].includes(k)) fail(2, `The $bit modifier only supports 'and', 'or', and 'xor', not '${k}' which is an unknown operator`);
    if (!(x instanceof Int32) && typeof x !== 'bigint') fail(2, `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(x)}' is not supported here`);
  }
  return (v) => {
    if (v !== undefined && !(v instanceof Int32) && typeof v !== 'bigint') return fail(2, `Cannot apply $bit to a value of non-integral type. ${path} has the field of non-integer type ${typeName(v)}`);
    let n = v === undefined ? 0n : BigInt(v instanceof Int32 ? v.value : v);
    let long = typeof v === 'bigint';
    for (const [k, x] of arg) {
      const m = BigInt(x instanceof Int32 ? x.value : (x as bigint));
      long ||= typeof x === 'bigint';
      n = k === 'and' ? n & m : k === 'or' ? n | m : n ^ m;
    }
    return { value: long ? BigInt.asIntN(64, n) : new Int32(Number(BigInt.asIntN(32, n))) };
  };
}
