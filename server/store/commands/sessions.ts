import { fail } from '../errors.ts';
import { randomUUID } from 'node:crypto';
import { Binary, doc, int } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { sessionId } from './context.ts';
import type { Command, Context } from './context.ts';

function startSession(ctx: Context): Doc {
  const id = new Binary(Buffer.from(randomUUID().replaceAll('-', ''), 'hex'), 4);
  ctx.engine.sessions.touch(Buffer.from(id.buffer).toString('hex'));
  return doc({ id: { id }, timeoutMinutes: int(30) });
}

const listed = (v: Value | undefined): string[] => (Array.isArray(v) ? v.map(sessionId).filter((s) => s !== undefined) : []);

async function endSessions(ctx: Context): Promise<Doc> {
  const sids = listed(ctx.cmd.get(ctx.name));
  for (const sid of sids) ctx.engine.cursors.killSession(sid);
  await ctx.engine.sessions.endSessions(sids);
  return doc({});
}

function refreshSessions(ctx: Context): Doc {
  for (const sid of listed(ctx.cmd.get('refreshSessions'))) ctx.engine.sessions.touch(sid);
  return doc({});
}

function txnOf(ctx: Context): { sid: string; number: bigint } {
  const number = ctx.cmd.get('txnNumber');
  if (ctx.sid === undefined || typeof number !== 'bigint' || ctx.cmd.get('autocommit') !== false) return fail(ctx.sid ? 125 : 50768, `${ctx.name} must be run within a transaction`);
  return { sid: ctx.sid, number };
}

async function commitTransaction(ctx: Context): Promise<Doc> {
  const { sid, number } = txnOf(ctx);
  await ctx.engine.sessions.commit(sid, number);
  return doc({});
}

async function abortTransaction(ctx: Context): Promise<Doc> {
  const { sid, number } = txnOf(ctx);
  await ctx.engine.sessions.abort(sid, number);
  return doc({});
}

/** Session and transaction commands. */
export const SESSIONS: Record<string, Command> = {
  startSession: { run: startSession, fields: [] },
  endSessions: { run: endSessions, fields: [] },
  killSessions: { run: endSessions, fields: [] },
  refreshSessions: { run: refreshSessions, fields: [] },
  commitTransaction: { run: commitTransaction, fields: ['recoveryToken', 'writeConcern'], admin: true },
  abortTransaction: { run: abortTransaction, fields: ['recoveryToken', 'writeConcern'], admin: true },
};
