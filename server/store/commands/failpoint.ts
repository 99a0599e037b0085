import { fail, StoreError } from '../errors.ts';
import { doc, isDoc, toNumber } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { flag } from './context.ts';
import type { Context } from './context.ts';

/** Thrown to close the connection without an answer. */
export class CloseConnection extends Error {}

const RETRYABLE = [6, 7, 63, 89, 91, 133, 150, 189, 234, 262, 317, 358, 9001, 10107, 11600, 11602, 13388, 13435, 13436];
const TRANSIENT = [112, 246, 239, 251, 24, 6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436];

/** MongoDB's failCommand, with which the conformance tests break commands on purpose; off unless the process allows it. */
export class FailPoint {
  enabled = false;
  private left = 0;
  private data: Doc = new Map();

  /** The configureFailPoint command. */
  configure(ctx: Context): Doc {
    if (!this.enabled) fail(59, "no such command: 'configureFailPoint'");
    const mode = ctx.cmd.get('mode');
    if (ctx.cmd.get('configureFailPoint') !== 'failCommand') fail(2, 'only failCommand is supported');
    this.data = (ctx.cmd.get('data') as Doc | undefined) ?? new Map();
    const times = isDoc(mode) ? toNumber(mode.get('times') ?? 0) : mode === 'alwaysOn' ? Infinity : 0;
    this.left = times;
    return doc({});
  }

  /** Fails the command if it is its turn; returns a write concern error to add to its reply. */
  async apply(ctx: Context): Promise<Doc | undefined> {
    const names = this.data.get('failCommands');
    if (this.left <= 0 || !Array.isArray(names) || !names.includes(ctx.name)) return undefined;
    const app = this.data.get('appName');
    if (app !== undefined && app !== ctx.peer.appName) return undefined;
    this.left--;
    if (flag(this.data, 'blockConnection')) await new Promise((r) => setTimeout(r, toNumber(this.data.get('blockTimeMS') ?? 0)));
    if (flag(this.data, 'closeConnection')) throw new CloseConnection();
    const code = this.data.get('errorCode');
    const given = this.data.get('errorLabels');
    if (code !== undefined) throw this.error(ctx, toNumber(code), given);
    const concern = this.data.get('writeConcernError');
    return isDoc(concern) ? doc({ writeConcernError: concern, ...labels(given ?? (RETRYABLE.includes(toNumber(concern.get('code') ?? 0)) && retryable(ctx) ? ['RetryableWriteError'] : undefined)) }) : undefined;
  }

  private error(ctx: Context, code: number, given: Value | undefined): StoreError {
    const e = new StoreError(code, "Failing command via 'failCommand' failpoint");
    const commit = ctx.name === 'commitTransaction' || ctx.name === 'abortTransaction';
    if (Array.isArray(given)) e.labels = given as string[];
    else if (ctx.name === 'commitTransaction' && code === 251) e.labels = ['TransientTransactionError'];
    else if (ctx.cmd.get('autocommit') === false && !commit) e.labels = TRANSIENT.includes(code) ? ['TransientTransactionError'] : [];
    else if (ctx.cmd.has('txnNumber') && RETRYABLE.includes(code)) e.labels = ['RetryableWriteError'];
    return e;
  }
}

const retryable = (ctx: Context): boolean => ctx.cmd.has('txnNumber') && (ctx.cmd.get('autocommit') !== false || ctx.name === 'commitTransaction' || ctx.name === 'abortTransaction');
const labels = (v: Value | undefined | string[]): Record<string, unknown> => (Array.isArray(v) && v.length ? { errorLabels: v } : {});
