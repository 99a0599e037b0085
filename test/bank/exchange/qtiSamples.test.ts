import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../server/lib/root.ts'
import { parseQti } from '../../../server/bank/domain/exchange/qti/read.ts'
import { mediaOf } from '../../../server/bank/domain/media.ts'
import { readFile } from '../../../server/bank/read/file.ts'
import { settle } from '../../../server/bank/read/settle.ts'
import { judge, type ImportRow } from '../../../server/bank/read/judge.ts'

/** Items and packages made by others; what becomes of each was read through by a person and is kept beside this test. */
const samples = join(projectRoot, '../shared/samples')
const expected = readFileSync(join(projectRoot, 'test/bank/exchange/qti.expected.txt'), 'utf8').trim().split('\n')
// Behind the losses: how many pictures and sounds come along.
const line = ({ outcome, losses, problem, question }: ImportRow) => [outcome, question?.kind ?? problem, losses.join(','), question && mediaOf(question).size > 0 ? `+${mediaOf(question).size}` : ''].filter(Boolean).join(' ')
const said = (name: string) => expected.filter(one => one.startsWith(`${name} `)).map(one => one.slice(name.length + 1))
const packed = async (path: string) => (await readFile({ name: path, format: null, file: readFileSync(join(samples, path)) })).rows

// They are not ours to keep in the project: where they do not lie beside it, there is nothing to compare.
if (existsSync(samples)) {
  describe('every item of QTI 2.1 that others made', () => {
    test.each(readdirSync(join(samples, 'qti/qtiworks-items')))('%s', async name => {
      const rows = judge((await settle(parseQti(readFileSync(join(samples, 'qti/qtiworks-items', name), 'utf8')))).parsed)
      expect(rows.map(line)).toEqual(said(`2.1/${name}`))
    })
  })
  test('every item of QTI 2.2', async () => {
    const rows = await packed('qti/instructure-items_2.2.zip')
    expect(rows.map(row => `2.2/${row.part} ${line(row)}`).sort()).toEqual(expected.filter(one => one.startsWith('2.2/')).sort())
  })
  test('a test of QTI 2.1, in its order, with what each answer is worth', async () => {
    const rows = await packed('qti/instructure-test_qti_2.1.zip')
    expect(rows.map(line)).toEqual(['TAKEN TRUE_FALSE', 'SIMPLIFIED SINGLE_CHOICE MATHS,FILES_REFUSED', 'TAKEN MULTIPLE_CHOICE', 'TAKEN SHORT_ANSWER', 'SIMPLIFIED ESSAY POINTS +3'])
    expect(rows[1]!.question!.choices.map(({ text, right }) => [text, right])).toEqual([['1/6', false], ['1/5', false], ['1/4', false], ['1/3', true], ['1/2', false]])
    expect(rows[3]!.question!.patterns.map(({ text, fraction }) => [text, fraction])).toEqual([['Lake Michigan', 1], ['lake michigan', 1], ['lake Michigan', 1], ['Lake michigan', 1], ['Michigan', 0.5], ['michigan', 0.5]])
  })
  test('a course of Canvas: its quiz, once, though it lies there three times', async () => {
    const rows = await packed('cc/canvas-course-1.imscc')
    expect(rows.map(row => [line(row), row.category, row.question!.choices.map(({ text, right }) => `${text}${right ? '!' : ''}`).join('')])).toEqual([['TAKEN SINGLE_CHOICE', 'First Module Quiz 1', 'ABCD!']])
  })
  test.each(['canvas-single-discussion', 'single-page', 'py4e_export', 'canvas-rich-content-cc-file', 'latex', 'canvas-single-assignment', 'canvas_cc_gem_course'])('%s is a course without questions', async name => {
    expect(await packed(`cc/${name}.imscc`)).toEqual([])
  })
}

test('the list names what every sample of items becomes', () => expect(expected.length).toBeGreaterThan(90))
