import type { Resolvers } from '../graphql.ts'
import { abilityResolvers, ifSeen } from '../lib/policy.ts'
import { bankAbilities, bankPolicy, bankViewerPolicy } from './policy.ts'
import { exportedQuestions, questionTemplate } from './service/exchange/export.ts'
import { mediaOfRow, outcomesOf, previewQuestions, rowsOf } from './service/exchange/preview.ts'
import { importFor, importIntoBank } from './service/exchange/take.ts'
import { bankOwners, bankQuestions, ownerOf } from './service/list.ts'
import { commentBankQuestion, moveBankQuestion, movesOf } from './service/move.ts'
import { shownQuestion } from './service/shown.ts'
import { createBankQuestion, deleteBankQuestion, updateBankQuestion } from './service/write.ts'

export const resolvers: Resolvers = {
  Query: {
    bankQuestions: (_, { filter, ...page }, ctx) => bankQuestions(ctx, filter ?? null, page),
    bankQuestion: async (_, { id }, ctx) => ifSeen(bankPolicy, ctx.viewer, await ctx.load.bankQuestion.find(id)),
    bankOwners: (_, __, ctx) => bankOwners(ctx),
    questionImport: async (_, { id }, ctx) => importFor(ctx, id),
    questionTemplate: (_, __, ctx) => questionTemplate(ctx),
    exportedQuestions: (_, { filter, format }, ctx) => exportedQuestions(ctx, filter ?? null, format),
  },
  Mutation: {
    previewQuestions: (_, { input }, ctx) => previewQuestions(ctx, input),
    importIntoBank: (_, { import: id, hash, except, owner, filing }, ctx) => importIntoBank(ctx, id, hash, except, owner, filing),
    createBankQuestion: (_, { input }, ctx) => createBankQuestion(ctx, input),
    updateBankQuestion: (_, { question, revision, input }, ctx) => updateBankQuestion(ctx, question, revision, input),
    moveBankQuestion: (_, { question, revision, move, reason }, ctx) => moveBankQuestion(ctx, question, revision, move, reason ?? null),
    commentBankQuestion: (_, { question, text }, ctx) => commentBankQuestion(ctx, question, text),
    deleteBankQuestion: (_, { question }, ctx) => deleteBankQuestion(ctx, question),
  },
  QuestionImport: {
    id: found => String(found._id), taken: found => found.taken.length, count: found => found.rows.filter(({ question }) => question).length,
    outcomes: found => outcomesOf(found), rows: (found, page) => rowsOf(found, page),
  },
  QuestionImportRow: { media: row => mediaOfRow(row) },
  BankQuestion: {
    id: question => String(question._id),
    owner: (question, _, ctx) => ownerOf(ctx, question.owner),
    version: (question, _, ctx) => ctx.load.bankVersion.get(question.version),
    versions: (question, _, ctx) => ctx.load.versionsOfBankQuestion.of(question._id),
    moves: (question, _, ctx) => movesOf(ctx, question),
    viewerCan: question => question,
  },
  BankQuestionAbilities: abilityResolvers(bankAbilities),
  BankVersion: { id: version => String(version._id), question: version => shownQuestion(version), by: (version, _, ctx) => ctx.load.person.find(version.by) },
  Question: { hints: question => question.hints ?? [], outcomeFeedback: question => question.outcomeFeedback ?? null },
  // Absent where nothing is said, and from gaps.
  QuestionChoice: { feedback: ({ feedback }: { feedback?: string }) => feedback ?? '' },
  Pattern: { feedback: ({ feedback }: { feedback?: string }) => feedback ?? '' },
  BankComment: { by: (comment, _, ctx) => ctx.load.person.find(comment.by) },
  BankStep: { by: (step, _, ctx) => ctx.load.person.find(step.by) },
  ViewerAbilities: abilityResolvers(bankViewerPolicy),
}
