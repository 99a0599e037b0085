import assert from 'node:assert/strict'
import { addDays, dayOf } from '../../server/lib/days.ts'
import type { Client } from '../support/client.ts'

const COURSES = `query ($search: String) { courses(search: $search) { nodes { id version { id }
  sections { id subject { id title } quizzes { id revision ready } practicums { id revision ready } } } } }`

/** What publishing compiled, filled by the author with a lesson for each section, five questions, and a rubric. */
export async function fill(author: Client, version: string) {
  const { courses } = await author.ok(COURSES, { search: 'PLT-UJI-01' })
  const course = courses.nodes.find((node: { version: { id: string } }) => node.version.id === version)
  assert.equal(course.sections.length, 2)
  for (const section of course.sections) {
    await author.ok('mutation ($section: ID!, $input: LessonInput!) { createLesson(section: $section, input: $input) { id } }', {
      section: section.id, input: { title: section.subject.title, kind: 'TEXT', minutes: 45, body: '<p>Indeks dihitung dari <strong>sembilan unsur</strong>.</p><script>alert(1)</script>' },
    })
  }
  const quiz = course.sections.flatMap((section: any) => section.quizzes)[0]
  const practicum = course.sections.flatMap((section: any) => section.practicums)[0]
  for (const body of questions) {
    await author.ok('mutation ($quiz: ID!, $input: QuestionInput!) { addQuestion(quiz: $quiz, input: $input) { questionCount } }', { quiz: quiz.id, input: { body } })
  }
  await author.ok('mutation ($practicum: ID!, $revision: Int!, $input: PracticumInput!) { updatePracticum(practicum: $practicum, revision: $revision, input: $input) { ready } }', {
    practicum: practicum.id, revision: practicum.revision, input: {
      title: 'Mengolah 30 kuesioner', instructions: '<p>Hitung NRR tiap unsur dan IKM, lalu tulis tiga rekomendasi.</p>',
      maxFiles: 3, acceptedTypes: ['application/pdf'], revisionsAllowed: 2, rubric: [criterion('Ketepatan hitungan', 60), criterion('Rekomendasi', 40)],
    },
  })
  return { course: course.id as string, quiz: quiz.id as string, practicum: practicum.id as string }
}

const questions = [
  { kind: 'SINGLE_CHOICE', text: 'Berapa unsur SKM?', points: 1, choices: [{ text: '9', right: true }, { text: '14', right: false }] },
  { kind: 'MULTIPLE_CHOICE', text: 'Mana yang termasuk unsur?', points: 2, choices: [{ text: 'Waktu penyelesaian', right: true }, { text: 'Biaya/tarif', right: true }, { text: 'Jumlah pegawai', right: false }] },
  { kind: 'TRUE_FALSE', text: 'IKM tertinggi adalah 100.', points: 1, right: true },
  { kind: 'SHORT_ANSWER', text: 'Singkatan nilai rata-rata?', points: 1, patterns: [{ text: 'NRR' }] },
  { kind: 'NUMERIC', text: 'NRR 3,00 pada semua unsur memberi IKM berapa?', points: 1, number: { value: 75, tolerance: 0.01 } },
]

const criterion = (title: string, weight: number) => ({
  title, weight, levels: ['Kurang', 'Cukup', 'Baik', 'Sangat Baik'].map((label, index) => ({ label, description: `${title}: ${label}`, points: index + 1 })),
})

/** A class that runs from today, with its instructor and one learner by CSV; the other enrols alone. */
export async function openClass(officer: Client, course: string, instructor: string, nip: string) {
  const today = dayOf(new Date())
  const { createClass } = await officer.ok('mutation ($input: ClassInput!) { createClass(input: $input) { id status } }', {
    input: {
      course, name: 'Angkatan I', startsOn: today, endsOn: addDays(today, 30), enrolmentOpensOn: addDays(today, -1), enrolmentClosesOn: addDays(today, 5),
      quota: 2, venue: 'Aula BKPSDM', mode: 'BLENDED',
    },
  })
  const id: string = createClass.id
  await officer.ok('mutation ($class: ID!, $person: ID!) { assignInstructor(class: $class, person: $person) { instructors { id } } }', { class: id, person: instructor })
  const csv = `\ufeffnama;nip\nPeserta CSV;${nip}\nSalah;19860966\nUlang;${nip}\n`
  const { enrolByCsv } = await officer.ok('mutation ($class: ID!, $csv: String!) { enrolByCsv(class: $class, csv: $csv) { enrolled refused rows { line outcome code } } }', { class: id, csv })
  assert.equal(enrolByCsv.enrolled, 1)
  assert.equal(enrolByCsv.refused, 2)
  return id
}
