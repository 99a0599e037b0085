import { fail } from '../errors.ts';
import { doc, int, isDoc, isNullish, ObjectId, Timestamp, toInteger, typeName } from '../bson/value.ts';
import type { Value } from '../bson/value.ts';
import { named } from './args.ts';
import type { Maker } from './args.ts';
import { dayOfYear, formatDate, fromLocal, isoWeek, localDate, parseDate, sundayWeek, utc } from './dateformat.ts';

function date(v: Value | undefined): Date {
  if (v instanceof Date) return v;
  if (v instanceof ObjectId) return v.getTimestamp();
  if (v instanceof Timestamp) return new Date(v.getHighBits() * 1000);
  return fail(16006, `can't convert from BSON type ${typeName(v)} to Date`);
}

const zoneOf = (v: Value | undefined): string => (v === undefined ? 'UTC' : typeof v === 'string' ? v : fail(40517, `timezone must evaluate to a string, found ${typeName(v)}`));

/** A date part: takes a date, or { date, timezone }. */
function part(name: string, read: (d: Date) => Value): Maker {
  const withZone = named(name, ['date'], ['timezone'], (a) => (isNullish(a.date) || a.timezone === null ? null : read(localDate(date(a.date), zoneOf(a.timezone)))));
  const bare = named(name, ['date'], [], (a) => (isNullish(a.date) ? null : read(date(a.date))));
  return (arg) => {
    if (isDoc(arg) && arg.has('date')) return withZone(arg);
    const v = Array.isArray(arg) ? (arg.length === 1 ? arg[0]! : fail(40536, `${name} accepts exactly one argument if given an array, but was given ${arg.length}`)) : arg;
    return bare(new Map([['date', v]]));
  };
}

const UNIT_MS: Record<string, number> = { millisecond: 1, second: 1000, minute: 60000, hour: 3600000, day: 86400000, week: 604800000 };
const UNIT_MONTHS: Record<string, number> = { month: 1, quarter: 3, year: 12 };
const unitOf = (v: Value | undefined): string => (typeof v === 'string' && (v in UNIT_MS || v in UNIT_MONTHS) ? v : fail(9, `unknown time unit value: ${String(v)}`));

function shift(at: Date, unit: string, amount: number, zone: string): Date {
  if (unit in UNIT_MS && unit !== 'day' && unit !== 'week') return new Date(at.getTime() + amount * UNIT_MS[unit]!);
  const l = localDate(at, zone);
  if (unit in UNIT_MS) return new Date(fromLocal(l.getTime() + amount * UNIT_MS[unit]!, zone));
  const months = l.getUTCFullYear() * 12 + l.getUTCMonth() + amount * UNIT_MONTHS[unit]!;
  const [y, m] = [Math.floor(months / 12), ((months % 12) + 12) % 12];
  const last = new Date(utc(y, m + 2, 0)).getUTCDate();
  const day = utc(y, m + 1, Math.min(l.getUTCDate(), last));
  return new Date(fromLocal(day + (((l.getTime() % 86400000) + 86400000) % 86400000), zone));
}

function add(sign: number): (a: Record<string, Value | undefined>) => Value {
  return (a) => {
    if (isNullish(a.startDate) || isNullish(a.unit) || isNullish(a.amount)) return null;
    const n = toInteger(a.amount) ?? fail(5166405, '$dateAdd expects a whole amount');
    return shift(date(a.startDate), unitOf(a.unit), sign * n, zoneOf(a.timezone));
  };
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
function startOf(v: Value | undefined): number {
  if (isNullish(v)) return 0;
  const s = String(v).toLowerCase();
  const i = DAYS.findIndex((d) => d === s || d.slice(0, 3) === s);
  return i < 0 ? fail(9, `unknown day of week value: ${s}`) : i;
}

/** Number of whole units since a fixed start, so that differences count boundaries. */
function ordinal(local: Date, unit: string, weekStart: number): number {
  if (unit in UNIT_MONTHS) return Math.floor((local.getUTCFullYear() * 12 + local.getUTCMonth()) / UNIT_MONTHS[unit]!);
  if (unit === 'week') return Math.floor((Math.floor(local.getTime() / 86400000) + 4 - weekStart) / 7);
  return Math.floor(local.getTime() / UNIT_MS[unit]!);
}

function diff(a: Record<string, Value | undefined>): Value {
  if (isNullish(a.startDate) || isNullish(a.endDate) || isNullish(a.unit)) return null;
  const [unit, zone, week] = [unitOf(a.unit), zoneOf(a.timezone), startOf(a.startOfWeek)];
  const small = UNIT_MS[unit] !== undefined && UNIT_MS[unit] < 86400000;
  const local = (v: Value | undefined): Date => (small ? date(v) : localDate(date(v), zone));
  return BigInt(ordinal(local(a.endDate), unit, week) - ordinal(local(a.startDate), unit, week));
}

function truncate(a: Record<string, Value | undefined>): Value {
  if (isNullish(a.date) || isNullish(a.unit)) return null;
  const [unit, zone] = [unitOf(a.unit), zoneOf(a.timezone)];
  const bin = a.binSize === undefined ? 1 : toInteger(a.binSize) ?? 0;
  if (bin < 1) fail(5439017, '$dateTrunc requires a positive binSize');
  const l = localDate(date(a.date), zone);
  if (unit in UNIT_MONTHS) {
    const size = UNIT_MONTHS[unit]! * bin;
    const months = (l.getUTCFullYear() - 2000) * 12 + l.getUTCMonth();
    const at = Math.floor(months / size) * size;
    return new Date(fromLocal(utc(2000 + Math.floor(at / 12), (((at % 12) + 12) % 12) + 1, 1), zone));
  }
  const size = UNIT_MS[unit]! * bin;
  const origin = unit === 'week' ? utc(2000, 1, 2) + ((startOf(a.startOfWeek) + 7) % 7) * 86400000 : utc(2000, 1, 1);
  return new Date(fromLocal(origin + Math.floor((l.getTime() - origin) / size) * size, zone));
}

function fromParts(a: Record<string, Value | undefined>): Value {
  if (Object.values(a).some((v) => v === null)) return null;
  const n = (k: string, d: number): number => (a[k] === undefined ? d : toInteger(a[k]) ?? fail(40515, `'${k}' must evaluate to an integer`));
  const time = [n('hour', 0), n('minute', 0), n('second', 0), n('millisecond', 0)] as const;
  const zone = zoneOf(a.timezone);
  if (a.isoWeekYear !== undefined) {
    const jan4 = new Date(utc(n('isoWeekYear', 1970), 1, 4));
    const monday = jan4.getTime() - ((jan4.getUTCDay() || 7) - 1) * 86400000;
    const day = monday + ((n('isoWeek', 1) - 1) * 7 + n('isoDayOfWeek', 1) - 1) * 86400000;
    return new Date(fromLocal(day + time[0] * 3600000 + time[1] * 60000 + time[2] * 1000 + time[3], zone));
  }
  if (a.year === undefined) fail(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  return new Date(fromLocal(utc(n('year', 1970), n('month', 1), n('day', 1), ...time), zone));
}

function toParts(a: Record<string, Value | undefined>): Value {
  if (isNullish(a.date)) return null;
  const d = localDate(date(a.date), zoneOf(a.timezone));
  const time = { hour: d.getUTCHours(), minute: d.getUTCMinutes(), second: d.getUTCSeconds(), millisecond: d.getUTCMilliseconds() };
  if (a.iso8601 === true) return doc({ isoWeekYear: isoWeek(d).year, isoWeek: isoWeek(d).week, isoDayOfWeek: d.getUTCDay() || 7, ...time });
  return doc({ year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate(), ...time });
}

function dateToString(a: Record<string, Value | undefined>): Value | undefined {
  if (isNullish(a.date)) return a.onNull === undefined ? null : a.onNull;
  if (a.format === null || a.timezone === null) return null;
  const zone = zoneOf(a.timezone);
  const format = a.format === undefined ? (zone === 'UTC' ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L') : String(a.format);
  return formatDate(date(a.date), format, zone);
}

function dateFromString(a: Record<string, Value | undefined>): Value | undefined {
  if (isNullish(a.dateString)) return a.onNull === undefined ? null : a.onNull;
  try {
    if (typeof a.dateString !== 'string') return fail(241, `$dateFromString requires that 'dateString' be a string, found: ${typeName(a.dateString)}`);
    return parseDate(a.dateString, isNullish(a.format) ? undefined : String(a.format), zoneOf(a.timezone));
  } catch (e) {
    if (a.onError === undefined) throw e;
    return a.onError;
  }
}

/** Date operators. */
export const DATES: Record<string, Maker> = {
  $year: part('$year', (d) => int(d.getUTCFullYear())),
  $month: part('$month', (d) => int(d.getUTCMonth() + 1)),
  $dayOfMonth: part('$dayOfMonth', (d) => int(d.getUTCDate())),
  $dayOfWeek: part('$dayOfWeek', (d) => int(d.getUTCDay() + 1)),
  $dayOfYear: part('$dayOfYear', (d) => int(dayOfYear(d))),
  $hour: part('$hour', (d) => int(d.getUTCHours())),
  $minute: part('$minute', (d) => int(d.getUTCMinutes())),
  $second: part('$second', (d) => int(d.getUTCSeconds())),
  $millisecond: part('$millisecond', (d) => int(d.getUTCMilliseconds())),
  $week: part('$week', (d) => int(sundayWeek(d))),
  $isoWeek: part('$isoWeek', (d) => int(isoWeek(d).week)),
  $isoWeekYear: part('$isoWeekYear', (d) => BigInt(isoWeek(d).year)),
  $isoDayOfWeek: part('$isoDayOfWeek', (d) => int(d.getUTCDay() || 7)),
  $dateToString: named('$dateToString', ['date'], ['format', 'timezone', 'onNull'], dateToString),
  $dateFromString: named('$dateFromString', ['dateString'], ['format', 'timezone', 'onError', 'onNull'], dateFromString),
  $dateAdd: named('$dateAdd', ['startDate', 'unit', 'amount'], ['timezone'], add(1)),
  $dateSubtract: named('$dateSubtract', ['startDate', 'unit', 'amount'], ['timezone'], add(-1)),
  $dateDiff: named('$dateDiff', ['startDate', 'endDate', 'unit'], ['timezone', 'startOfWeek'], diff),
  $dateTrunc: named('$dateTrunc', ['date', 'unit'], ['binSize', 'timezone', 'startOfWeek'], truncate),
  $dateFromParts: named('$dateFromParts', [], ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond', 'isoWeekYear', 'isoWeek', 'isoDayOfWeek', 'timezone'], fromParts),
  $dateToParts: named('$dateToParts', ['date'], ['timezone', 'iso8601'], toParts),
};
