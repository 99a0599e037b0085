/** How people write the names of choices in a table or a text, in small letters; the first is how we write it. */
type Names<T extends string> = Readonly<Record<T, readonly string[]>>

export const modeNames = {
  CLASSROOM: ['klasikal', 'tatap muka', 'luring', 'classroom'], ONLINE: ['daring', 'online', 'e-learning', 'jarak jauh'], BLENDED: ['bauran', 'blended', 'blended learning', 'campuran', 'hibrida', 'hybrid'],
} as const satisfies Names<string>
export const competencyNames = {
  MANAGERIAL: ['manajerial', 'managerial'], SOCIOCULTURAL: ['sosial kultural', 'sosiokultural', 'sosial-kultural', 'sociocultural'], TECHNICAL: ['teknis', 'technical'],
} as const satisfies Names<string>
export const formNames = {
  THEORY: ['teori', 't', 'theory', 'ceramah'], PRACTICE: ['praktik', 'p', 'praktek', 'practice', 'latihan'], FIELD: ['praktik lapangan', 'pl', 'lapangan', 'praktek lapangan', 'field'],
} as const satisfies Names<string>
export const stageNames = {
  OPENING: ['pendahuluan', 'pembukaan', 'opening'], CORE: ['penyajian', 'inti', 'kegiatan inti', 'core'], CLOSING: ['penutup', 'penutupan', 'closing'],
} as const satisfies Names<string>
export const assessmentNames = {
  QUIZ: ['tes', 'kuis', 'quiz', 'ujian', 'tes tertulis', 'pre-test', 'post-test', 'pretest', 'posttest', 'uts', 'uas', 'test'],
  PRACTICUM: ['tugas praktik', 'praktik', 'praktikum', 'praktek', 'tugas', 'proyek', 'portofolio', 'unjuk kerja', 'studi kasus', 'practicum', 'project'],
} as const satisfies Names<string>
export const roleNames = {
  DEVELOPER: ['pengembang', 'penyusun', 'pengembang rps', 'developer'], COORDINATOR: ['koordinator', 'koordinator mata kuliah', 'koordinator rumpun', 'coordinator'],
  HEAD: ['ketua program studi', 'ka prodi', 'kaprodi', 'ketua prodi', 'penanggung jawab', 'head'], REVIEWER: ['penelaah', 'reviu', 'reviewer', 'editor', 'pereviu'],
  INSTRUCTOR: ['pengajar', 'dosen', 'widyaiswara', 'fasilitator', 'narasumber', 'instruktur', 'instructor'],
} as const satisfies Names<string>
export const levelNames = {
  C1: ['c1', 'mengingat'], C2: ['c2', 'memahami'], C3: ['c3', 'menerapkan'], C4: ['c4', 'menganalisis'], C5: ['c5', 'mengevaluasi'], C6: ['c6', 'mencipta', 'menciptakan'],
} as const satisfies Names<string>

/** A text to be compared: small letters, one space between words, no marks at its ends. */
export const loosely = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').replace(/^[\s:.*_#]+|[\s:.*_#]+$/g, '').trim()

/** How we write a choice. */
export const nameOf = <T extends string>(names: Names<T>, choice: T): string => {
  const [first] = names[choice]
  return choice.length === 2 ? choice : first![0]!.toUpperCase() + first!.slice(1)
}

/** The choice a text names, by one of its names or its code; null when none. */
export function choiceOf<T extends string>(names: Names<T>, text: string): T | null {
  const said = loosely(text)
  return (Object.keys(names) as T[]).find(choice => choice.toLowerCase() === said || names[choice].includes(said)) ?? null
}
