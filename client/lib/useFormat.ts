import { useI18n } from 'vue-i18n'
import * as format from './format.ts'
import type { Language, Moment } from './format.ts'

/** The formats of `format.ts` in the language now shown; follows when it changes. Nothing gives an en dash. */
export function useFormat() {
  const { locale } = useI18n()
  const now = () => locale.value as Language
  const of = <Value>(write: (value: Value, language: Language) => string) =>
    (value: Value | null | undefined) => value === null || value === undefined || value === '' ? '–' : write(value, now())

  return {
    date: of<Moment>(format.date),
    dateLong: of<Moment>(format.dateLong),
    dateShort: of<Moment>(format.dateShort),
    weekday: of<Moment>(format.weekday),
    time: of<Moment>(format.time),
    dateTime: of<Moment>(format.dateTime),
    timeRange: (from: Moment, to: Moment) => format.timeRange(from, to, now()),
    number: (value: number | null | undefined, decimals?: number) => of<number>((one, language) => format.number(one, language, decimals))(value),
    exact: of<number>(format.exact),
    percent: (share: number | null | undefined, decimals?: number) => of<number>((one, language) => format.percent(one, language, decimals))(share),
    money: of<number>(format.money),
    jp: of<number>(format.jp),
    fileSize: of<number>(format.fileSize),
    duration: of<number>(format.duration),
  }
}
