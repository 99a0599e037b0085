import type { ActivityContent, AssessmentContent, CompetencyContent, Content, HoursContent, OutcomeContent, SubjectContent } from '../../server/curriculum/index.ts'

export type Sizes = { seed: number; outcomes: number; competencies: number; subjects: number; activities: number; assessments: number }

/** The largest curriculum the figures of the studio are promised for. */
export const BIG: Sizes = { seed: 1, outcomes: 60, competencies: 24, subjects: 40, activities: 400, assessments: 60 }

const verbs = ['Menerapkan', 'Menganalisis', 'Menyusun', 'Mengevaluasi', 'Merancang', 'Menjelaskan', 'Mendemonstrasikan', 'Membandingkan']
const things = ['standar layanan', 'peta proses', 'survei kepuasan', 'data terbuka', 'rencana aksi', 'anggaran kinerja', 'arsip digital', 'naskah dinas', 'mediasi warga', 'risiko pekerjaan']
const fields = ['kelurahan', 'kecamatan', 'puskesmas', 'sekolah dasar', 'dinas', 'unit pelayanan', 'kota', 'lingkungan kerja']
const methods = ['Ceramah interaktif', 'Studi kasus', 'Diskusi kelompok', 'Simulasi', 'Kerja lapangan']
const levels = ['C2', 'C3', 'C4', 'C5'] as const

/** Chance that is the same for the same seed (mulberry32). */
export function chanceOf(seed: number): { below(limit: number): number; pick<T>(from: readonly T[]): T } {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, pick: from => from[below(from.length)]! }
}

/** A number as so many whole parts, as even as they can be; they sum to it. */
const parts = (whole: number, count: number): number[] => Array.from({ length: count }, (_, at) => Math.floor((whole * (at + 1)) / count) - Math.floor((whole * at) / count))

const range = (count: number) => Array.from({ length: count }, (_, at) => at)

/**
 * A content that may be submitted: every outcome is taught, practised and assessed, hours and weights add up, practice has
 * its practicum. The same for the same seed and sizes. Needs at least two activities for a subject and two assessments.
 */
export function bigContent(sizes: Partial<Sizes> = {}): Content {
  const { seed, outcomes: outcomeCount, competencies: competencyCount, subjects: subjectCount, activities, assessments: assessmentCount } = { ...BIG, ...sizes }
  const chance = chanceOf(seed)
  const phrase = () => `${chance.pick(things)} di ${chance.pick(fields)}`
  const outcomes = range(outcomeCount).map((at): OutcomeContent => ({
    id: `o${at + 1}`, code: `CP-${at + 1}`, text: `${chance.pick(verbs)} ${phrase()}.`, level: chance.pick(levels), indicators: range(1 + chance.below(3)).map(() => `${chance.pick(verbs)} ${phrase()}`),
  }))
  const some = () => outcomes[chance.below(outcomes.length)]!.id
  const inOrder = (ids: readonly string[]) => outcomes.map(({ id }) => id).filter(id => ids.includes(id))

  const practicumCount = Math.min(subjectCount, Math.max(1, Math.floor((assessmentCount * 2) / 3)))
  const taught = range(subjectCount).map(at => inOrder([...outcomes.filter((_, of) => of % subjectCount === at).map(({ id }) => id), some()]))
  const steps = parts(activities, subjectCount)
  const subjects = range(subjectCount).map((at): SubjectContent => {
    const hours: HoursContent = at < practicumCount ? { theory: 2, practice: 4 + chance.below(3), field: 1 } : { theory: 2 + chance.below(2), practice: 0, field: 0 }
    return {
      id: `s${at + 1}`, title: `Mata pelatihan ${at + 1}: ${phrase()}`, description: `Peserta bekerja dengan ${phrase()}. Hasilnya dipakai kembali di unit kerja.`,
      topics: range(4).map(() => phrase()), hours, outcomes: taught[at]!, activities: activitiesOf(`s${at + 1}`, hours, taught[at]!, steps[at]!, chance),
    }
  })

  const weights = [parts(100, practicumCount), parts(100, Math.max(assessmentCount - practicumCount, 0))]
  const practicums = range(practicumCount).map((at): AssessmentContent => ({
    id: `p${at + 1}`, kind: 'PRACTICUM', title: `Praktikum ${at + 1}: ${phrase()}`, subject: `s${at + 1}`, outcomes: taught[at]!.slice(0, 2), instructions: `Kerjakan ${phrase()}.`, weight: weights[0]![at]!, blueprint: [],
  }))
  const quizCount = assessmentCount - practicumCount
  const quizzes = range(quizCount).map((at): AssessmentContent => {
    const assessed = inOrder([...outcomes.filter((_, of) => of % quizCount === at).map(({ id }) => id), ...(at < outcomeCount ? [] : [some()])])
    return {
      id: `q${at + 1}`, kind: 'QUIZ', title: `Kuis ${at + 1}: ${phrase()}`, subject: `s${1 + (at % subjectCount)}`, outcomes: assessed, instructions: 'Pilih jawaban yang paling tepat.', weight: weights[1]![at]!,
      blueprint: assessed.map((outcome, of) => ({ id: `q${at + 1}b${of + 1}`, outcome, level: outcomes.find(({ id }) => id === outcome)!.level!, items: 1 + chance.below(5) })),
    }
  })
  const competencies = range(competencyCount).map((at): CompetencyContent => ({
    id: `k${at + 1}`, code: `T.UJI.${String(at + 1).padStart(2, '0')}`, name: `Kompetensi ${phrase()}`, kind: 'TECHNICAL', fromLevel: 2, toLevel: 3,
    outcomes: inOrder([...outcomes.filter((_, of) => of % competencyCount === at).map(({ id }) => id), some()]), need: `Ditemukan pada penilaian kompetensi: ${phrase()}.`,
  }))
  return {
    title: `Pelatihan besar ${seed}`, kind: 3, mode: 'BLENDED', audience: 'Petugas layanan', summary: `Pelatihan tentang ${phrase()}.`, faculty: 'Fakultas Uji',
    team: range(6).map(at => ({ id: `t${at + 1}`, name: `Dr. Penyusun ${at + 1}`, institution: 'Universitas Uji', role: at === 0 ? 'COORDINATOR' as const : 'DEVELOPER' as const })),
    outcomes, competencies, subjects, assessments: [...practicums, ...quizzes], references: range(20).map(at => `Rujukan ${at + 1}: ${phrase()}`),
  }
}

/** So many activities whose minutes add up to the hours, form by form; each outcome is served by one. */
function activitiesOf(subject: string, hours: HoursContent, outcomes: readonly string[], count: number, chance: ReturnType<typeof chanceOf>): ActivityContent[] {
  const forms = ([['THEORY', hours.theory], ['PRACTICE', hours.practice], ['FIELD', hours.field]] as const).filter(([, jp]) => jp > 0)
  const counts = parts(count, forms.length).map(one => Math.max(one, 1))
  const minutes = forms.flatMap(([form, jp], at) => parts(jp * 45, counts[at]!).map(length => ({ form, length })))
  return minutes.map(({ form, length }, at) => ({
    id: `${subject}g${at + 1}`, title: `Kegiatan ${at + 1}: ${chance.pick(things)}`, form, stage: at === 0 ? 'OPENING' : at === minutes.length - 1 ? 'CLOSING' : 'CORE', minutes: length,
    facilitator: `Memandu peserta bekerja dengan ${chance.pick(things)}`, participants: `Mengerjakan ${chance.pick(things)} dalam kelompok`, method: chance.pick(methods), media: 'Salindia dan lembar kerja',
    outcomes: outcomes.filter((_, of) => of % minutes.length === at || of === at % outcomes.length),
  }))
}
