import { xml } from '../written.ts'

export type ItemParts = { declarations: string[]; body: string; processing: string }
type Mapping = { entries: readonly { key: string; value: number }[]; most: number; least?: number; caseSensitive?: boolean }

/** A response: what is right, and what each answer gives. */
export function declare(id: string, cardinality: 'single' | 'multiple' | 'ordered', type: string, right: readonly string[], mapping?: Mapping): string {
  const correct = right.length > 0 ? `<qti-correct-response>${right.map(one => `<qti-value>${xml(one)}</qti-value>`).join('')}</qti-correct-response>` : ''
  const entry = ({ key, value }: { key: string; value: number }) => `<qti-map-entry map-key="${xml(key)}" mapped-value="${value}"${mapping?.caseSensitive === undefined ? '' : ` case-sensitive="${mapping.caseSensitive}"`}/>`
  const map = mapping ? `<qti-mapping upper-bound="${mapping.most}"${mapping.least === undefined ? '' : ` lower-bound="${mapping.least}"`} default-value="0">${mapping.entries.map(entry).join('')}</qti-mapping>` : ''
  return `<qti-response-declaration identifier="${id}" cardinality="${cardinality}" base-type="${type}">${correct}${map}</qti-response-declaration>`
}

const variable = (id: string) => `<qti-variable identifier="${id}"/>`
const set = (value: string) => `<qti-set-outcome-value identifier="SCORE">${value}</qti-set-outcome-value>`
const when = (condition: string, value: string) => `<qti-response-condition><qti-response-if>${condition}${set(value)}</qti-response-if></qti-response-condition>`
const plus = (value: string) => `<qti-sum>${variable('SCORE')}${value}</qti-sum>`
const near = (id: string, tolerance: number) => `<qti-equal tolerance-mode="absolute" tolerance="${tolerance} ${tolerance}">${variable(id)}<qti-correct identifier="${id}"/></qti-equal>`

/** The whole for exactly the right answer. */
export const isRight = (id: string): string => when(`<qti-match>${variable(id)}<qti-correct identifier="${id}"/></qti-match>`, variable('MAXSCORE'))
/** The whole for a number near enough. */
export const equals = (id: string, tolerance: number): string => when(near(id, tolerance), variable('MAXSCORE'))
/** What the mapping gives. */
export const mapped = (id: string): string => set(`<qti-map-response identifier="${id}"/>`)
/** The same, added to what other responses gave. */
export const mappedToo = (id: string): string => set(plus(`<qti-map-response identifier="${id}"/>`))
export const equalsToo = (id: string, tolerance: number, gives: number): string => when(near(id, tolerance), plus(`<qti-base-value base-type="float">${gives}</qti-base-value>`))
