import { fail } from '../errors.ts';
import { isDoc, typeName } from '../bson/value.ts';
import type { Doc, Value } from '../bson/value.ts';
import { compileExpression } from '../expression/compile.ts';
import type { Vars } from '../expression/compile.ts';
import { compileAddFields, compileProjection, compileUnset } from '../query/project.ts';

/** Rewrites one document. */
export type Transform = (d: Doc, vars: Vars) => Doc;

/** Compiles the stages that turn one document into one: they serve aggregations and pipeline updates. */
export function compileDocStage(name: string, arg: Value): Transform {
  switch (name) {
    case '$addFields': case '$set': return compileAddFields(isDoc(arg) ? arg : fail(40272, `${name} specification stage must be an object, got ${typeName(arg)}`));
    case '$project': return compileProjection(isDoc(arg) ? arg : fail(15969, '$project specification must be an object'), false);
    case '$unset': return compileUnset(arg);
    case '$replaceRoot': {
      if (!isDoc(arg) || !arg.has('newRoot')) return fail(40229, `expected an object as specification for $replaceRoot stage, got ${typeName(arg)}`);
      return newRoot(arg.get('newRoot')!);
    }
    case '$replaceWith': return newRoot(arg);
    default: return fail(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

function newRoot(arg: Value): Transform {
  const e = compileExpression(arg);
  return (d, vars) => {
    const v = e(d, vars);
    return isDoc(v) ? v : fail(40228, `'newRoot' expression must evaluate to an object, but resulting value was of type: '${typeName(v)}'`);
  };
}
