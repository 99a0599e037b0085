import type { CognitiveLevel, QuestionBodyInput, QuizInput } from '../graphql.ts'

/**
 * What a demo curriculum holds, as plain data: one file per curriculum in ./curricula. Domains' seeds read it.
 * All programmes and people are fictional; only the institutions' names are real.
 */

export type PartnerKey = 'USU' | 'DEL' | 'POLMED' | 'UMSU' | 'UINSU' | 'UNIMED'

/** A lesson's body is HTML of the kind the sanitiser keeps: h3 h4 p ul ol li strong em blockquote table a. */
export type LessonSeed =
  | { kind: 'TEXT'; title: string; minutes: number; body: string }
  | { kind: 'LINK' | 'VIDEO'; title: string; minutes: number; url: string; body: string }

export type SubjectSeed = {
  title: string
  /** Hours in JP: theory (T), practice (P), field practice (PL). */
  hours: { theory: number; practice: number; field: number }
  description: string
  /** Codes of this curriculum's outcomes. */
  outcomes: string[]
  /** Materi pokok. */
  topics: string[]
  lessons: LessonSeed[]
}

/** `said`: to who takes the choice. */
export type QuestionSeed = { text: string; points: number; feedback?: string; byOutcome?: { right?: string; partly?: string; wrong?: string } } & (
  | { kind: 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE'; choices: { text: string; right?: true; said?: string }[] }
  | { kind: 'TRUE_FALSE'; right: boolean }
  /** `slip`: what those write who nearly know. */
  | { kind: 'SHORT_ANSWER'; accepted: string[]; slip?: string }
  | { kind: 'NUMERIC'; value: number; tolerance: number; unit?: string }
)

export type QuizSeed = {
  /** Code of the assessment in the curriculum that this fills. */
  assessment: string
  minutes: number
  attempts: number
  behaviour?: 'CERTAINTY'
  questions: QuestionSeed[]
}

/** A picture in place of a file's id, until the file is there. */
export const PICTURE = 'picture'

/** A draw from the questions of the curriculum's partner in the bank. */
export type DrawSeed = { count: number; points: number; pilot: boolean; outcome: string | null; category: string; level: CognitiveLevel | null }

/** A quiz of all that quizzes can do: sections, questions of every kind, draws; its own settings over those compiled. */
export type ExamSeed = {
  assessment: string
  /** Code of the quiz it is the post-test of. */
  pretest?: string
  settings: Partial<QuizInput>
  sections: {
    title: string
    instructions: string
    shuffle: boolean
    perPage: number | null
    questions: { outcome: string; level: CognitiveLevel; body: QuestionBodyInput }[]
    draws: DrawSeed[]
  }[]
}

export type RubricSeed = {
  title: string
  /** Weights of all criteria sum to 100. */
  criteria: {
    title: string
    weight: number
    /** Four levels, lowest first; points 1 to 4. */
    levels: { label: string; description: string; points: number }[]
  }[]
}

export type PracticumSeed = {
  assessment: string
  /** HTML, as a lesson's body. */
  instructions: string
  rubric: RubricSeed
}

export type CurriculumSeed = {
  code: string
  title: string
  /** SIASN jenisDiklat id. */
  kind: number
  mode: 'CLASSROOM' | 'ONLINE' | 'BLENDED'
  partner: PartnerKey
  faculty: string
  /** Sasaran: who it is for. */
  audience: string
  summary: string
  outcomes: { code: string; text: string }[]
  competencies: { code: string; name: string; kind: 'MANAGERIAL' | 'SOCIOCULTURAL' | 'TECHNICAL'; fromLevel: number | null; toLevel: number }[]
  subjects: SubjectSeed[]
  references: string[]
  assessments: { code: string; kind: 'QUIZ' | 'PRACTICUM'; title: string; subject: number; outcomes: string[]; instructions: string; weight: number }[]
  quizzes: QuizSeed[]
  exams?: ExamSeed[]
  practicums: PracticumSeed[]
}
