import { Types } from 'mongoose'
import type { CourseDoc, SectionDoc } from '../../server/course/index.ts'
import { QuizModel, type QuizDoc } from '../../server/quiz/index.ts'

type Question = QuizDoc['questions'][number]
let count = 0

/** A question whose right answer the tests know: `aQuestion('NUMERIC')`. */
export function aQuestion(kind: Question['kind'], fields: Partial<Question> = {}): Question {
  count++
  const empty = { id: `q${count}`, text: `<p>Soal ${count}</p>`, points: 1, feedback: `<p>Umpan balik ${count}</p>`, choices: [], right: null, accepted: [], value: null, tolerance: null, unit: null }
  const choice = (name: string, right: boolean) => ({ id: `${empty.id}${name}`, text: `Pilihan ${name} ${count}`, right })
  const keys: Record<Question['kind'], Partial<Question>> = {
    SINGLE_CHOICE: { choices: [choice('a', true), choice('b', false), choice('c', false)] },
    MULTIPLE_CHOICE: { choices: [choice('a', true), choice('b', true), choice('c', false)] },
    TRUE_FALSE: { right: true },
    SHORT_ANSWER: { accepted: ['Ombudsman', 'Ombudsman R*'] },
    NUMERIC: { value: 83.33, tolerance: 0.01, unit: 'IKM' },
  }
  return { ...empty, kind, ...keys[kind], ...fields }
}

/** One question of each kind. */
export const oneOfEach = (): Question[] => (['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER', 'NUMERIC'] as const).map(kind => aQuestion(kind))

/** What answers a question rightly, as the graph takes it. */
export function rightAnswer({ kind, choices, right, accepted, value }: Question) {
  switch (kind) {
    case 'SINGLE_CHOICE':
    case 'MULTIPLE_CHOICE': return { choices: choices.filter(choice => choice.right).map(({ id }) => id) }
    case 'TRUE_FALSE': return { truth: right }
    case 'SHORT_ANSWER': return { text: accepted[0] }
    case 'NUMERIC': return { number: value }
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
