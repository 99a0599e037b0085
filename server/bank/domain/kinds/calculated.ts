import { seeded, type Calculated, type NumberKey } from '../question.ts'
import { formula } from './formula.ts'

/** The values one learner is given, and what is right for them. */
export type Variant = { number: number; values: Record<string, number>; value: number }

/** Draws that give no number (a division by nothing) are drawn again, this often at most: far more often than a question needed that was found sound. */
const TRIES = 1000

/**
 * A variant of the question: variables drawn evenly within their bounds, to their decimals, and the formula's value. The
 * same seed and number give the same variant, for ever. Throws RangeError where no draw gives a number.
 */
export function variantOf({ variables, formula: source }: Calculated, seed: number, number: number, most = TRIES): Variant {
  const { value } = formula(source)
  for (let tries = 0; tries < most; tries++) {
    const chance = seeded(seed + number * 7919 + tries * 104_729)
    const values = Object.fromEntries(variables.map(({ name, min, max, decimals }) => {
      const step = 10 ** decimals
      const [low, high] = [Math.ceil(min * step), Math.floor(max * step)]
      return [name, (low + Math.floor(chance() * (high - low + 1))) / step]
    }))
    const result = value(values)
    if (Number.isFinite(result)) return { number, values, value: result }
  }
  throw new RangeError('no draw of the variables gives a number')
}

const FORMULA = /(\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\])/
const shown = (value: number, comma: string) => String(value).replace('.', comma)

/** The text with the variant's values in the place of {name}, with a decimal comma; in a formula each stays in braces of its own. */
export const textOf = (text: string, { values }: Variant): string => text.split(FORMULA).map((part, at) =>
  part.replace(/\{([A-Za-z]\w{0,20})\}/g, (whole, name: string) => (!Object.hasOwn(values, name) ? whole : at % 2 === 1 ? `{${shown(values[name]!, '{,}')}}` : shown(values[name]!, ',')))).join('')

export const keyOf = ({ answer }: Calculated, { value }: Variant): NumberKey => ({ ...answer, value })
