import type { Router } from 'express'
import type { WebServices } from '../domain.ts'
import { sendFile } from '../file/index.ts'
import { lessonPolicy } from './policy.ts'

/** Files of lessons, for those who may see the lesson; for all others there is nothing. */
export function courseRoutes(router: Router, services: WebServices): void {
  router.get('/lessons/:lesson/file', async (req, res) => {
    const ctx = await services.contextOf(req, res)
    const lesson = await ctx.load.lesson.find(req.params.lesson)
    const course = lesson && (await ctx.load.course.find(lesson.course))
    const file = course && lesson.file && lessonPolicy.see(ctx.viewer, course) ? await ctx.load.file.find(lesson.file) : null
    if (!file) {
      res.status(404).json({ code: 'NOT_FOUND', facts: {} })
      return
    }
    await sendFile(req, res, file)
  })
}
