import { fail, StoreError } from '../errors.ts';
import { doc, isDoc, isNullish, isNumber, toNumber, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import type { Engine } from '../engine/engine.ts';
import { Pacer } from '../engine/pacer.ts';
import type { Request } from '../wire.ts';
import { AGGREGATE } from './aggregate.ts';
import { COLLECTIONS } from './collections.ts';
import { countArg, sessionId } from './context.ts';
import type { Command, Context } from './context.ts';
import { DIAGNOSTICS } from './diagnostics.ts';
import { EXPLAIN } from './explain.ts';
import { CloseConnection, FailPoint } from './failpoint.ts';
import { MODIFY } from './modify.ts';
import { READ } from './read.ts';
import { SESSIONS } from './sessions.ts';
import { WRITE } from './write.ts';

const GENERIC = new Set(['$db', 'lsid', '$clusterTime', 'txnNumber', 'autocommit', 'startTransaction', 'readConcern', 'writeConcern', 'maxTimeMS', 'comment', 'apiVersion', 'apiStrict', 'apiDeprecationErrors', '$readPreference', 'maxTimeMSOpOnly', 'mayBypassWriteBlocking', '$audit', '$client', '$configServerState']);

/** Everything the store answers. */
export const COMMANDS: Record<string, Command> = {
  ...DIAGNOSTICS, ...READ, ...WRITE, ...MODIFY, ...AGGREGATE, ...COLLECTIONS, ...SESSIONS, ...EXPLAIN,
  configureFailPoint: { run: (ctx) => failPoint.configure(ctx), fields: ['mode', 'data'] },
};

/** The fail point of this process. */
export const failPoint = new FailPoint();

/** Where a request came from. */
export interface Peer { connection: number; address: string; appName?: string | undefined }

/** Runs a request; the answer is always a document, errors included. CloseConnection passes through. */
export async function answer(engine: Engine, request: Request, peer: Peer): Promise<Doc> {
  let ctx: Context | undefined;
  try {
    ctx = contextOf(engine, request, peer);
    const command = lookup(ctx);
    const extra = await failPoint.apply(ctx);
    await enter(ctx, command);
    if (!command.views) refuseView(ctx);
    const reply = await command.run(ctx);
    if (ctx.txn && reply.has('writeErrors')) await ctx.txn.abort();
    // A reply that is kept to be given again stays as it is.
    const out: Doc = ctx.retry ? new Map(reply) : reply;
    const more = extra ?? unsatisfied(ctx);
    if (more) for (const [k, v] of more) out.set(k, v);
    return out.set('ok', 1);
  } catch (e) {
    if (e instanceof CloseConnection) throw e;
    if (ctx?.txn && ctx.name !== 'commitTransaction') await ctx.txn.abort().catch(() => {});
    return errorReply(e);
  }
}

/** The write was made, but more members than there are cannot confirm it: MongoDB says so in the reply. */
function unsatisfied(ctx: Context): Doc | undefined {
  const concern = ctx.cmd.get('writeConcern');
  const w = isDoc(concern) ? concern.get('w') : undefined;
  if (!isNumber(w) || toNumber(w) <= 1) return undefined;
  return doc({ writeConcernError: { code: 100, codeName: 'UnsatisfiableWriteConcern', errmsg: 'Not enough data-bearing nodes', errInfo: { writeConcern: concern } } });
}

/** An error as a reply. */
export function errorReply(e: unknown): Doc {
  const known = e instanceof StoreError ? e : new StoreError(e instanceof RangeError && /stack/.test(e.message) ? 15 : 1, `internal error: ${(e as Error).message}`);
  if (!(e instanceof StoreError)) process.stderr.write(`store: ${(e as Error).stack ?? String(e)}\n`);
  return doc({ ok: 0 as unknown, errmsg: known.message, code: known.code, codeName: known.codeName, ...known.extra, ...(known.labels.length ? { errorLabels: known.labels } : {}) });
}

function contextOf(engine: Engine, r: Request, peer: Peer): Context {
  const name = r.body.keys().next().value ?? fail(59, 'empty command');
  const db = r.body.get('$db') ?? r.database;
  if (typeof db !== 'string') return fail(40571, 'OP_MSG requests require a $db argument');
  if (!db || /[/\\. "$\0]/.test(db) || Buffer.byteLength(db) > 63) fail(73, `Invalid database name: '${db}'`);
  const maxTime = countArg(r.body, 'maxTimeMS');
  return { engine, db, name, cmd: r.body, raw: r.raw, sequences: r.sequences, peer, sid: sessionId(r.body.get('lsid')), txn: undefined, retry: undefined, pacer: new Pacer(maxTime) };
}

function lookup(ctx: Context): Command {
  const { name, cmd } = ctx;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return fail(59, `no such command: '${name}'`);
  if (command.admin && ctx.db !== 'admin') fail(13, `${name} may only be run against the admin database.`);
  if (!command.fields.includes('*')) {
    for (const k of cmd.keys()) if (k !== name && !command.fields.includes(k) && !GENERIC.has(k)) fail(40415, `BSON field '${name}.${k}' is an unknown field.`);
  }
  for (const k of ctx.sequences.keys()) if (!command.fields.includes(k)) fail(40415, `BSON field '${name}.${k}' is an unknown field.`);
  checkApi(ctx);
  checkConcerns(ctx);
  return command;
}

/** Commands of MongoDB's stable API, version 1. */
const API = new Set(['abortTransaction', 'aggregate', 'collMod', 'commitTransaction', 'count', 'create', 'createIndexes', 'delete', 'drop', 'dropDatabase', 'dropIndexes', 'endSessions', 'explain', 'find', 'findAndModify', 'getMore', 'hello', 'insert', 'killCursors', 'listCollections', 'listDatabases', 'listIndexes', 'ping', 'refreshSessions', 'update']);

function checkApi({ cmd, name }: Context): void {
  if (!cmd.has('apiVersion')) {
    if (cmd.has('apiStrict') || cmd.has('apiDeprecationErrors')) fail(4886600, 'Provided apiStrict and/or apiDeprecationErrors without passing apiVersion');
    return;
  }
  if (cmd.get('apiVersion') !== '1') fail(322, "API version must be '1'");
  if (cmd.get('apiStrict') === true && !API.has(name)) fail(323, `Provided apiStrict:true, but the command ${name} is not in API Version 1. Information on supported commands and migrations in API Version 1 can be found at https://dochub.mongodb.org/core/manual-versioned-api`);
}

function checkConcerns({ cmd, name }: Context): void {
  const write = cmd.get('writeConcern');
  if (isDoc(write)) {
    const w = write.get('w');
    if (typeof w === 'string' && w !== 'majority') fail(79, `No write concern mode named '${w}' found in replica set configuration`);
    if (!isNullish(w) && !isNumber(w) && typeof w !== 'string') fail(9, `w has to be a number, string, or object; found: ${typeName(w)}`);
  } else if (!isNullish(write)) fail(14, 'writeConcern must be an object');
  const read = cmd.get('readConcern');
  if (!isDoc(read)) return;
  const level = read.get('level');
  if (level === undefined || level === 'local' || level === 'majority' || level === 'available') return;
  if (level === 'snapshot' && cmd.get('autocommit') === false) return;
  if (level === 'linearizable' || level === 'snapshot') fail(72, `readConcern level ${level} is not supported (${name})`);
  fail(9, `Enumeration value '${String(level)}' for field 'readConcern.level' is not a valid value.`);
}

/** Most commands are about collections that hold documents. */
function refuseView(ctx: Context): void {
  const target = ctx.cmd.get(ctx.name);
  if (typeof target === 'string' && ctx.engine.catalog.find(ctx.db, target, ctx.txn)?.view) fail(166, `Namespace ${ctx.db}.${target} is a view, not a collection`);
}

/** Puts a command into its session's transaction, or marks it as retryable. */
async function enter(ctx: Context, command: Command): Promise<void> {
  const { cmd, engine, sid } = ctx;
  const number = cmd.get('txnNumber');
  if (sid !== undefined) engine.sessions.touch(sid);
  if (number === undefined) {
    if (cmd.has('autocommit') || cmd.has('startTransaction')) fail(72, "'autocommit' and 'startTransaction' need a txnNumber");
    return;
  }
  if (sid === undefined || typeof number !== 'bigint') return fail(72, 'Transaction number requires a session ID to also be specified');
  if (cmd.get('autocommit') === false) {
    if (ctx.name === 'commitTransaction' || ctx.name === 'abortTransaction') return;
    await enterTransaction(ctx, command, sid, number);
  } else if (cmd.has('startTransaction')) fail(72, "'startTransaction' needs autocommit: false");
  else if (command.writes) ctx.retry = { sid, number };
  else retryableOnly(ctx, number);
}

function retryableOnly(ctx: Context, number: Value): void {
  if (ctx.name !== 'abortTransaction' && ctx.name !== 'commitTransaction') fail(50768, `txnNumber ${String(number)} may only be provided for retryable writes and transactions`);
}

async function enterTransaction(ctx: Context, command: Command, sid: string, number: bigint): Promise<void> {
  const starting = ctx.cmd.get('startTransaction') === true;
  if (!command.transaction) {
    if (!starting) await ctx.engine.sessions.active(sid, number).abort();
    fail(263, `Cannot run '${ctx.name}' in a multi-document transaction.`);
  }
  if (!starting && ctx.cmd.has('readConcern')) fail(72, 'Only the first command in a transaction may specify a readConcern');
  ctx.txn = starting ? await ctx.engine.sessions.begin(sid, number) : ctx.engine.sessions.active(sid, number);
}
