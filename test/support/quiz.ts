import { Types } from 'mongoose'
import { bareQuestion } from '../../server/bank/index.ts'
import type { CourseDoc, SectionDoc } from '../../server/course/index.ts'
import { QuizModel, type QuizDoc } from '../../server/quiz/index.ts'

type Question = QuizDoc['questions'][number]
type Kind = Question['kind']
let count = 0

const number = (value: number, tolerance: number, unit: string | null = null): NonNullable<Question['number']> => ({ value, tolerance, toleranceKind: 'NOMINAL', unit, units: [], unitPenalty: 0.1 })
export const accepting = (...texts: string[]): Pick<Question, 'patterns'> => ({ patterns: texts.map(text => ({ text, fraction: 1 })) })
export const near = (value: number, tolerance = 0, unit: string | null = null): Pick<Question, 'number'> => ({ number: number(value, tolerance, unit) })

/** A question whose right answer the tests know: `aQuestion('NUMERIC')`. */
export function aQuestion(kind: Kind, fields: Partial<Question> = {}): Question {
  count++
  const id = `q${count}`
  const choice = (name: string, right: boolean) => ({ id: `${id}${name}`, text: `Pilihan ${name} ${count}`, right, fraction: null })
  const keys: Record<Kind, Partial<Question>> = {
    SINGLE_CHOICE: { choices: [choice('a', true), choice('b', false), choice('c', false)] },
    MULTIPLE_CHOICE: { choices: [choice('a', true), choice('b', true), choice('c', false)] },
    TRUE_FALSE: { right: true },
    SHORT_ANSWER: accepting('Ombudsman', 'Ombudsman R*'),
    NUMERIC: near(83.33, 0.01, 'IKM'),
    MATCHING: { matching: { pairs: ['Satu', 'Dua', 'Tiga'].map(word => ({ id: `${id}${word}`, stem: `Pangkal ${word}`, match: `Jodoh ${word}` })), distractors: ['Jodoh lain'] } },
    ORDERING: { ordering: { items: ['pertama', 'kedua', 'ketiga'].map((text, at) => ({ id: `${id}i${[7, 3, 5][at]}`, text: `Langkah ${text}` })), scoring: 'SUBSEQUENCE' } },
    CLOZE: { text: '<p>Ibu kota [[kota]], [[unsur]] unsur, [[pilih]].</p>', gaps: [
      { id: 'kota', kind: 'TEXT', weight: 1, ...accepting('Medan'), number: null, choices: [] },
      { id: 'unsur', kind: 'NUMBER', weight: 1, patterns: [], number: number(9, 0), choices: [] },
      { id: 'pilih', kind: 'CHOICE', weight: 2, patterns: [], number: null, choices: [{ id: `${id}x`, text: 'Ya', right: false }, { id: `${id}y`, text: 'Tidak', right: true }] },
    ] },
    CALCULATED: { text: '<p>Berapa jumlah {a} dan {b}?</p>', calculated: {
      variables: [{ name: 'a', min: 1, max: 50, decimals: 0 }, { name: 'b', min: 1, max: 50, decimals: 0 }], formula: 'a + b', answer: number(0, 0.01), variants: 30,
    } },
    ESSAY: { essay: { minWords: null, maxWords: 20, template: '' } },
    FILE: { file: { maxFiles: 2, accept: ['PDF', 'IMAGE'] } },
    HOTSPOT: { hotspot: { image: 'f'.repeat(24), alternative: 'Denah kantor', picks: 1, zones: [{ id: `${id}z`, label: 'Loket', x: 0, y: 0, width: 20, height: 20, right: true }, { id: `${id}w`, label: 'Gudang', x: 50, y: 50, width: 20, height: 20, right: false }] } },
  }
  return { ...bareQuestion(id, kind, `<p>Soal ${count}</p>`), feedback: `<p>Umpan balik ${count}</p>`, outcome: null, level: null, ...keys[kind], ...fields }
}

/** One question of each kind that a machine marks by one part. */
export const oneOfEach = (): Question[] => (['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER', 'NUMERIC'] as const).map(kind => aQuestion(kind))
/** One question of every kind a machine marks. */
export const everyKind = (): Question[] => [...oneOfEach(), ...(['MATCHING', 'ORDERING', 'CLOZE', 'CALCULATED', 'HOTSPOT'] as const).map(kind => aQuestion(kind))]

type AsDealt = { text: string; matching?: { matches: { id: string; text: string }[] } | null }

/** What answers a question rightly, as the graph takes it; of some kinds that depends on how it was dealt. */
export function rightAnswer({ kind, choices, right, patterns, number: key, matching, ordering, gaps, hotspot }: Question, dealt?: AsDealt) {
  switch (kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return { choices: choices.filter(choice => choice.right).map(({ id }) => id) }
    case 'TRUE_FALSE': return { truth: right }
    case 'SHORT_ANSWER': return { text: patterns[0]!.text }
    case 'NUMERIC': return { number: key!.value }
    case 'MATCHING': return { pairs: matching!.pairs.map(({ id, match }) => ({ stem: id, match: dealt!.matching!.matches.find(({ text }) => text === match)!.id })) }
    case 'ORDERING': return { order: ordering!.items.map(({ id }) => id) }
    case 'CLOZE': return { gaps: gaps.map((gap, at) => ({ gap: `g${at + 1}`, text: gap.kind === 'CHOICE' ? gap.choices.find(choice => choice.right)!.id : gap.kind === 'NUMBER' ? String(gap.number!.value) : gap.patterns[0]!.text })) }
    case 'CALCULATED': return { number: [...dealt!.text.matchAll(/\d+/g)].reduce((sum, [digits]) => sum + Number(digits), 0) }
    case 'HOTSPOT': return { choices: hotspot!.zones.filter(zone => zone.right).map(({ id }) => id) }
    default: return { text: 'Uraian saya.' }
  }
}

/** A quiz of the course, with one question of each kind, 30 minutes and two attempts, unless fields say otherwise. */
export async function aQuiz({ course, sections }: { course: CourseDoc; sections: readonly SectionDoc[] }, fields: Partial<QuizDoc> = {}): Promise<QuizDoc> {
  count++
  const quiz = await QuizModel.create({
    course: course._id, partner: course.partner, section: sections[0]!._id, assessment: `kuis-${count}-${new Types.ObjectId()}`,
    title: `Kuis ${count}`, instructions: '<p>Jawab semua soal.</p>', weight: 100, minutes: 30, attemptsAllowed: 2, gradeMethod: 'HIGHEST',
    passMark: 0.7, shuffle: true, questions: oneOfEach(), ...fields,
  })
  return quiz.toObject() as unknown as QuizDoc
}
