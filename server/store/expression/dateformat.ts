import { fail } from '../errors.ts';

const zones = new Map<string, Intl.DateTimeFormat>();

/** Offset of a zone at an instant, in milliseconds: "+07:00", "UTC" or an IANA name. */
export function zoneOffset(zone: string, at: number): number {
  const m = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (m) return (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3] ?? 0)) * 60000;
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  let f = zones.get(zone);
  if (!f) {
    try {
      f = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', era: 'short' });
    } catch {
      return fail(40485, `unrecognized time zone identifier: "${zone}"`);
    }
    zones.set(zone, f);
  }
  const p: Record<string, string> = {};
  for (const { type, value } of f.formatToParts(at)) p[type] = value;
  const year = p.era === 'BC' ? 1 - Number(p.year) : Number(p.year);
  return utc(year, Number(p.month), Number(p.day), Number(p.hour), Number(p.minute), Number(p.second)) - Math.floor(at / 1000) * 1000;
}

/** Milliseconds of a calendar date in UTC; months and days may overflow, years below 100 are years. */
export function utc(y: number, mo: number, d: number, h = 0, mi = 0, s = 0, ms = 0): number {
  const t = new Date(0);
  t.setUTCFullYear(y, mo - 1, d);
  t.setUTCHours(h, mi, s, ms);
  return t.getTime();
}

/** The instant at which a zone's clock shows the given local milliseconds. */
export function fromLocal(local: number, zone: string): number {
  const first = local - zoneOffset(zone, local);
  return local - zoneOffset(zone, first);
}

/** A date whose UTC getters show the zone's clock. */
export const localDate = (at: Date, zone: string): Date => new Date(at.getTime() + zoneOffset(zone, at.getTime()));

/** Day of the year, from 1. */
export const dayOfYear = (d: Date): number => Math.floor((d.getTime() - utc(d.getUTCFullYear(), 1, 1)) / 86400000) + 1;

/** ISO week and its year. */
export function isoWeek(d: Date): { week: number; year: number } {
  const thursday = new Date(d.getTime() + (4 - (d.getUTCDay() || 7)) * 86400000);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - utc(year, 1, 1)) / 604800000) + 1 };
}

/** Week of the year with weeks that begin on Sunday, from 0. */
export const sundayWeek = (d: Date): number => Math.floor((dayOfYear(d) + 6 - d.getUTCDay()) / 7);

const pad = (n: number, w: number): string => String(n).padStart(w, '0');
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Writes a date in MongoDB's format language. */
export function formatDate(at: Date, format: string, zone: string): string {
  const offset = zoneOffset(zone, at.getTime());
  const d = localDate(at, zone);
  const minutes = Math.abs(offset) / 60000;
  const parts: Record<string, () => string> = {
    Y: () => pad(d.getUTCFullYear(), 4), m: () => pad(d.getUTCMonth() + 1, 2), d: () => pad(d.getUTCDate(), 2), H: () => pad(d.getUTCHours(), 2),
    M: () => pad(d.getUTCMinutes(), 2), S: () => pad(d.getUTCSeconds(), 2), L: () => pad(d.getUTCMilliseconds(), 3), j: () => pad(dayOfYear(d), 3),
    w: () => String(d.getUTCDay() + 1), u: () => String(d.getUTCDay() || 7), U: () => pad(sundayWeek(d), 2), V: () => pad(isoWeek(d).week, 2), G: () => pad(isoWeek(d).year, 4),
    z: () => `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${pad(minutes % 60, 2)}`, Z: () => String(Math.trunc(offset / 60000)),
    b: () => MONTHS[d.getUTCMonth()]!.slice(0, 3), B: () => MONTHS[d.getUTCMonth()]!, '%': () => '%',
  };
  return format.replace(/%(.?)/gs, (_, c: string) => (parts[c] ?? (() => fail(18536, `Invalid format character '%${c}' in format string`)))());
}

/** Reads ISO 8601 text, or text in a given format. */
export function parseDate(text: string, format?: string, zone = 'UTC'): Date {
  const bad = (): never => fail(241, `Error parsing date string '${text}'`);
  if (format !== undefined) return parseWith(text, format, zone) ?? bad();
  const m = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i.exec(text.trim());
  if (!m) return bad();
  const n = m.slice(1, 7).map((x) => Number(x ?? 0)) as [number, number, number, number, number, number];
  if (n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > 31 || n[3] > 24 || n[4] > 59 || n[5] > 59) return bad();
  const local = utc(...n, Number((m[7] ?? '0').slice(0, 3).padEnd(3, '0')));
  return new Date(m[8] ? local - zoneOffset(m[8].toUpperCase(), local) : fromLocal(local, zone));
}

function parseWith(text: string, format: string, zone: string): Date | undefined {
  const names: string[] = [];
  const widths: Record<string, string> = { Y: '(\\d{4})', m: '(\\d{1,2})', d: '(\\d{1,2})', H: '(\\d{1,2})', M: '(\\d{1,2})', S: '(\\d{1,2})', L: '(\\d{1,3})', j: '(\\d{1,3})', z: '(Z|[+-]\\d\\d:?\\d\\d)', b: '([A-Za-z]{3})', B: '([A-Za-z]+)' };
  const source = format.replace(/%(.)|[.*+?^${}()|[\]\\]/g, (all, c?: string) => {
    if (c === undefined) return `\\${all}`;
    if (c === '%') return '%';
    names.push(c);
    return widths[c] ?? fail(18536, `Invalid format character '%${c}' in format string`);
  });
  const m = new RegExp(`^${source}$`).exec(text);
  if (!m) return undefined;
  const p: Record<string, string> = {};
  names.forEach((n, i) => { p[n] = m[i + 1]!; });
  const named = p.b ?? p.B;
  const month = named ? MONTHS.findIndex((x) => x.toLowerCase().startsWith(named.toLowerCase())) + 1 : Number(p.m ?? 1);
  const local = p.j ? utc(Number(p.Y), 1, Number(p.j)) : utc(Number(p.Y ?? 1970), month, Number(p.d ?? 1), Number(p.H ?? 0), Number(p.M ?? 0), Number(p.S ?? 0), Number(p.L ?? 0));
  return new Date(p.z ? local - zoneOffset(p.z, local) : fromLocal(local, zone));
}
