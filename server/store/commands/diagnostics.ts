import { fail } from '../errors.ts';
import { doc, int, isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import type { Collection } from '../engine/catalog.ts';
import { checkCollection } from '../engine/check.ts';
import { allDocs } from '../engine/records.ts';
import { SnapshotView } from '../engine/view.ts';
import { matcher } from '../query/match.ts';
import { docArg, flag } from './context.ts';
import type { Command, Context } from './context.ts';
import { existingCollection } from './collections.ts';

/** The MongoDB version whose behaviour is answered. */
export const VERSION = '7.0.14';

function hello(ctx: Context): Doc {
  const me = ctx.peer.address;
  const client = ctx.cmd.get('client');
  const application = isDoc(client) ? client.get('application') : undefined;
  if (isDoc(application)) ctx.peer.appName = application.get('name') as string | undefined;
  return doc({
    ...(ctx.name === 'hello' ? { isWritablePrimary: true } : { ismaster: true }), helloOk: true, secondary: false, setName: 'rs0', setVersion: int(1), hosts: [me], primary: me, me,
    maxBsonObjectSize: int(16777216), maxMessageSizeBytes: int(48000000), maxWriteBatchSize: int(100000), localTime: new Date(), logicalSessionTimeoutMinutes: int(30),
    connectionId: int(ctx.peer.connection), minWireVersion: int(0), maxWireVersion: int(21), readOnly: false,
  });
}

function buildInfo(): Doc {
  return doc({ version: VERSION, gitVersion: 'embedded', modules: ['embedded'], allocator: 'system', javascriptEngine: 'none', sysInfo: 'deprecated', versionArray: [7, 0, 14, 0], bits: int(64), debug: false, maxBsonObjectSize: int(16777216), storageEngines: ['lmdb'] });
}

function listDatabases(ctx: Context): Doc {
  const match = matcher(docArg(ctx.cmd, 'filter') ?? new Map());
  const names = [...new Set(ctx.engine.catalog.list().map((c) => c.db))].sort();
  const all = names.map((name) => {
    const size = ctx.engine.catalog.list(name).reduce((n, c) => n + c.count, 0) * 256 + 4096;
    return doc({ name, sizeOnDisk: BigInt(size), empty: false });
  }).filter((d) => match(d));
  if (flag(ctx.cmd, 'nameOnly')) return doc({ databases: all.map((d) => doc({ name: d.get('name') })) });
  return doc({ databases: all, totalSize: all.reduce((n, d) => n + (d.get('sizeOnDisk') as bigint), 0n), totalSizeMb: 0n });
}

function serverStatus(ctx: Context): Doc {
  const { engine } = ctx;
  const memory = process.memoryUsage();
  const up = (Date.now() - engine.startedAt) / 1000;
  return doc({
    host: ctx.peer.address, version: VERSION, process: 'embedded', pid: BigInt(process.pid), uptime: up, uptimeMillis: BigInt(Math.round(up * 1000)), localTime: new Date(),
    connections: { current: int(ctx.engine.cursors.size) }, opcounters: engine.opcounters, mem: { resident: int(Math.round(memory.rss / 1048576)), virtual: int(0) },
    metrics: { cursor: { open: { total: BigInt(engine.cursors.size) } } }, transactions: { currentOpen: BigInt(engine.sessions.openTransactions) },
    logicalSessionRecordCache: { activeSessionsCount: int(engine.sessions.size) }, storageEngine: { name: 'lmdb', supportsCommittedReads: true, persistent: true, readOnly: false },
  });
}

async function sizeOf(ctx: Context, c: Collection): Promise<number> {
  const [start, end] = allDocs(c);
  let bytes = 0;
  const view = ctx.engine.view(undefined);
  let from = start;
  for (;;) {
    const { entries, last } = view.page('docs', from, end, false, 500);
    for (const e of entries) bytes += e.value.length;
    if (!last) return bytes;
    from = Buffer.concat([last, Buffer.from([0])]);
    if (ctx.pacer.due()) await ctx.pacer.pause();
  }
}

/** Sizes of a collection; those of indexes are not kept apart and stand as 0. */
export async function statsOf(ctx: Context, c: Collection): Promise<Doc> {
  const size = await sizeOf(ctx, c);
  const capped = c.capped ? { capped: true, maxSize: int(c.capped.size), max: int(Number.isFinite(c.capped.max) ? c.capped.max : 0) } : { capped: false };
  return doc({ ns: `${ctx.db}.${c.name}`, size: int(size), count: int(c.count), avgObjSize: int(c.count ? Math.round(size / c.count) : 0), storageSize: int(size), freeStorageSize: int(0), totalSize: int(size), ...capped, nindexes: int(c.indexes.length), totalIndexSize: int(0), indexSizes: Object.fromEntries(c.indexes.map((i) => [i.name, int(0)])) });
}

async function dbStats(ctx: Context): Promise<Doc> {
  const list = ctx.engine.catalog.list(ctx.db, ctx.txn);
  let size = 0;
  for (const c of list) size += await sizeOf(ctx, c);
  const objects = list.reduce((n, c) => n + c.count, 0);
  return doc({ db: ctx.db, collections: int(list.filter((c) => !c.view).length), views: int(list.filter((c) => c.view).length), objects: int(objects), avgObjSize: objects ? size / objects : 0, dataSize: size, storageSize: size, indexes: int(list.reduce((n, c) => n + c.indexes.length, 0)), indexSize: 0 });
}

async function validate(ctx: Context): Promise<Doc> {
  const c = existingCollection(ctx);
  const { env, locks, catalog } = ctx.engine;
  const holder = locks.begin(Promise.resolve());
  const view = new SnapshotView(env, locks, holder);
  const r = await checkCollection(view, c, catalog.countAt(c, view.snapshot)).finally(() => {
    view.release();
    locks.end(holder);
  });
  return doc({ ns: `${ctx.db}.${c.name}`, nInvalidDocuments: int(r.invalid), nrecords: int(r.records), nIndexes: int(c.indexes.length), keysPerIndex: r.keys, valid: r.errors.length === 0, errors: r.errors, warnings: [] });
}

function getParameter(ctx: Context): Doc {
  const known: Record<string, unknown> = { featureCompatibilityVersion: { version: '7.0' }, transactionLifetimeLimitSeconds: int(60), cursorTimeoutMillis: 600000n, ttlMonitorSleepSecs: int(60), enableTestCommands: false, authenticationMechanisms: [] };
  const arg = ctx.cmd.get('getParameter');
  const all = arg === '*' || (isDoc(arg) && flag(arg, 'allParameters'));
  const names = all ? Object.keys(known) : [...ctx.cmd.keys()].filter((k) => k in known);
  if (!names.length) fail(72, 'no option found to get');
  return doc(Object.fromEntries(names.map((k) => [k, known[k]])));
}

const nothing = (): Doc => doc({});

/** Commands about the server itself. */
export const DIAGNOSTICS: Record<string, Command> = {
  hello: { run: hello, fields: ['*'] },
  isMaster: { run: hello, fields: ['*'] },
  ismaster: { run: hello, fields: ['*'] },
  ping: { run: nothing, fields: [], transaction: false },
  buildInfo: { run: buildInfo, fields: [] },
  buildinfo: { run: buildInfo, fields: [] },
  listDatabases: { run: listDatabases, fields: ['filter', 'nameOnly', 'authorizedDatabases'], admin: true },
  serverStatus: { run: serverStatus, fields: ['*'] },
  collStats: { run: (ctx) => statsOf(ctx, existingCollection(ctx)), fields: ['scale'] },
  dbStats: { run: dbStats, fields: ['scale', 'freeStorage'] },
  dbstats: { run: dbStats, fields: ['scale', 'freeStorage'] },
  validate: { run: validate, fields: ['full', 'repair', 'metadata', 'checkBSONConformance', 'background'] },
  getParameter: { run: getParameter, fields: ['*'] },
  getCmdLineOpts: { run: () => doc({ argv: [], parsed: {} }), fields: [] },
  getLog: { run: () => doc({ totalLinesWritten: int(0), log: [] }), fields: [] },
  hostInfo: { run: () => doc({ system: { currentTime: new Date(), hostname: 'localhost' }, os: { type: process.platform }, extra: {} }), fields: [] },
  connectionStatus: { run: () => doc({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }), fields: ['showPrivileges'] },
  whatsmyuri: { run: (ctx) => doc({ you: ctx.peer.address }), fields: [] },
  atlasVersion: { run: () => fail(59, "no such command: 'atlasVersion'"), fields: [] },
};
