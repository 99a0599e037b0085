import { ARITHMETIC } from './arithmetic.ts';
import { ARRAYS } from './arrays.ts';
import type { Expr } from './compile.ts';
import { CONDITIONS } from './conditions.ts';
import { CONVERSIONS } from './conversions.ts';
import { DATES } from './dates.ts';
import { OBJECTS } from './objects.ts';
import { STRINGS } from './strings.ts';
import type { Value } from '../bson/value.ts';

/** Every expression operator known, by name; what is not here is refused. */
export const OPERATORS: Record<string, (arg: Value) => Expr> = {
  ...CONDITIONS, ...ARITHMETIC, ...STRINGS, ...ARRAYS, ...OBJECTS, ...CONVERSIONS, ...DATES,
};
