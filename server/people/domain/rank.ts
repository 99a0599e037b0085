import type { EmploymentKind } from '../../graphql.ts'

/** Pangkat by golongan for PNS. Source: SIASN reference data (dossier §8.2, C). */
const pangkat: Record<string, string> = {
  'I/a': 'Juru Muda', 'I/b': 'Juru Muda Tingkat I', 'I/c': 'Juru', 'I/d': 'Juru Tingkat I',
  'II/a': 'Pengatur Muda', 'II/b': 'Pengatur Muda Tingkat I', 'II/c': 'Pengatur', 'II/d': 'Pengatur Tingkat I',
  'III/a': 'Penata Muda', 'III/b': 'Penata Muda Tingkat I', 'III/c': 'Penata', 'III/d': 'Penata Tingkat I',
  'IV/a': 'Pembina', 'IV/b': 'Pembina Tingkat I', 'IV/c': 'Pembina Utama Muda', 'IV/d': 'Pembina Utama Madya', 'IV/e': 'Pembina Utama',
}

/** Golongan of PPPK: Roman I to XVII, without letter or pangkat (dossier §8.2, C). */
const pppk = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII']

/** Whether the golongan exists for this kind of civil servant. The two scales are never converted into each other. */
export function isGrade(grade: string, employment: EmploymentKind): boolean {
  if (employment === 'PNS') return grade in pangkat
  return employment === 'PPPK' && pppk.includes(grade)
}

/** As printed: "Penata Tingkat I (III/d)" for PNS, "IX" for PPPK; null without a grade. */
export function rankOf(grade: string | null, employment: EmploymentKind): string | null {
  if (!grade) return null
  return employment === 'PNS' && pangkat[grade] ? `${pangkat[grade]} (${grade})` : grade
}

/** With titles: "Dr. Nama, S.Sos., M.Si." */
export function fullName({ name, titleBefore, titleAfter }: { name: string; titleBefore?: string | null; titleAfter?: string | null }): string {
  return [titleBefore, name].filter(Boolean).join(' ') + (titleAfter ? `, ${titleAfter}` : '')
}
