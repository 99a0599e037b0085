import { fail } from '../errors.ts';
import { collated, SIMPLE } from './collate.ts';
import type { Order } from './collate.ts';
import { compareStrings } from './order.ts';
import { isDoc, isNullish, toInteger, typeName } from './value.ts';
import type { Doc, Value } from './value.ts';

const FIELDS = ['locale', 'caseLevel', 'caseFirst', 'strength', 'numericOrdering', 'alternate', 'maxVariable', 'normalization', 'backwards', 'version'];
/** ICU's names of a locale's variants, as a language tag has them. */
const VARIANTS: Record<string, string> = { phonebook: 'phonebk', traditional: 'trad', dictionary: 'dict', gb2312han: 'gb2312' };

const known = new Map<string, (a: string, b: string) => number>();

/** Reads a collation; none, an empty one and "simple" are BSON's own order. What Intl cannot express is refused by name. */
export function parseCollation(v: Value | undefined): Order {
  if (isNullish(v)) return SIMPLE;
  if (!isDoc(v)) return fail(14, `BSON field 'collation' is the wrong type '${typeName(v)}', expected type 'object'`);
  if (!v.size) return SIMPLE;
  for (const k of v.keys()) if (!FIELDS.includes(k)) fail(40415, `BSON field 'collation.${k}' is an unknown field.`);
  const locale = v.get('locale') ?? fail(40414, "BSON field 'collation.locale' is missing but a required field");
  if (typeof locale !== 'string') return fail(14, `BSON field 'collation.locale' is the wrong type '${typeName(locale)}', expected type 'string'`);
  if (locale === 'simple') return v.size === 1 ? SIMPLE : fail(2, "If 'locale' is 'simple', no other fields may be specified in the collation");
  return collated(comparer(locale, v));
}

function comparer(locale: string, v: Doc): (a: string, b: string) => number {
  const spec = {
    strength: strengthOf(v.get('strength')), caseLevel: flagOf(v, 'caseLevel') ?? false, caseFirst: oneOf(v, 'caseFirst', ['off', 'upper', 'lower']) ?? 'off',
    numeric: flagOf(v, 'numericOrdering') ?? false, alternate: oneOf(v, 'alternate', ['non-ignorable', 'shifted']),
  };
  const key = JSON.stringify([locale, spec]);
  check(locale, spec, v);
  const old = known.get(key);
  if (old) return old;
  const collator = collatorOf(locale, spec);
  const compare = (a: string, b: string): number => collator.compare(a, b);
  const made = spec.strength === 5 ? (a: string, b: string): number => compare(a, b) || compareStrings(a.normalize('NFD'), b.normalize('NFD')) : compare;
  if (known.size > 100) known.clear();
  known.set(key, made);
  return made;
}

interface Spec { strength: number; caseLevel: boolean; caseFirst: string; numeric: boolean; alternate: string | undefined }

/** Refuses what MongoDB refuses, and what it allows but Intl has no word for. */
function check(locale: string, s: Spec, v: Doc): void {
  const refuse = (what: string): never => fail(115, `collation option ${what} is not supported`);
  if (s.caseFirst !== 'off' && !s.caseLevel && s.strength < 3) fail(2, "'caseFirst' is invalid unless 'caseLevel' is on or 'strength' is greater than 2");
  if (v.has('version') && v.get('version') !== '57.1') fail(161, `Requested collation version '${String(v.get('version'))}' but the only available collator version is '57.1'`);
  if (flagOf(v, 'backwards')) refuse('backwards');
  if (v.has('backwards') && /^fr_CA/.test(locale)) refuse('backwards: false with fr_CA');
  flagOf(v, 'normalization');
  if (s.caseLevel && s.strength > 1) refuse(`caseLevel with strength ${s.strength}`);
  const maxVariable = oneOf(v, 'maxVariable', ['punct', 'space']);
  if (maxVariable === 'space' && s.alternate === 'shifted') refuse('maxVariable: "space"');
  if (s.strength > 3 && s.alternate === 'shifted') refuse(`alternate: "shifted" with strength ${s.strength}`);
  if (s.strength > 3 && /^(ja|th)/.test(locale)) refuse(`strength ${s.strength} with ${locale}`);
}

function collatorOf(locale: string, s: Spec): Intl.Collator {
  const [, base = '', variant] = /^([A-Za-z_]+?)(?:@collation=([a-z0-9]+))?$/.exec(locale) ?? [];
  const invalid = (): never => fail(2, `Field 'locale' is invalid in: { locale: "${locale}" }`);
  if (!/^[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?$/.test(base)) return invalid();
  const type = variant && (VARIANTS[variant] ?? variant);
  const tag = base.replaceAll('_', '-') + (type ? `-u-co-${type}` : '');
  if (!Intl.Collator.supportedLocalesOf(tag).length) return invalid();
  const sensitivity = s.strength > 2 ? 'variant' : s.strength === 2 ? 'accent' : s.caseLevel ? 'case' : 'base';
  const shifted = s.alternate && s.alternate === 'shifted';
  const collator = new Intl.Collator(tag, { usage: 'sort', sensitivity, numeric: s.numeric, caseFirst: s.caseFirst === 'off' ? 'false' : (s.caseFirst as 'upper'), ...(s.alternate ? { ignorePunctuation: Boolean(shifted) } : {}) });
  const got = collator.resolvedOptions();
  if (type && got.collation !== type) return invalid();
  if (s.alternate && got.ignorePunctuation !== shifted) fail(115, `collation option alternate: "${s.alternate}" with ${locale} is not supported`);
  if (got.numeric !== s.numeric || got.sensitivity !== sensitivity) fail(115, `collation ${JSON.stringify(s)} with ${locale} is not supported`);
  return collator;
}

function strengthOf(v: Value | undefined): number {
  if (v === undefined) return 3;
  const n = toInteger(v);
  return n !== undefined && n >= 1 && n <= 5 ? n : fail(n === undefined ? 14 : 51024, `BSON field 'collation.strength' value must be >= 1 and <= 5, actual value '${n ?? typeName(v)}'`);
}

function flagOf(v: Doc, name: string): boolean | undefined {
  const x = v.get(name);
  return x === undefined || typeof x === 'boolean' ? x : fail(14, `BSON field 'collation.${name}' is the wrong type '${typeName(x)}', expected type 'bool'`);
}

function oneOf(v: Doc, name: string, values: string[]): string | undefined {
  const x = v.get(name);
  return x === undefined || (typeof x === 'string' && values.includes(x)) ? (x as string | undefined) : fail(2, `Enumeration value '${String(x)}' for field 'collation.${name}' is not a valid value.`);
}
