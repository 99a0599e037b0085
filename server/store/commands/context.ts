import type { Doc, Value } from '../bson/value.ts';
import { isDoc, isNullish, toInteger, typeName } from '../bson/value.ts';
import { parseCollation } from '../bson/collation.ts';
import { fail } from '../errors.ts';
import type { Engine } from '../engine/engine.ts';
import type { Pacer } from '../engine/pacer.ts';
import type { RetryKey, Transaction } from '../engine/sessions.ts';

/** A command being run, with all it came with. */
export interface Context {
  engine: Engine;
  db: string;
  name: string;
  cmd: Doc;
  raw: Buffer;
  sequences: Map<string, Buffer[]>;
  /** The connection it came by, with the name its client gave in the handshake. */
  peer: { connection: number; address: string; appName?: string | undefined };
  sid: string | undefined;
  txn: Transaction | undefined;
  retry: RetryKey | undefined;
  pacer: Pacer;
}

/** Runs a command and answers with a document (without ok). */
export type Handler = (ctx: Context) => Promise<Doc> | Doc;

/** A command: its handler, the fields it knows, and where it may run; `views` when it knows what to do with a view. */
export interface Command { run: Handler; fields: string[]; transaction?: boolean; writes?: boolean; admin?: boolean; views?: boolean }

/** The collection name a command is about. */
export function collectionName(ctx: Context): string {
  const v = ctx.cmd.get(ctx.name);
  if (typeof v !== 'string') return fail(73, `collection name has invalid type ${typeName(v)}`);
  return checkName(v, ctx.db);
}

/** Refuses names MongoDB refuses. */
export function checkName(name: string, db: string): string {
  if (!name || name.includes('\0') || name.startsWith('.') || name.includes('..') || name.endsWith('.') || name.includes('$')) fail(73, `Invalid namespace specified '${db}.${name}'`);
  if (Buffer.byteLength(`${db}.${name}`) > 255) fail(73, `Fully qualified namespace is too long: ${db}.${name}`);
  return name;
}

/** An optional document argument. */
export function docArg(cmd: Doc, name: string): Doc | undefined {
  const v = cmd.get(name);
  if (isNullish(v)) return undefined;
  return isDoc(v) ? v : fail(14, `BSON field '${name}' is the wrong type '${typeName(v)}', expected type 'object'`);
}

/** An optional whole number that is not negative. */
export function countArg(cmd: Doc, name: string): number | undefined {
  const v = cmd.get(name);
  if (isNullish(v)) return undefined;
  const n = toInteger(v);
  if (n === undefined) return fail(14, `BSON field '${name}' is the wrong type '${typeName(v)}', expected types '[long, int, decimal, double]'`);
  return n < 0 ? fail(51024, `BSON field '${name}' value must be >= 0, actual value '${n}'`) : n;
}

/** An optional flag. */
export const flag = (cmd: Doc, name: string): boolean => {
  const v = cmd.get(name);
  return v !== undefined && v !== null && v !== false && toInteger(v) !== 0;
};

/** Refuses fields a sub-document should not have. */
export function onlyFields(d: Doc, where: string, known: string[]): void {
  for (const k of d.keys()) if (!known.includes(k)) fail(40415, `BSON field '${where}.${k}' is an unknown field.`);
}

/** Refuses any collation but the simple one, where indexes would have to be kept by it. */
export function simpleOnly(v: Value | undefined, where: string): void {
  if (!parseCollation(v).simple) fail(115, `${where} with a collation other than "simple" is not supported`);
}

/** A session id as text. */
export function sessionId(v: Value | undefined): string | undefined {
  const id = isDoc(v) ? v.get('id') : undefined;
  const b = id as { buffer?: Uint8Array; position?: number } | undefined;
  return b?.buffer ? Buffer.from(b.buffer.subarray(0, b.position)).toString('hex') : undefined;
}
