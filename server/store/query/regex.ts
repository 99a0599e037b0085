import { fail } from '../errors.ts';
import { BSONRegExp } from '../bson/value.ts';
import type { Value } from '../bson/value.ts';

const cache = new Map<string, RegExp>();

/** JavaScript's equivalent of a PCRE pattern with MongoDB's flags; what cannot be expressed is refused with 51091. */
export function toRegExp(pattern: string, options = ''): RegExp {
  const id = `${options}/${pattern}`;
  const known = cache.get(id);
  if (known) return known;
  let source = pattern;
  let flags = options;
  const inline = /^\(\?([imsx]+)\)/.exec(source);
  if (inline) {
    flags += inline[1]!;
    source = source.slice(inline[0].length);
  }
  for (const f of flags) if (!'imsxu'.includes(f)) fail(51108, `invalid flag in regex options: ${f}`);
  if (flags.includes('x')) source = withoutSpace(source);
  source = translated(source, flags);
  const js = [...new Set(flags)].filter((f) => 'im'.includes(f)).join('');
  const re = compile(source, js);
  if (cache.size > 500) cache.clear();
  cache.set(id, re);
  return re;
}

function compile(source: string, flags: string): RegExp {
  for (const extra of ['u', '']) {
    try {
      return new RegExp(source, flags + extra);
    } catch { /* without the u flag more patterns are legal */ }
  }
  return fail(51091, `Regular expression is invalid: ${source}`);
}

const END = '(?![\\s\\S])';
const ESCAPES: Record<string, string> = { A: '(?<![\\s\\S])', z: END, Z: `(?=\\n?${END})`, h: '[ \\t]', s: '[ \\t\\n\\r\\f\\v]', S: '[^ \\t\\n\\r\\f\\v]' };

/** Where PCRE and JavaScript mean different things by the same sign, says it as JavaScript does. */
function translated(source: string, flags: string): string {
  let inClass = false;
  return source.replace(/\\[\s\S]|\(\?P<|[[\].$]/g, (m) => {
    if (m.startsWith('\\')) return inClass ? (m === '\\s' ? ' \\t\\n\\r\\f\\v' : m) : ESCAPES[m[1]!] ?? m;
    if (m === '[' && !inClass) inClass = true;
    else if (m === ']') inClass = false;
    else if (inClass) return m;
    if (m === '(?P<') return '(?<';
    if (m === '.') return flags.includes('s') ? '[\\s\\S]' : '[^\\n]';
    if (m === '$') return flags.includes('m') ? '(?=\\n|(?![\\s\\S]))' : ESCAPES.Z!;
    return m;
  });
}

/** Removes the blanks and comments that flag x allows. */
function withoutSpace(source: string): string {
  return source.replace(/\\.|\[(?:\\.|[^\]])*\]|\s+|#.*$/gm, (m) => (/^(\s|#)/.test(m) ? '' : m));
}

/** The literal a pattern must begin with, for an index range; empty when there is none. */
export function literalPrefix(re: BSONRegExp): string {
  if (/[imx]/.test(re.options) || !re.pattern.startsWith('^') || re.pattern.includes('|')) return '';
  const m = /^\^((?:[^\\^$.|?*+()[\]{}]|\\[^A-Za-z0-9])*)(.?)/s.exec(re.pattern)!;
  let literal = m[1]!.replace(/\\(.)/g, '$1');
  if ('?*{'.includes(m[2] || '!')) literal = [...literal].slice(0, -1).join('');
  return literal;
}

/** Reads a regex operand: BSON regex or string, with separate options. */
export function regexOperand(v: Value, options: Value | undefined): BSONRegExp {
  if (v instanceof BSONRegExp) return typeof options === 'string' ? new BSONRegExp(v.pattern, options) : v;
  if (typeof v === 'string') return new BSONRegExp(v, typeof options === 'string' ? [...options].sort().join('') : '');
  return fail(2, '$regex has to be a string');
}
