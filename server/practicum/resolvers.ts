import { classPolicy, enrolmentPolicy } from '../course/index.ts'
import type { Resolvers } from '../graphql.ts'
import { isId } from '../lib/mongo.ts'
import { emptyPage, pageOf } from '../lib/page.ts'
import { abilityResolvers, ifSeen, signedIn } from '../lib/policy.ts'
import { SubmissionModel, type SubmissionDoc } from './model.ts'
import { awaiting, practicumPolicy, submissionPolicy, visibleSubmissions } from './policy.ts'
import { updatePracticum } from './service/edit.ts'
import { grade, returnSubmission } from './service/judge.ts'
import { oldestFirst } from './service/queue.ts'
import { levelsOf, practicumMarkOf, practicumStandings } from './service/standing.ts'
import { addEvidence, isReady, openSubmission, removeEvidence, saveNote, submit } from './service/work.ts'

export const resolvers: Resolvers = {
  Query: {
    practicum: async (_, { id }, ctx) => ifSeen(practicumPolicy, ctx.viewer, await ctx.load.practicum.find(id)),
    submission: async (_, { id }, ctx) => ifSeen(submissionPolicy, ctx.viewer, await ctx.load.submission.find(id)),
    gradingQueue: (_, { class: group, ...page }, ctx) => {
      signedIn(ctx.viewer)
      if (group && !isId(group)) return emptyPage
      return oldestFirst({ $and: [awaiting(ctx.viewer), group ? { class: group } : {}] }, page)
    },
  },
  Mutation: {
    updatePracticum: (_, { practicum, revision, input }, ctx) => updatePracticum(ctx, practicum, revision, input),
    openSubmission: (_, { practicum, enrolment }, ctx) => openSubmission(ctx, practicum, enrolment),
    addEvidence: (_, { submission, file }, ctx) => addEvidence(ctx, submission, file),
    removeEvidence: (_, { submission, file }, ctx) => removeEvidence(ctx, submission, file),
    saveSubmissionNote: (_, { submission, note, link }, ctx) => saveNote(ctx, submission, note, link),
    submitPracticum: (_, { submission, revision }, ctx) => submit(ctx, submission, revision),
    returnSubmission: (_, { submission, revision, reason }, ctx) => returnSubmission(ctx, submission, revision, reason),
    gradeSubmission: (_, { submission, revision, input }, ctx) => grade(ctx, submission, revision, input),
  },
  Practicum: {
    id: practicum => String(practicum._id),
    section: (practicum, _, ctx) => ctx.load.section.get(practicum.section),
    maxFileSize: (_, __, ctx) => ctx.env.UPLOAD_MAX_MB * 1024 * 1024,
    ready: practicum => isReady(practicum),
    skeleton: ({ skeleton }) => skeleton === true,
    viewerCan: practicum => practicum,
  },
  PracticumAbilities: abilityResolvers(practicumPolicy),
  Submission: {
    id: submission => String(submission._id),
    practicum: (submission, _, ctx) => ctx.load.practicum.get(submission.practicum),
    enrolment: (submission, _, ctx) => ctx.load.enrolment.get(submission.enrolment),
    evidence: async (submission, _, ctx) => {
      const files = await Promise.all(submission.evidence.map(id => ctx.load.file.find(id)))
      return files.flatMap(file => (file ? [{ ...file, url: `/submissions/${submission._id}/files/${file._id}` }] : []))
    },
    rubric: async (submission, _, ctx) => submission.rubric ?? (await ctx.load.practicum.get(submission.practicum)).rubric,
    viewerCan: submission => submission,
  },
  SubmissionAbilities: abilityResolvers(submissionPolicy),
  Criterion: { levels: levelsOf },
  SubmissionStep: { by: ({ by }, _, ctx) => ctx.load.person.find(by) },
  Grading: { by: ({ by }, _, ctx) => ctx.load.person.find(by) },
  PracticumStanding: { id: ({ enrolment, practicum }) => `${String(enrolment._id)}.${String(practicum._id)}` },
  Section: {
    practicums: async (section, _, ctx) =>
      (await ctx.load.practicumsOfCourse.of(section.course)).filter(one => one.section.equals(section._id) && practicumPolicy.see(ctx.viewer, one)),
  },
  Enrolment: {
    practicums: (enrolment, _, ctx) => (enrolmentPolicy.see(ctx.viewer, enrolment) ? practicumStandings(ctx, enrolment) : []),
    practicumMark: (enrolment, _, ctx) => (enrolmentPolicy.see(ctx.viewer, enrolment) ? practicumMarkOf(ctx, enrolment) : null),
  },
  Class: {
    submissions: (cls, { state, ...page }, ctx) => {
      if (!classPolicy.seeLearners(ctx.viewer, cls)) return emptyPage
      return pageOf<SubmissionDoc>(SubmissionModel, { $and: [visibleSubmissions(ctx.viewer), { class: cls._id }, state ? { state } : {}] }, page)
    },
    waitingForGrading: (cls, _, ctx) => (classPolicy.seeLearners(ctx.viewer, cls) ? ctx.load.waitingInClass.load(String(cls._id)) : 0),
  },
}
