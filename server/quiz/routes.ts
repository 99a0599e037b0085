import type { Response, Router } from 'express'
import { MEDIA, mediaOf } from '../bank/index.ts'
import type { WebServices } from '../domain.ts'
import { sendFile } from '../file/index.ts'
import { attemptPolicy, quizPolicy } from './policy.ts'
import { answerPurpose } from './service/answerFiles.ts'
import { questionsUnderAppeal } from './service/appealShown.ts'
import { lateOf } from './service/lateAnswers.ts'
import { questionsOf } from './service/review.ts'
import { shownToEditors } from './service/shown.ts'

/**
 * Pictures and sounds of questions, for their editors and for who sees an attempt that asks them; files handed in as an
 * answer, for who sees that attempt or judges an appeal against it. What one is not sent one is not served, and what a file is kept for must be this: an
 * id that somebody wrote into a question or an answer opens nothing. For all others there is nothing.
 */
export function quizRoutes(router: Router, services: WebServices): void {
  router.get('/quiz-files/:quiz/:file', async (req, res) => {
    const ctx = await services.contextOf(req, res)
    const quiz = await ctx.load.quiz.find(req.params.quiz)
    const seen = quiz !== null && quizPolicy.edit(ctx.viewer, quiz) && shownToEditors(quiz).some(question => mediaOf(question).has(req.params.file))
    const file = seen ? await ctx.load.file.find(req.params.file) : null
    if (file?.purpose !== MEDIA) return nothing(res)
    await sendFile(req, res, file)
  })

  router.get('/attempt-files/:attempt/:file', async (req, res) => {
    const ctx = await services.contextOf(req, res)
    const attempt = await ctx.load.attempt.find(req.params.attempt)
    const id = req.params.file
    const shown = attempt ? await (attemptPolicy.see(ctx.viewer, attempt) ? questionsOf : questionsUnderAppeal)(ctx, attempt) : []
    const late = attempt && attemptPolicy.see(ctx.viewer, attempt) ? (await lateOf(attempt)).flatMap(({ answer }) => answer?.files ?? []) : []
    const answered = [...shown.flatMap(({ answerFiles }) => answerFiles.map(({ _id }) => String(_id))), ...late]
    const use = shown.some(question => mediaOf(question).has(id)) ? MEDIA : answered.includes(id) ? answerPurpose(attempt!) : null
    const file = use ? await ctx.load.file.find(id) : null
    if (!file || file.purpose !== use) return nothing(res)
    await sendFile(req, res, file)
  })
}

function nothing(res: Response): void {
  res.status(404).json({ code: 'NOT_FOUND', facts: {} })
}
