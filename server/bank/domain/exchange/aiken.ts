import { blank, QUESTIONS_MAX, type Foreign, type Parsed, type Unreadable } from './foreign.ts'

const CHOICE = /^([A-Z])[.)]\s+(.*)$/
const ANSWER = /^ANSWER:\s*([A-Z])\s*$/i

/** Aiken: a line that asks, lines `A) …`, and `ANSWER: A` (question/format/aiken of Moodle 4.5). */
export function parseAiken(source: string): Parsed {
  const questions: Foreign[] = []
  const unreadable: Unreadable[] = []
  let asked: { line: number; text: string[]; choices: { letter: string; text: string }[] } | null = null
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim()
    const answer = ANSWER.exec(line)
    const choice = CHOICE.exec(line)
    if (line === '' && asked === null) continue
    if (answer && asked) {
      const read = close(asked, answer[1]!.toUpperCase())
      if ('code' in read) unreadable.push(read)
      else if (questions.length < QUESTIONS_MAX) questions.push(read)
      else return { questions, unreadable: [...unreadable, { line: at + 1, code: 'TOO_MANY', facts: { max: QUESTIONS_MAX } }] }
      asked = null
    } else if (answer) unreadable.push({ line: at + 1, code: 'NO_ANSWER', facts: {} })
    else if (choice && asked) asked.choices.push({ letter: choice[1]!, text: choice[2]! })
    else if (asked && asked.choices.length > 0 && line !== '') {
      // A question that never said its answer ends where the next begins.
      unreadable.push({ line: asked.line, code: 'NO_RIGHT_ANSWER', facts: {} })
      asked = { line: at + 1, text: [line], choices: [] }
    } else if (line !== '') {
      if (asked) asked.text.push(line)
      else asked = { line: at + 1, text: [line], choices: [] }
    }
  }
  if (asked) unreadable.push({ line: asked.line, code: 'NO_RIGHT_ANSWER', facts: {} })
  return { questions, unreadable }
}

function close({ line, text, choices }: { line: number; text: string[]; choices: { letter: string; text: string }[] }, right: string): Foreign | Unreadable {
  if (choices.length < 2) return { line, code: 'NO_ANSWER', facts: {} }
  if (!choices.some(({ letter }) => letter === right)) return { line, code: 'NO_RIGHT_ANSWER', facts: { letter: right } }
  const body = { kind: 'CHOICE' as const, single: true, choices: choices.map(({ letter, text: said }) => ({ text: said, fraction: letter === right ? 1 : 0, feedback: '' })) }
  return { ...blank(line, body), text: text.join(' ') }
}
