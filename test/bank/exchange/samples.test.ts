import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../server/lib/root.ts'
import { adopt } from '../../../server/bank/domain/exchange/adopt.ts'
import { parseAiken } from '../../../server/bank/domain/exchange/aiken.ts'
import type { Foreign } from '../../../server/bank/domain/exchange/foreign.ts'
import { parseGift } from '../../../server/bank/domain/exchange/gift/read.ts'
import { parseMoodleXml } from '../../../server/bank/domain/exchange/moodle/read.ts'

/**
 * Files made by other systems, and what Moodle 4.5.1's own importer made of them. They are not ours to copy: they lie
 * beside the checkout where the project is worked on, and these tests run where they are.
 */
const samples = join(projectRoot, '../shared/samples')
const here = existsSync(samples)
const parsers = { gift: parseGift, xml: parseMoodleXml, aiken: parseAiken }
const folderOf = { gift: 'gift', xml: 'moodlexml', aiken: 'aiken' }
type Moodle = { qtype: string; questiontext: string; single?: number; answer?: unknown; fraction?: (number | string)[]; correctanswer?: unknown; tolerance?: string[]; subquestions?: { text: string }[]; subanswers?: unknown[]; options?: { questions: Record<string, Moodle & { defaultmark: string }> } }

const textOf = (value: unknown): string => (typeof value === 'object' && value !== null ? String((value as { text: unknown }).text) : String(value ?? ''))
// Where a picture or sound is found is said in other words; that it is there, and its own words, are the same.
const plain = (text: string) => text.replace(/<img\b[^>]*\balt="([^"]*)"[^>]*>/g, '<img $1>').replace(/<a href="@@PLUGINFILE@@[^>]*>(.*?)<\/a>/g, '$1').replace(/ <audio[^>]*><\/audio>/g, '').replace(/\s+/g, ' ').trim()
// Moodle keeps Aiken's plain text escaped, as HTML; we keep it plain.
const unescape = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : Object.values((value ?? {}) as object))
const round = (value: number | string) => Math.round(Number(value) * 1e5) / 1e5

/** What Moodle read, in our words. */
function said(question: Moodle): object {
  const text = plain(textOf(question.questiontext))
  const answers = list(question.answer).map(textOf).map(plain)
  const fractions = (question.fraction ?? []).map(round)
  switch (question.qtype) {
    case 'multichoice': return { text, kind: 'CHOICE', single: Boolean(Number(question.single)), answers, fractions }
    case 'shortanswer': return { text, kind: 'SHORT_ANSWER', answers, fractions }
    case 'numerical': return { text, kind: 'NUMERIC', answers: answers.map(Number), fractions, tolerances: question.tolerance!.map(round) }
    case 'truefalse': return { text, kind: 'TRUE_FALSE', right: Boolean(Number(question.correctanswer)) }
    case 'match': return { text, kind: 'MATCHING', stems: question.subquestions!.map(({ text: stem }) => plain(stem)), matches: list(question.subanswers).map(textOf).map(plain) }
    case 'multianswer': return {
      text: text.replace(/\{#(\d+)\}/g, '[[g$1]]'), kind: 'CLOZE',
      gaps: Object.values(question.options!.questions).map(gap => [gap.qtype, Number(gap.defaultmark), list(gap.answer).map(textOf).map(plain), (gap.fraction ?? []).map(round)]),
    }
    default: return { text, kind: question.qtype === 'essay' ? 'ESSAY' : 'OTHER' }
  }
}
/** The same of what we read. */
function ours({ text: raw, body }: Foreign): object {
  const text = plain(raw)
  switch (body.kind) {
    case 'CHOICE': return { text, kind: body.kind, single: body.single, answers: body.choices.map(one => plain(one.text)), fractions: body.choices.map(one => round(one.fraction)) }
    case 'SHORT_ANSWER': return { text, kind: body.kind, answers: body.answers.map(one => plain(one.text)), fractions: body.answers.map(one => round(one.fraction)) }
    case 'NUMERIC': return { text, kind: body.kind, answers: body.answers.map(one => one.value), fractions: body.answers.map(one => round(one.fraction)), tolerances: body.answers.map(one => round(one.tolerance)) }
    case 'TRUE_FALSE': return { text, kind: body.kind, right: body.right }
    case 'MATCHING': return { text, kind: body.kind, stems: body.pairs.map(one => plain(one.stem)), matches: body.pairs.map(one => plain(one.match)) }
    case 'CLOZE': return { text, kind: 'CLOZE', gaps: body.gaps.map(gap => {
      const answers = gap.kind === 'NUMBER' ? gap.numbers.map(one => ({ ...one, text: String(one.value) })) : gap.answers
      return [{ TEXT: 'shortanswer', NUMBER: 'numerical', CHOICE: 'multichoice' }[gap.kind], gap.weight, answers.map(one => plain(one.text)), answers.map(one => round(one.fraction))]
    }) }
    default: return { text, kind: body.kind === 'ESSAY' ? 'ESSAY' : 'OTHER' }
  }
}

const files = here ? readdirSync(join(samples, 'expected-moodle')).map(name => [name] as const) : []
describe('a file of our own', () => {
  test('names its category, its points, its tags, and what each answer is worth', () => {
    const { questions, unreadable } = parseMoodleXml(`<?xml version="1.0"?><quiz>
      <question type="category"><category><text>$course$/Layanan/Dasar</text></category></question>
      <question type="shortanswer"><name><text>Ibu kota</text></name><questiontext format="html"><text><![CDATA[<p>Ibu kota?</p>]]></text></questiontext>
        <defaultgrade>2.5</defaultgrade><usecase>1</usecase><answer fraction="100"><text>Medan</text></answer><answer fraction="50"><text>Deli</text></answer>
        <tags><tag><text>kota</text></tag></tags></question></quiz>`)
    expect(unreadable).toEqual([])
    expect(questions).toEqual([expect.objectContaining({
      line: 3, name: 'Ibu kota', text: '<p>Ibu kota?</p>', format: 'HTML', points: 2.5, category: 'Layanan/Dasar', tags: ['kota'],
      body: { kind: 'SHORT_ANSWER', caseSensitive: true, answers: [{ text: 'Medan', fraction: 1, feedback: '' }, { text: 'Deli', fraction: 0.5, feedback: '' }] },
    })])
  })
})

// They are not ours to keep in the project: where they do not lie beside it, there is nothing to compare.
if (here) describe('what Moodle reads, we read alike', () => {
  test.each(files)('%s', name => {
    const [, format, file] = /^(gift|xml|aiken)--(.*)\.json$/.exec(name) as unknown as [string, keyof typeof parsers, string]
    const expected = (JSON.parse(readFileSync(join(samples, 'expected-moodle', name), 'utf8'), (_, value) => (format === 'aiken' && typeof value === 'string' ? unescape(value) : value)) as Moodle[]).filter(({ qtype }) => qtype !== 'category')
    const { questions, unreadable } = parsers[format](readFileSync(join(samples, folderOf[format], file), 'utf8'))
    expect(unreadable).toEqual([])
    expect(questions.map(ours)).toEqual(expected.map(said))
    expect(questions).toHaveLength(expected.length)
    for (const question of questions) expect(() => adopt(question)).not.toThrow()
  })
})
