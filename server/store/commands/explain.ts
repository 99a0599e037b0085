import { fail } from '../errors.ts';
import { SIMPLE } from '../bson/collate.ts';
import { parseCollation } from '../bson/collation.ts';
import { decode } from '../bson/decode.ts';
import { doc, int, isDoc } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import type { Collection } from '../engine/catalog.ts';
import type { Plan } from '../engine/plan.ts';
import { foundSource, prepare, STORED } from '../engine/query.ts';
import type { FindSpec, Prepared } from '../engine/query.ts';
import { statementVars } from '../expression/compile.ts';
import { pipelineOf, split } from './aggregate.ts';
import { docArg } from './context.ts';
import type { Command, Context } from './context.ts';
import { findSpec } from './read.ts';
import { statements } from './batch.ts';
import { stagesOf } from './views.ts';

/** How a plan is described, as MongoDB names its stages. */
export function describe(p: Plan): Doc {
  if (p.kind === 'collection') return doc({ stage: 'COLLSCAN', direction: p.reverse ? 'backward' : 'forward' });
  if (p.kind === 'or') return doc({ stage: 'OR', inputStages: p.plans.map(describe) });
  const { index } = p;
  return doc({
    stage: 'IXSCAN', keyPattern: index.spec.get('key'), indexName: index.name, isMultiKey: index.multikey.some(Boolean), isUnique: index.unique,
    isSparse: index.sparse, isPartial: index.partial !== undefined, direction: p.reverse ? 'backward' : 'forward',
  });
}

function winning(p: Prepared, s: FindSpec): Doc {
  let d = describe(p.plan);
  if (p.plan.kind !== 'collection') d = doc({ stage: 'FETCH', inputStage: d });
  if (p.sort.length && !p.plan.sorted) d = doc({ stage: 'SORT', sortPattern: s.sort, inputStage: d });
  if (s.skip) d = doc({ stage: 'SKIP', skipAmount: BigInt(s.skip), inputStage: d });
  if (s.limit) d = doc({ stage: 'LIMIT', limitAmount: BigInt(s.limit), inputStage: d });
  if (p.project) d = doc({ stage: 'PROJECTION_DEFAULT', transformBy: s.projection, inputStage: d });
  return d;
}

/** What an explained command would look for. */
function specOf(ctx: Context, inner: Doc): { coll: string; spec: FindSpec } {
  const [name, target] = [...inner][0] ?? ['', null];
  const coll = typeof target === 'string' ? target : fail(73, 'explain needs a collection');
  const by = parseCollation(inner.get('collation'));
  const vars = statementVars(inner.get('let'), by);
  switch (name) {
    case 'find': return { coll, spec: findSpec(inner) };
    case 'count': case 'distinct': return { coll, spec: { filter: docArg(inner, 'query') ?? new Map(), hint: inner.get('hint'), vars, by } };
    case 'aggregate': return { coll, spec: split(pipelineOf(inner), vars, inner.get('hint'), by).spec };
    case 'findAndModify': case 'findandmodify': return { coll, spec: { filter: docArg(inner, 'query') ?? new Map(), sort: docArg(inner, 'sort'), hint: inner.get('hint'), limit: 1, vars, by } };
    case 'update': case 'delete': {
      const list = inner.get(name === 'update' ? 'updates' : 'deletes') ?? statements(ctx, name === 'update' ? 'updates' : 'deletes').map((b) => decode(b));
      const first = (list as Value[])[0];
      if (!isDoc(first)) return fail(9, 'explained batch is empty');
      return { coll, spec: { filter: docArg(first, 'q') ?? new Map(), hint: first.get('hint'), vars, by: parseCollation(first.get('collation')) } };
    }
    default: return fail(59, `Explain failed due to unknown command: ${name}`);
  }
}

/** A search as it is made: one of a view is one of what the view is made of. */
function resolved(ctx: Context, asked: { coll: string; spec: FindSpec }): { coll: string; spec: FindSpec } {
  let { coll, spec } = asked;
  for (let view = ctx.engine.catalog.find(ctx.db, coll, ctx.txn)?.view; view; view = ctx.engine.catalog.find(ctx.db, coll, ctx.txn)?.view) {
    spec = split([...view.pipeline, ...stagesOf(spec)], spec.vars, spec.hint, spec.by ?? SIMPLE).spec;
    coll = view.on;
  }
  return { coll, spec };
}

const explain = (ctx: Context): Promise<Doc> => {
  const inner = ctx.cmd.get('explain');
  return explained(ctx, isDoc(inner) ? inner : fail(14, 'explain command requires a nested object'), ctx.cmd.get('verbosity') ?? 'allPlansExecution');
};

/** How a command would be carried out. */
export async function explained(ctx: Context, inner: Doc, verbosity: Value): Promise<Doc> {
  if (!['queryPlanner', 'executionStats', 'allPlansExecution'].includes(verbosity as string)) fail(9, 'verbosity string must be one of {\'queryPlanner\', \'executionStats\', \'allPlansExecution\'}');
  const { coll, spec } = resolved(ctx, specOf(ctx, inner));
  const c = ctx.engine.catalog.find(ctx.db, coll, ctx.txn);
  const p = prepare(c, spec);
  const plan = c ? winning(p, spec) : doc({ stage: 'EOF' });
  const out: Record<string, unknown> = {
    explainVersion: '1',
    queryPlanner: { namespace: `${ctx.db}.${coll}`, parsedQuery: spec.filter, winningPlan: plan, rejectedPlans: [] },
  };
  if (verbosity !== 'queryPlanner') out.executionStats = await execute(ctx, c, p, spec, plan);
  return doc({ ...out, command: inner, serverInfo: { host: 'localhost', port: int(0), version: '7.0.14' } });
}

async function execute(ctx: Context, c: Collection | undefined, p: Prepared, spec: FindSpec, plan: Doc): Promise<Doc> {
  const stats = { keys: 0, docs: 0 };
  const started = performance.now();
  const source = foundSource(ctx.engine.view(ctx.txn), c, p, spec, ctx.pacer, stats, STORED);
  let n = 0;
  for (let b = await source(); b; b = await source()) n += b.length;
  return doc({
    executionSuccess: true, nReturned: int(n), executionTimeMillis: int(Math.round(performance.now() - started)), totalKeysExamined: int(stats.keys), totalDocsExamined: int(stats.docs),
    executionStages: new Map([...plan, ['nReturned', int(n)]]),
  });
}

/** The explain command. */
export const EXPLAIN: Record<string, Command> = { explain: { run: explain, fields: ['verbosity'], views: true } };
