import { ClassModel, LessonModel, SectionModel, ruleChanges, rulesOf, standardRules, type CourseDoc, type SectionDoc } from '../../course/index.ts'
import type { Types } from 'mongoose'
import { dayOf } from '../../lib/days.ts'
import { PracticumModel, isPracticumReady, type PracticumDoc } from '../../practicum/index.ts'
import { QuizModel, asks, coverageOf, placesOf, type QuizDoc } from '../../quiz/index.ts'
import type { CourseFacts } from '../domain/drifts.ts'

/** What a course is now, as far as it was approved. Lessons are added up by the store. */
export async function factsOf(course: CourseDoc, now: Date): Promise<CourseFacts> {
  const [sections, sums, quizzes, practicums, begun] = await Promise.all([
    SectionModel.find({ course: course._id }).sort({ order: 1 }).select('subject.id').lean<SectionDoc[]>(),
    LessonModel.aggregate<{ _id: Types.ObjectId; lessons: number; minutes: number }>([
      { $match: { course: course._id } }, { $group: { _id: '$section', lessons: { $sum: 1 }, minutes: { $sum: '$minutes' } } },
    ]),
    QuizModel.find({ course: course._id }).sort({ _id: 1 }).select('assessment weight blueprint questions.outcome questions.level questions.points draws').lean<QuizDoc[]>(),
    PracticumModel.find({ course: course._id }).sort({ _id: 1 }).select('assessment weight instructions rubric skeleton').lean<PracticumDoc[]>(),
    ClassModel.exists({ course: course._id, startsOn: { $lte: dayOf(now) }, cancelledReason: null }),
  ])
  const found = new Map(sums.map(sum => [String(sum._id), sum]))
  const rules = rulesOf(course)
  return {
    taught: begun !== null,
    sections: sections.map(({ _id, subject }) => ({ subject: subject.id, lessons: found.get(String(_id))?.lessons ?? 0, minutes: found.get(String(_id))?.minutes ?? 0 })),
    quizzes: quizzes.map(quiz => {
      const { wanted, covered } = coverageOf(quiz.blueprint ?? [], placesOf(quiz))
      return { assessment: quiz.assessment, weight: quiz.weight, questions: asks(quiz).count, wanted, covered }
    }),
    practicums: practicums.map(practicum => ({ assessment: practicum.assessment, weight: practicum.weight, ready: isPracticumReady(practicum) })),
    rules, changedRules: ruleChanges(standardRules, rules),
  }
}
