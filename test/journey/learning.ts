import assert from 'node:assert/strict'
import PDFDocument from 'pdfkit'
import type { Client } from '../support/client.ts'
import { upload } from '../support/upload.ts'

type Course = { class: string; quiz: string; practicum: string }

/** Enrols, studies every lesson, and sees progress reach one. Gives the enrolment's id. */
export async function study(learner: Client, { class: id }: Course): Promise<string> {
  const { enrol } = await learner.ok('mutation ($class: ID!) { enrol(class: $class) { id state } }', { class: id })
  assert.equal(enrol.state, 'ENROLLED')
  assert.equal(await learner.refused('mutation ($class: ID!) { enrol(class: $class) { id } }', { class: id }), 'ALREADY_ENROLLED')
  let progress = 0
  for (;;) {
    const { enrolment } = await learner.ok('query ($id: ID!) { enrolment(id: $id) { progress nextLesson { id body } } }', { id: enrol.id })
    progress = enrolment.progress
    if (!enrolment.nextLesson) break
    assert.ok(!enrolment.nextLesson.body.includes('<script'))
    await learner.ok('mutation ($e: ID!, $l: ID!) { completeLesson(enrolment: $e, lesson: $l) { progress } }', { e: enrol.id, l: enrolment.nextLesson.id })
  }
  assert.equal(progress, 1)
  return enrol.id
}

const ATTEMPT = 'id state mark passed questions { id kind text seq choices { id text } }'

/** Takes the quiz with every answer right, from what the learner is shown alone. */
export async function takeQuiz(learner: Client, { quiz }: Course, enrolment: string): Promise<number> {
  const { startAttempt } = await learner.ok(`mutation ($quiz: ID!, $enrolment: ID!) { startAttempt(quiz: $quiz, enrolment: $enrolment) { ${ATTEMPT} } }`, { quiz, enrolment })
  assert.ok(!JSON.stringify(startAttempt).includes('"right"'))
  const SAVE = 'mutation ($attempt: ID!, $question: ID!, $seq: Int!, $answer: AnswerInput!) { saveAnswer(attempt: $attempt, question: $question, seq: $seq, answer: $answer) { seq } }'
  for (const question of startAttempt.questions) {
    const variables = { attempt: startAttempt.id, question: question.id, seq: question.seq, answer: answerTo(question) }
    await learner.ok(SAVE, variables)
  }
  const [first] = startAttempt.questions
  assert.equal(await learner.refused(SAVE, { attempt: startAttempt.id, question: first.id, seq: 7, answer: answerTo(first) }), 'ANSWERED_ELSEWHERE')
  const { submitAttempt } = await learner.ok(`mutation ($attempt: ID!) { submitAttempt(attempt: $attempt) { ${ATTEMPT} } }`, { attempt: startAttempt.id })
  assert.equal(submitAttempt.mark, 1)
  assert.equal(await learner.refused(SAVE, { attempt: startAttempt.id, question: first.id, seq: 1, answer: answerTo(first) }), 'ATTEMPT_CLOSED')
  return submitAttempt.mark
}

type Shown = { kind: string; choices: { id: string; text: string }[] }
const right = ['9', 'Waktu penyelesaian', 'Biaya/tarif']

function answerTo({ kind, choices }: Shown) {
  if (kind === 'TRUE_FALSE') return { truth: true }
  if (kind === 'SHORT_ANSWER') return { text: ' nrr ' }
  if (kind === 'NUMERIC') return { number: 75 }
  return { choices: choices.filter(choice => right.includes(choice.text)).map(choice => choice.id) }
}

/** Evidence handed in, returned once, handed in again, and graded by the instructor. Gives the mark. */
export async function practise(learner: Client, instructor: Client, { practicum }: Course, enrolment: string): Promise<number> {
  const { openSubmission } = await learner.ok('mutation ($p: ID!, $e: ID!) { openSubmission(practicum: $p, enrolment: $e) { id revision } }', { p: practicum, e: enrolment })
  const submission: string = openSubmission.id
  const file = await upload(learner, 'olah-data-skm.pdf', await aPdf())
  const added = await learner.ok('mutation ($s: ID!, $f: ID!) { addEvidence(submission: $s, file: $f) { revision evidence { url type } } }', { s: submission, f: file })
  assert.equal(added.addEvidence.evidence[0].type, 'application/pdf')
  const submit = async (revision: number) =>
    (await learner.ok('mutation ($s: ID!, $r: Int!) { submitPracticum(submission: $s, revision: $r) { state revision rubric { criteria { id levels { id } } } } }', { s: submission, r: revision })).submitPracticum
  const first = await submit(added.addEvidence.revision)
  const { gradingQueue } = await instructor.ok('query { gradingQueue { total nodes { id } } }')
  assert.ok(gradingQueue.nodes.some((node: { id: string }) => node.id === submission))
  const { returnSubmission } = await instructor.ok('mutation ($s: ID!, $r: Int!, $reason: String!) { returnSubmission(submission: $s, revision: $r, reason: $reason) { state revision } }', { s: submission, r: first.revision, reason: 'Rekomendasi belum lengkap.' })
  assert.equal(returnSubmission.state, 'RETURNED')
  const second = await submit(returnSubmission.revision)
  const criteria = second.rubric.criteria.map((criterion: any) => ({ criterion: criterion.id, level: criterion.levels.at(-1).id, comment: 'Tepat.' }))
  const GRADE = 'mutation ($s: ID!, $r: Int!, $input: GradingInput!) { gradeSubmission(submission: $s, revision: $r, input: $input) { state mark } }'
  assert.ok(['FORBIDDEN', 'OWN_SUBMISSION'].includes(await learner.refused(GRADE, { s: submission, r: second.revision, input: { criteria } })))
  const { gradeSubmission } = await instructor.ok(GRADE, { s: submission, r: second.revision, input: { criteria, comment: 'Baik sekali.' } })
  assert.equal(gradeSubmission.state, 'GRADED')
  const evidence = await instructor.fetch(added.addEvidence.evidence[0].url)
  assert.equal(evidence.status, 200)
  return gradeSubmission.mark
}

function aPdf(): Promise<Buffer> {
  const document = new PDFDocument()
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  document.text('IKM 83,33 - mutu B')
  document.end()
  return new Promise(resolve => document.on('end', () => resolve(Buffer.concat(parts))))
}

/** One meeting held, with everybody there. */
export async function attend(instructor: Client, id: string): Promise<void> {
  const { createMeeting } = await instructor.ok('mutation ($class: ID!, $input: MeetingInput!) { createMeeting(class: $class, input: $input) { meetings { id } enrolments { nodes { person { id } } } } }', {
    class: id, input: { title: 'Pertemuan 1', startsAt: new Date().toISOString(), hours: 4 },
  })
  const marks = createMeeting.enrolments.nodes.map((node: { person: { id: string } }) => ({ person: node.person.id, present: true }))
  await instructor.ok('mutation ($meeting: ID!, $marks: [AttendanceMark!]!) { recordAttendance(meeting: $meeting, marks: $marks) { id } }', { meeting: createMeeting.meetings[0].id, marks })
}
