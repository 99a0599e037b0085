import { blank, openEssay, QUESTIONS_MAX, type Foreign, type ForeignBody, type ForeignChoice, type Parsed, type TextFormat, type Unreadable } from '../foreign.ts'

/**
 * GIFT, Moodle's text format (question/format/gift, 4.5; test/bank/exchange holds it to what Moodle makes of its samples).
 * Questions stand between empty lines; `\` escapes ~ = # { } : and itself.
 */
export function parseGift(source: string): Parsed {
  const questions: Foreign[] = []
  const unreadable: Unreadable[] = []
  let category = ''
  for (const { line, text } of blocks(source)) {
    if (questions.length >= QUESTIONS_MAX) return { questions, unreadable: [...unreadable, { line, code: 'TOO_MANY', facts: { max: QUESTIONS_MAX } }] }
    const command = /^\$CATEGORY:\s*(.*?)\s*$/m.exec(text)
    if (command) category = command[1]!
    const said = text.replace(/^\$CATEGORY:.*$/m, '').trim()
    if (said === '') continue
    const read = readQuestion(hide(said), line)
    if ('code' in read) unreadable.push(read)
    else questions.push({ ...read, category })
  }
  return { questions, unreadable }
}

/** What stands between empty lines, without comments; each with the line it begins at. */
function blocks(source: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = []
  let lines: string[] = []
  let begun = 1
  const close = () => {
    if (lines.length > 0) found.push({ line: begun, text: lines.join('\n') })
    lines = []
  }
  source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/).forEach((line, at) => {
    if (line.trim() === '') return close()
    if (line.trim().startsWith('//')) return undefined
    if (lines.length === 0) begun = at + 1
    lines.push(line)
    return undefined
  })
  close()
  return found
}

const ESCAPABLE = '~=#{}:\\'
/** Escaped characters, out of the way of the signs they would be: in Unicode's private use area. */
const hide = (text: string): string => text
  .replace(/[\uE000-\uE00F]/g, '')
  .replace(/\\([~=#{}:\\])/g, (_, sign: string) => String.fromCharCode(0xe000 + ESCAPABLE.indexOf(sign)))
  .replace(/\\n/g, '\n')
const show = (text: string): string => text.replace(/[\uE000-\uE00F]/g, sign => ESCAPABLE[sign.charCodeAt(0) - 0xe000] ?? '').trim()

function readQuestion(source: string, line: number): Foreign | Unreadable {
  const named = /^::([\s\S]*?)::/.exec(source)
  const rest = (named ? source.slice(named[0].length) : source).trim()
  const open = rest.indexOf('{')
  const close = rest.lastIndexOf('}')
  if ((open < 0) !== (close < 0) || close < open) return { line, code: 'UNCLOSED', facts: {} }
  const around = open < 0 ? rest : close === rest.length - 1 ? rest.slice(0, open) : `${rest.slice(0, open)}_____${rest.slice(close + 1)}`
  const { format, text } = formatOf(around)
  const [answers, feedback = ''] = open < 0 ? [null] : splitOnce(rest.slice(open + 1, close).trim(), '####')
  const body = answers === null ? { kind: 'DESCRIPTION' as const } : readAnswers(answers.trim(), line)
  if ('code' in body) return body
  return { ...blank(line, body), name: named ? show(named[1]!) : '', text: show(text), format, feedback: show(feedback), lost: /@@PLUGINFILE@@|<img\b/i.test(rest) ? ['FILES'] : [] }
}

function formatOf(text: string): { format: TextFormat; text: string } {
  const [, name, rest] = /^\[(html|markdown|plain|moodle)\]([\s\S]*)$/.exec(text.trim()) ?? []
  if (!name) return { format: 'PLAIN', text }
  return { format: name === 'html' ? 'HTML' : name === 'markdown' ? 'MARKDOWN' : 'PLAIN', text: rest! }
}

function readAnswers(source: string, line: number): ForeignBody | Unreadable {
  if (source === '') return openEssay
  if (source.startsWith('#')) return readNumbers(source.slice(1), line)
  if (source.includes('~')) {
    const choices = piecesOf(source.replaceAll('=', '~=')).map(piece => choiceOf(piece, !piece.startsWith('=')))
    const single = source.includes('=')
    if (choices.length < 2) return { line, code: 'NO_ANSWER', facts: {} }
    return choices.some(({ fraction }) => fraction > 0) ? { kind: 'CHOICE', single, choices } : { line, code: 'NO_RIGHT_ANSWER', facts: {} }
  }
  if (source.includes('=') && source.includes('->')) return readPairs(source, line)
  const truth = /^(t|true|f|false)\s*(?:#([\s\S]*))?$/i.exec(source)
  if (truth) {
    const [wrong = '', right = ''] = (truth[2] ?? '').split('#')
    return { kind: 'TRUE_FALSE', right: /^t/i.test(truth[1]!), feedbackWrong: show(wrong), feedbackRight: show(right) }
  }
  const answers = source.split('=').map(piece => piece.trim()).filter(Boolean).map(piece => choiceOf(`=${piece}`, true))
  return answers.length === 0 ? { line, code: 'NO_ANSWER', facts: {} } : { kind: 'SHORT_ANSWER', caseSensitive: false, answers }
}

const piecesOf = (source: string) => source.split('~').map(piece => piece.trim()).filter(Boolean)

/** `=` is wholly right, `%50%` half, neither not at all. What is wholly right among choices has no weight to read (Moodle). */
function choiceOf(piece: string, mayWeigh: boolean): ForeignChoice {
  const right = piece.startsWith('=')
  const said = right ? piece.slice(1).trim() : piece
  const { weight, rest } = mayWeigh ? weightOf(said) : { weight: null, rest: said }
  const [text, feedback = ''] = splitOnce(rest, '#')
  return { text: show(text), fraction: weight ?? (right ? 1 : 0), feedback: show(feedback) }
}

function weightOf(piece: string): { weight: number | null; rest: string } {
  const [whole, percent] = /^%(-?\d+(?:\.\d+)?)%/.exec(piece) ?? []
  return whole ? { weight: Number(percent) / 100, rest: piece.slice(whole.length) } : { weight: null, rest: piece }
}

function splitOnce(text: string, sign: string): [string, string?] {
  const at = text.indexOf(sign)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + sign.length)]
}

function readPairs(source: string, line: number): ForeignBody | Unreadable {
  const pairs = source.split('=').map(piece => piece.trim()).filter(Boolean).map(piece => {
    const [stem, match] = splitOnce(splitOnce(piece, '#')[0], '->')
    return { stem: show(stem), match: show(match ?? '') }
  })
  return pairs.filter(({ match }) => match !== '').length < 2 ? { line, code: 'NO_ANSWER', facts: {} } : { kind: 'MATCHING', pairs }
}

/** `1822:5` is a value and its tolerance, `3.141..3.142` a range; several stand behind `=`, with weights. */
function readNumbers(source: string, line: number): ForeignBody | Unreadable {
  // What stands behind a tilde is said of every other number.
  const [said, rest = ''] = splitOnce(source, '~')
  const feedbackWrong = show(splitOnce(rest, '#')[1] ?? '')
  const trimmed = said.trim()
  const pieces = trimmed.startsWith('=') ? trimmed.split('=').map(piece => piece.trim()).filter(Boolean) : [trimmed]
  const answers = []
  for (const piece of pieces) {
    const { weight, rest } = weightOf(piece)
    const [number, feedback = ''] = splitOnce(rest, '#')
    const [from, to] = splitOnce(number.trim(), '..')
    const [low, high] = [Number(from), to === undefined ? null : Number(to)]
    const [middle, within] = high === null ? splitOnce(show(number), ':').map(text => Number(text ?? 0)) : [(low + high) / 2, Math.abs(high - low) / 2]
    if (number.trim() === '' || !Number.isFinite(middle) || !Number.isFinite(within ?? 0)) return { line, code: 'NOT_A_NUMBER', facts: { text: show(number).slice(0, 40) } }
    answers.push({ value: middle!, tolerance: within ?? 0, fraction: weight ?? 1, feedback: show(feedback) })
  }
  return answers.length === 0 ? { line, code: 'NO_ANSWER', facts: {} } : { kind: 'NUMERIC', answers, units: [], unitPenalty: 0.1, ...(feedbackWrong && { feedbackWrong }) }
}
