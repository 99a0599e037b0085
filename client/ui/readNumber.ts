/**
 * A number as people type it: `1.234,5` in Indonesian, `1,234.5` in English. Gives null for nothing, NaN for what is no
 * number. A lone separator that cannot be a thousands separator is read as the decimal one, since keyboards differ.
 */
export function readNumber(text: string, language: string): number | null {
  const typed = text.trim().replace(/\s/g, '')
  if (typed === '') return null
  const [thousands, decimal] = language === 'en' ? [',', '.'] : ['.', ',']
  const grouped = new RegExp(`^[-−]?\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`)
  const lone = new RegExp(`^[-−]?\\d*[.,]?\\d+[.,]?$`)
  if (grouped.test(typed)) return Number(plain(typed.replaceAll(thousands, '').replace(decimal, '.')))
  if (lone.test(typed)) return Number(plain(typed.replace(/[.,]$/, '').replace(',', '.')))
  return Number.NaN
}

const plain = (text: string) => text.replace('−', '-')
