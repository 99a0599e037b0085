import type { CognitiveLevel } from '../../graphql.ts'
import type { CurriculumSeed, PartnerKey, SubjectSeed } from '../content.ts'

/** What the seeds leave to be worked out: levels, indicators, activities, the blueprint, the needs and the team. */

const verbs: Readonly<Record<CognitiveLevel, RegExp>> = {
  C6: /^(Merancang|Menyusun|Membangun|Membuat|Mengembangkan|Merumuskan|Memproduksi)/,
  C5: /^(Menilai|Mengevaluasi|Memeriksa|Memutuskan|Memilih|Mereviu)/,
  C4: /^(Menganalisis|Membandingkan|Menafsirkan|Memetakan|Membedakan|Mengidentifikasi)/,
  C3: /^(Menghitung|Menerapkan|Menggunakan|Menulis|Membersihkan|Melakukan|Melayani|Mengolah|Mengelola|Melaksanakan|Memandu|Menyajikan|Menangani)/,
  C2: /^(Menjelaskan|Merangkum|Memberi contoh|Menguraikan)/,
  C1: /^(Menyebutkan|Mendaftar)/,
}

/** The level its verb says; applying where it says none. */
export const levelOf = (text: string): CognitiveLevel =>
  (Object.keys(verbs) as CognitiveLevel[]).find(level => verbs[level].test(text)) ?? 'C3'

const shows: Readonly<Record<CognitiveLevel, string>> = {
  C1: 'Menyebutkan', C2: 'Menjelaskan', C3: 'Menerapkan', C4: 'Menganalisis', C5: 'Menilai', C6: 'Menyusun',
}

/** Abbreviations keep their capitals. */
const inSentence = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

/** The first topics that teach it, said as something one can see. */
export const indicatorsOf = (code: string, text: string, subjects: readonly SubjectSeed[]): string[] =>
  subjects.filter(({ outcomes }) => outcomes.includes(code)).flatMap(({ topics }) => topics).slice(0, 4)
    .map(topic => `${shows[levelOf(text)]} ${inSentence(topic)} sesuai tugas jabatan.`)

const methods = {
  THEORY: { method: 'Ceramah interaktif dan diskusi', media: 'Bahan tayang, modul', facilitator: 'Menjelaskan pokok materi dengan contoh layanan kota dan memandu tanya jawab.', participants: 'Mencatat, bertanya, dan menghubungkan materi dengan pekerjaan.' },
  PRACTICE: { method: 'Praktik terbimbing', media: 'Lembar kerja, laptop', facilitator: 'Memperagakan langkah, mendampingi, dan memberi umpan balik.', participants: 'Mengerjakan lembar kerja dan saling memeriksa hasil.' },
  FIELD: { method: 'Praktik lapangan', media: 'Lembar observasi, gawai', facilitator: 'Mendampingi bersama atasan langsung di unit kerja.', participants: 'Menerapkan di unit kerja dan mengumpulkan bukti.' },
} as const

type Form = keyof typeof methods

/**
 * The activities of a subject: its minutes (45 a JP) shared among its topics form by form, a quarter of an hour at the
 * beginning and at the end taken from the first and the last.
 */
export function activitiesOf(subject: SubjectSeed, id: string) {
  const forms: [Form, number][] = [['THEORY', subject.hours.theory], ['PRACTICE', subject.hours.practice], ['FIELD', subject.hours.field]]
  const held = forms.filter(([, hours]) => hours > 0)
  const lines = held.flatMap(([form, hours], order) => {
    const opens = order === 0 ? 15 : 0
    const closes = order === held.length - 1 ? 15 : 0
    return [
      ...(opens ? [line(form, 'OPENING', opens, 'Pembukaan dan apersepsi')] : []),
      ...core(form, hours * 45 - opens - closes, subject.topics),
      ...(closes ? [line(form, 'CLOSING', closes, 'Rangkuman dan rencana penerapan')] : []),
    ]
  })
  return lines.map((one, index) => ({ id: `${id}-K${index + 1}`, ...one, outcomes: subject.outcomes }))
}

function core(form: Form, minutes: number, topics: readonly string[]) {
  const shown = topics.length > 0 ? topics.slice(0, Math.max(1, Math.floor(minutes / 20))) : ['Materi pokok']
  const each = Math.floor(minutes / shown.length / 5) * 5
  return shown.map((topic, index) => line(form, 'CORE', index === shown.length - 1 ? minutes - each * (shown.length - 1) : each, topic))
}

const line = (form: Form, stage: 'OPENING' | 'CORE' | 'CLOSING', minutes: number, title: string) => ({
  title, form, stage, minutes,
  ...(stage === 'CORE' ? methods[form] : { method: 'Curah pendapat', media: 'Papan tulis', facilitator: 'Memandu percakapan kelas.', participants: 'Menyampaikan pengalaman dan harapan.' }),
})

/** The questions of an exam that count, written or drawn. */
const countOf = ({ exams = [] }: CurriculumSeed, code: string): number | undefined =>
  exams.find(({ assessment }) => assessment === code)?.sections.reduce((sum, { questions, draws }) =>
    sum + questions.length + draws.reduce((drawn, { pilot, count }) => drawn + (pilot ? 0 : count), 0), 0)

/** As many questions as the demo's quiz has, shared among its outcomes; at least one each. */
export function blueprintOf(seed: CurriculumSeed, { code, kind, outcomes }: CurriculumSeed['assessments'][number]) {
  if (kind !== 'QUIZ') return []
  const questions = seed.quizzes.find(({ assessment }) => assessment === code)?.questions.length ?? countOf(seed, code) ?? outcomes.length * 2
  return outcomes.map((outcome, index) => {
    const level = levelOf(seed.outcomes.find(one => one.code === outcome)?.text ?? '')
    return { id: `${code}-B${index + 1}`, outcome, level, items: Math.max(1, Math.floor((questions + index) / outcomes.length)) }
  })
}

/** A technical competency is developed by all outcomes, the others by every second. */
export const developersOf = ({ kind }: CurriculumSeed['competencies'][number], order: number, outcomes: CurriculumSeed['outcomes']): string[] =>
  outcomes.filter((_, index) => kind === 'TECHNICAL' || outcomes.length < 3 || index % 2 === order % 2).map(({ code }) => code)

export const needOf = ({ name, fromLevel, toLevel }: CurriculumSeed['competencies'][number], { audience }: CurriculumSeed): string =>
  `Analisis kebutuhan 2026: ${inSentence(name)} pada ${inSentence(audience)} rata-rata tingkat ${fromLevel ?? 1}, standar jabatan meminta tingkat ${toLevel}.`

const teams: Record<PartnerKey, [string, string]> = {
  USU: ['Dr. Rotua Simanjuntak', 'Prof. Dr. Hasan Basri'], DEL: ['Togu Siahaan, M.Kom.', 'Dr. Lamria Sitorus'], POLMED: ['Ir. Surya Wijaya, M.T.', 'Drs. Marlan Ginting, M.Si.'],
  UMSU: ['Dr. Nurhayati Lubis', 'Dr. Syahrul Pane'], UINSU: ['Dr. Zulkarnain Nasution', 'Prof. Dr. Aisyah Harahap'], UNIMED: ['Dr. Melati Tarigan', 'Prof. Dr. Binsar Panggabean'],
}

/** Who designs and answers for it; fictional people. */
export const teamOf = ({ partner, faculty }: CurriculumSeed) => [
  { id: 'TIM-1', name: teams[partner][0], institution: `${partner}, ${faculty}`, role: 'DEVELOPER' as const },
  { id: 'TIM-2', name: teams[partner][1], institution: partner, role: 'HEAD' as const },
  { id: 'TIM-3', name: 'Bidang Pengembangan Kompetensi', institution: 'BKPSDM Kota Medan', role: 'REVIEWER' as const },
]
