import type { ActivityForm, ActivityStage, CognitiveLevel } from '../../graphql.ts'
import { choiceOf, formNames, loosely, stageNames } from './names.ts'
import { JP_MINUTES } from './schedule.ts'

/** What people write within a line of an outline: codes, levels, hours, minutes. Each reader takes its part out of the text. */
export type Part = 'identity' | 'summary' | 'audience' | 'team' | 'outcomes' | 'competencies' | 'subjects' | 'assessments' | 'references' | 'ignored'

/** Words of headings (DOMAIN §10.1, both vocabularies), the more special before the more general. */
const headings: readonly [RegExp, Part][] = [
  [/^(cpl|capaian pembelajaran lulusan|kompetensi|tujuan pelatihan|kompetensi dasar|standar kompetensi)\b/, 'competencies'],
  [/^(capaian|cpmk|hasil belajar|tujuan pembelajaran|learning outcomes?|outcomes?)\b/, 'outcomes'],
  [/^(mata (pelatihan|diklat|kuliah)|modul|materi|struktur (program|kurikulum)|rbpmp|bahan kajian|subjects?)\b/, 'subjects'],
  [/^(penilaian|evaluasi|asesmen|assessments?|bentuk evaluasi|tugas|kriteria|rencana penilaian)\b/, 'assessments'],
  [/^(referensi|daftar pustaka|pustaka|rujukan|references?|sumber belajar|bahan bacaan)\b/, 'references'],
  [/^(tim|penyusun|pengembang|otorisasi|team)\b/, 'team'],
  [/^(peserta|sasaran|kriteria peserta|audience)\b/, 'audience'],
  [/^(tujuan|ringkasan|deskripsi|latar belakang|pendahuluan|summary|gambaran)\b/, 'summary'],
  [/^(identitas|identity|informasi umum|umum)\b/, 'identity'],
  [/^(kisi|keselarasan|pengesahan|rencana pembelajaran|rp sesi|sub-?cpmk|daftar isi|lampiran)/, 'ignored'],
]

/** What a heading opens; numbers before it ("II.", "3)") do not count. Null when we know no such part. */
export function partOf(heading: string): Part | null {
  const said = loosely(unnumbered(heading))
  return headings.find(([words]) => words.test(said))?.[1] ?? null
}

export const unnumbered = (text: string): string => text.replace(/^\s*(?:(?:bab|bagian)\s+)?(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s+/i, '').trim()

/** A subject that has a heading of its own: "Mata Pelatihan 2: Survei (2/4/0)". */
export const namedSubject = (heading: string): string | null =>
  /^(?:mata (?:pelatihan|diklat|kuliah)|modul|rbpmp)\s*(?:\d+|[IVX]+)?\s*[:.–-]\s*(\S.*)$/i.exec(unnumbered(heading))?.[1] ?? null

export type Hours = { theory: number; practice: number; field: number; guessed: boolean }

/**
 * Hours of a subject out of its heading: "(2/4/0)", "(T2 P4 PL1)", "(2 JP teori, 4 JP praktik)", "(6 JP)". One number alone
 * is taken for theory, and said to be a guess. Null where none are written.
 */
export function hoursIn(text: string): { rest: string; hours: Hours | null } {
  for (const found of text.matchAll(/[([]([^()[\]]{1,80})[)\]]/g)) {
    const hours = hoursOf(found[1]!)
    if (hours) return { rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim(), hours }
  }
  return { rest: text, hours: null }
}

function hoursOf(text: string): Hours | null {
  const slashes = /^(?:T\s*\/\s*P\s*\/\s*PL\s*[:=]?\s*)?(\d{1,3})\s*\/\s*(\d{1,3})\s*\/\s*(\d{1,3})(?:\s*(?:\/|=)\s*\d{1,3})?\s*(?:jp)?$/i.exec(text.trim())
  if (slashes) return { theory: Number(slashes[1]), practice: Number(slashes[2]), field: Number(slashes[3]), guessed: false }
  const of = (names: string) => {
    // Either all names stand before their numbers, or all after: which, the first letter tells.
    const pattern = /^\s*\d/.test(text) ? `\\b(\\d{1,3})\\s*(?:jp\\s*)?(?:${names})\\b` : `\\b(?:${names})\\s*[:=]?\\s*(\\d{1,3})\\b`
    const found = new RegExp(pattern, 'i').exec(text)
    return found ? Number(found[1]) : null
  }
  const [theory, practice, field] = [of('t|teori'), of('p|praktik(?! lapangan)|praktek(?! lapangan)'), of('pl|praktik lapangan|praktek lapangan|lapangan')]
  if (theory !== null || practice !== null || field !== null) return { theory: theory ?? 0, practice: practice ?? 0, field: field ?? 0, guessed: false }
  const alone = /^(\d{1,3})\s*(?:jp|jam pelajaran|jam)$/i.exec(text.trim())
  return alone ? { theory: Number(alone[1]), practice: 0, field: 0, guessed: true } : null
}

/** A code before a sentence: "CP-1: Menjelaskan …", "CPMK 2. …". */
export function codeIn(text: string): { code: string; rest: string } {
  const found = /^\**((?:sub-?cpmk|cpmk|cpl|cp|hb|ik|tpk|lo|m|sk|mp)[-. ]?\d{1,3}(?:\.\d{1,2})?)\**\s*[:.)–—-]?\s+(.+)$/is.exec(text)
  return found ? { code: found[1]!.toUpperCase().replace(/\s+/, '-'), rest: found[2]! } : { code: '', rest: text }
}

/** Bloom's level, in brackets somewhere: "(C3)". */
export function levelIn(text: string): { level: CognitiveLevel | null; rest: string } {
  const found = /\s*[([](?:level\s*)?(C[1-6])[)\]]/i.exec(text)
  return found ? { level: found[1]!.toUpperCase() as CognitiveLevel, rest: (text.slice(0, found.index) + text.slice(found.index + found[0].length)).trim() } : { level: null, rest: text }
}

/** Codes in square brackets, or after "Capaian:": "[CP-1, CP-2]". */
export function refsIn(text: string): { refs: string[]; rest: string } {
  const found = /\s*\[([^\]]{2,200})\]\s*\.?$/.exec(text)
  return found ? { refs: found[1]!.split(/[,;]/).map(part => part.trim()).filter(Boolean), rest: text.slice(0, found.index).trim() } : { refs: [], rest: text }
}

export type ActivityWords = { minutes: number | null; form: ActivityForm | null; stage: ActivityStage | null; rest: string }

/** Minutes, form and stage of an activity out of brackets: "(90 menit, praktik)", "(2 JP)". */
export function activityIn(text: string): ActivityWords {
  let found: ActivityWords = { minutes: null, form: null, stage: null, rest: text }
  for (const bracket of text.matchAll(/\s*\(([^()]{1,80})\)/g)) {
    const parts = bracket[1]!.split(/[,;]/).map(loosely)
    const minutes = parts.map(minutesOf).find(one => one !== null) ?? null
    const form = parts.map(part => choiceOf(formNames, part)).find(one => one !== null) ?? null
    const stage = parts.map(part => choiceOf(stageNames, part)).find(one => one !== null) ?? null
    if (minutes !== null || form !== null || stage !== null) {
      found = { minutes: found.minutes ?? minutes, form: found.form ?? form, stage: found.stage ?? stage, rest: found.rest.replace(bracket[0], '').trim() }
    }
  }
  return found
}

function minutesOf(text: string): number | null {
  const [, number, unit] = /^(\d{1,4})\s*(menit|mnt|min|['’]|jp)$/.exec(text) ?? []
  return number === undefined ? null : Number(number) * (unit === 'jp' ? JP_MINUTES : 1)
}

/** A weight in percent: "(40 %)", "bobot 40%". */
export function weightIn(text: string): { weight: number | null; rest: string } {
  const found = /\s*[([]?(?:bobot\s*:?\s*)?(\d{1,3})\s*%[)\]]?/i.exec(text)
  return found ? { weight: Number(found[1]), rest: (text.slice(0, found.index) + text.slice(found.index + found[0].length)).trim() } : { weight: null, rest: text }
}

/** "Metode: diskusi" as its two halves; null for a sentence that only happens to have a colon. */
export function labelled(text: string): { label: string; value: string } | null {
  const found = /^\**([\p{L}][\p{L} /()-]{1,40}?)\**\s*:\**\s*(.*)$/su.exec(text)
  return found && found[1]!.split(' ').length <= 4 ? { label: loosely(found[1]!), value: found[2]!.trim() } : null
}
