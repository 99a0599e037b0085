import type { Resolvers } from '../graphql.ts'
import { classPolicy, enrolmentPolicy } from '../course/index.ts'
import { isId } from '../lib/mongo.ts'
import { emptyPage, pageOf } from '../lib/page.ts'
import { abilityResolvers, ifSeen } from '../lib/policy.ts'
import { appealResolvers } from './appealResolvers.ts'
import { scoringOf } from './behaviourModel.ts'
import { clockResolvers } from './clockResolvers.ts'
import { AttemptModel, flagged, type AttemptDoc } from './model.ts'
import { attemptPolicy, quizPolicy, visibleAttempts } from './policy.ts'
import { reviewedAttempt, reviewedQuiz, reviewedStanding, shownQuizMark } from './reviewResolvers.ts'
import { structureResolvers } from './structureResolvers.ts'
import { regradeResolvers } from './regradeResolvers.ts'
import { snippetResolvers } from './snippetResolvers.ts'
import { signalResolvers } from './signalResolvers.ts'
import { saveAnswer, submitAttempt } from './service/answer.ts'
import { checkAnswer, tryAgain } from './service/check.ts'
import * as described from './service/describe.ts'
import { addQuestion, deleteQuestion, orderQuestions, updateQuestion, updateQuiz } from './service/edit.ts'
import { exported, importQuestions } from './service/exchange.ts'
import { keepInBank, takeFromBank } from './service/fromBank.ts'
import { settle } from './service/handIn.ts'
import { deskOf, placeOnDesk, questionsOfDesk } from './service/desk.ts'
import { markAnswer } from './service/mark.ts'
import { questionsOf } from './service/review.ts'
import { shownToEditors } from './service/shown.ts'
import { statisticsResolvers } from './statisticsResolvers.ts'
import { quizStandings } from './service/standing.ts'
import { startAttempt } from './service/start.ts'

export const resolvers: Resolvers = {
  Query: {
    ...appealResolvers.Query,
    ...snippetResolvers.Query,
    ...regradeResolvers.Query,
    quiz: async (_, { id }, ctx) => ifSeen(quizPolicy, ctx.viewer, await ctx.load.quiz.find(id)),
    attempt: async (_, { id }, ctx) => {
      const attempt = ifSeen(attemptPolicy, ctx.viewer, await ctx.load.attempt.find(id))
      return attempt && settle(ctx, attempt)
    },
  },
  Mutation: {
    ...structureResolvers.Mutation,
    ...appealResolvers.Mutation,
    ...snippetResolvers.Mutation,
    ...regradeResolvers.Mutation,
    ...signalResolvers.Mutation,
    updateQuiz: (_, { quiz, revision, input }, ctx) => updateQuiz(ctx, quiz, revision, input),
    addQuestion: (_, { quiz, input }, ctx) => addQuestion(ctx, quiz, input),
    updateQuestion: (_, { quiz, question, revision, input }, ctx) => updateQuestion(ctx, quiz, question, revision, input),
    deleteQuestion: (_, { quiz, question }, ctx) => deleteQuestion(ctx, quiz, question),
    orderQuestions: (_, { quiz, questions }, ctx) => orderQuestions(ctx, quiz, questions),
    importQuestions: (_, { quiz, revision, import: id, hash, except }, ctx) => importQuestions(ctx, quiz, revision, id, hash, except),
    takeFromBank: (_, { quiz, questions }, ctx) => takeFromBank(ctx, quiz, questions),
    keepInBank: (_, { quiz, question }, ctx) => keepInBank(ctx, quiz, question),
    ...clockResolvers.Mutation,
    startAttempt: (_, { quiz, enrolment }, ctx) => startAttempt(ctx, quiz, enrolment),
    saveAnswer: (_, { attempt, question, seq, answer, certainty }, ctx) => saveAnswer(ctx, attempt, question, seq, answer, certainty ?? null),
    checkAnswer: (_, { attempt, question, seq, answer }, ctx) => checkAnswer(ctx, attempt, question, seq, answer),
    tryAgain: (_, { attempt, question, seq }, ctx) => tryAgain(ctx, attempt, question, seq),
    submitAttempt: (_, { attempt, timeUp }, ctx) => submitAttempt(ctx, attempt, timeUp),
    markAnswer: (_, { attempt, question, marked, input }, ctx) => markAnswer(ctx, attempt, question, marked, input),
  },
  Quiz: {
    ...clockResolvers.Quiz,
    id: quiz => String(quiz._id),
    section: (quiz, _, ctx) => ctx.load.section.get(quiz.section),
    // The one way out for a key, and only to who may edit.
    editorQuestions: (quiz, _, ctx) => (quizPolicy.edit(ctx.viewer, quiz) ? shownToEditors(quiz) : null),
    // Who sees the questions sees what they should cover.
    coverage: (quiz, _, ctx) => (quizPolicy.edit(ctx.viewer, quiz) ? described.coverage(quiz) : null),
    exported: (quiz, { format }, ctx) => exported(ctx, quiz, format),
    ...statisticsResolvers.Quiz,
    ...reviewedQuiz,
    behaviour: quiz => scoringOf(quiz).behaviour,
    penalty: quiz => scoringOf(quiz).penalty,
    ...structureResolvers.Quiz,
    ...appealResolvers.Quiz,
    ...regradeResolvers.Quiz,
    viewerCan: quiz => quiz,
  },
  BankQuestion: statisticsResolvers.BankQuestion,
  EditorQuestion: { body: question => question, bankQuestion: question => question.bank?.question ?? null },
  QuizAbilities: abilityResolvers(quizPolicy),
  Attempt: {
    ...clockResolvers.Attempt,
    id: attempt => String(attempt._id),
    quiz: (attempt, _, ctx) => ctx.load.quiz.get(attempt.quiz),
    enrolment: (attempt, _, ctx) => ctx.load.enrolment.get(attempt.enrolment),
    questions: (attempt, _, ctx) => questionsOf(ctx, attempt),
    ...reviewedAttempt,
    ...regradeResolvers.Attempt,
    behaviour: attempt => scoringOf(attempt).behaviour,
    penalty: attempt => scoringOf(attempt).penalty,
    ...appealResolvers.Attempt,
    ...structureResolvers.Attempt,
    ...signalResolvers.Attempt,
    viewerCan: attempt => attempt,
  },
  Appeal: appealResolvers.Appeal,
  MarkingSnippet: snippetResolvers.MarkingSnippet,
  AppealAbilities: appealResolvers.AppealAbilities,
  AttemptSignal: signalResolvers.AttemptSignal,
  AttemptAbilities: abilityResolvers(attemptPolicy),
  Regrade: regradeResolvers.Regrade,
  RegradeAbilities: regradeResolvers.RegradeAbilities,
  RegradeChange: regradeResolvers.RegradeChange,
  RegradedAttempt: regradeResolvers.RegradedAttempt,
  RegradedQuestion: regradeResolvers.RegradedQuestion,
  MarkingDesk: { questions: desk => questionsOfDesk(desk), place: (desk, { question, at }) => placeOnDesk(desk, question ?? null, at ?? null) },
  MarkingSlot: { person: ({ person }, _, ctx) => (person ? ctx.load.person.find(person) : null) },
  QuizOverride: clockResolvers.QuizOverride,
  QuizStanding: {
    ...clockResolvers.QuizStanding,
    ...reviewedStanding,
    id: ({ enrolment, quiz }) => `${String(enrolment._id)}.${String(quiz._id)}`,
    canStart: ({ open, enrolment }, _, ctx) => open && enrolmentPolicy.learn(ctx.viewer, enrolment),
  },
  Section: {
    quizzes: async (section, _, ctx) =>
      (await ctx.load.quizzesOfCourse.of(section.course)).filter(quiz => quiz.section.equals(section._id) && quizPolicy.see(ctx.viewer, quiz)),
  },
  Enrolment: {
    // Whoever reaches an enrolment by way of a certificate or a list sees marks only if they may see the enrolment.
    quizzes: (enrolment, _, ctx) => (enrolmentPolicy.see(ctx.viewer, enrolment) ? quizStandings(ctx, enrolment) : []),
    quizMark: (enrolment, _, ctx) => (enrolmentPolicy.see(ctx.viewer, enrolment) ? shownQuizMark(ctx, enrolment) : null),
  },
  Class: {
    ...clockResolvers.Class,
    marking: (cls, { quiz }, ctx) => deskOf(ctx, cls, quiz),
    attempts: async (cls, { quiz, needsReview, ...page }, ctx) => {
      if (!isId(quiz) || !classPolicy.seeLearners(ctx.viewer, cls)) return emptyPage
      const filter = { $and: [visibleAttempts(ctx.viewer), { class: cls._id, quiz, ...(needsReview ? flagged : {}) }] }
      const { nodes, ...rest } = await pageOf<AttemptDoc>(AttemptModel, filter, page)
      return { ...rest, nodes: await Promise.all(nodes.map(attempt => settle(ctx, attempt))) }
    },
  },
}
