import { expect, test } from '@jest/globals'
import { parseMoodleXml } from '../../../server/bank/domain/exchange/moodle/read.ts'
import { judge } from '../../../server/bank/read/judge.ts'

/** What becomes of one question as Moodle writes it. */
const one = (type: string, text: string, rest: string) => judge(parseMoodleXml(`<quiz><question type="${type}"><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${rest}</question></quiz>`))[0]!
const answer = (text: string, fraction = 100, more = '') => `<answer fraction="${fraction}" format="html"><text><![CDATA[${text}]]></text>${more}</answer>`

test('gaps in a text keep their kind, their weight and what each answer is worth', () => {
  const { question, losses } = one('cloze', '<p>Ibu kota {1:SHORTANSWER_C:=Medan~%50%Kota Medan#Hampir} berpenduduk {2:NM:=2.5:0.1} juta, {:MC:Aceh~=Riau} di sampingnya.</p>', '')
  expect(question).toMatchObject({ kind: 'CLOZE', caseSensitive: true, text: '<p>Ibu kota [[g1]] berpenduduk [[g2]] juta, [[g3]] di sampingnya.</p>', gaps: [
    { kind: 'TEXT', weight: 1, patterns: [{ text: 'Medan', fraction: 1 }, { text: 'Kota Medan', fraction: 0.5 }] }, { kind: 'NUMBER', weight: 2, number: { value: 2.5, tolerance: 0.1 } },
    { kind: 'CHOICE', weight: 1, choices: [{ text: 'Aceh', right: false }, { text: 'Riau', right: true }] },
  ] })
  expect(losses).toEqual(['ANSWER_FEEDBACK'])
})
test('a sign kept by a backslash or an entity parts no answer', () => expect(one('cloze', 'Isi {1:SA:=a\\~b\\}c&#39;d~lain}', '').question!.gaps[0]!.patterns[0]!.text).toBe("a~b}c'd"))
test('a kind of gap that cannot be asked here is named', () => expect(one('cloze', 'Isi {1:MULTIRESPONSE:=a~=b}', '')).toMatchObject({ outcome: 'UNSUPPORTED', problem: 'cloze MULTIRESPONSE' }))
test('words chosen into a text are gaps, each among the words of its group', () => {
  const option = (text: string, group: number) => `<selectoption><text>${text}</text><group>${group}</group></selectoption>`
  expect(one('gapselect', 'Di [[2]] ada [[3]].', option('Medan', 1) + option('Aceh', 1) + option('sawah', 2) + option('laut', 2)).question).toMatchObject({
    text: 'Di [[g1]] ada [[g2]].', gaps: [{ choices: [{ text: 'Medan', right: false }, { text: 'Aceh', right: true }] }, { choices: [{ text: 'sawah', right: true }, { text: 'laut', right: false }] }],
  })
})
test('an order is kept with how it is marked, or says that it is marked our way', () => {
  const items = answer('satu', 1) + answer('dua', 2)
  expect(one('ordering', 'Urutkan', `<gradingtype>ABSOLUTE_POSITION</gradingtype>${items}`)).toMatchObject({ losses: [], question: { ordering: { scoring: 'PLACES', items: [{ text: 'satu' }, { text: 'dua' }] } } })
  expect(one('ordering', 'Urutkan', `<gradingtype>RELATIVE_TO_CORRECT</gradingtype>${items}`)).toMatchObject({ losses: ['PART_MARKS'], question: { ordering: { scoring: 'SUBSEQUENCE' } } })
})
test('a calculated question keeps its formula and what its numbers are drawn from', () => {
  const set = (name: string) => `<dataset_definition><name><text>${name}</text></name><minimum><text>1</text></minimum><maximum><text>10</text></maximum><decimals><text>1</text></decimals><itemcount>10</itemcount></dataset_definition>`
  const { question } = one('calculated', 'Luas {a} kali {b}?', answer('{a}*{b}+log(pi())', 100, '<tolerance>0.01</tolerance><tolerancetype>1</tolerancetype>') + `<dataset_definitions>${set('a')}${set('b')}</dataset_definitions>`)
  expect(question!.calculated).toMatchObject({ formula: 'a*b+ln(pi)', variants: 10, variables: [{ name: 'a', min: 1, max: 10, decimals: 1 }, { name: 'b' }], answer: { tolerance: 0.01, toleranceKind: 'RELATIVE' } })
})
test('units are kept as how many of the first each is; what costs nothing there costs nothing here', () => {
  const unit = (name: string, multiplier: number) => `<unit><multiplier>${multiplier}</multiplier><unit_name>${name}</unit_name></unit>`
  expect(one('numerical', 'Berapa?', `${answer('2')}<unitgradingtype>0</unitgradingtype><units>${unit('kg', 1)}${unit('g', 1000)}</units>`).question!.number).toMatchObject({ unit: 'kg', units: [{ name: 'g', multiplier: 0.001 }], unitPenalty: 0 })
})
test('an essay keeps its limits; files alone are a question of files, files beside a text are named', () => {
  expect(one('essay', 'Uraikan', '<minwordlimit>50</minwordlimit><maxwordlimit>300</maxwordlimit><responsetemplate format="html"><text>&lt;p&gt;Satu&lt;/p&gt;&lt;p&gt;Dua&lt;/p&gt;</text></responsetemplate><attachments>2</attachments>'))
    .toMatchObject({ losses: ['ATTACHMENTS'], question: { essay: { minWords: 50, maxWords: 300, template: 'Satu\nDua' } } })
  expect(one('essay', 'Unggah', '<responseformat>noinline</responseformat><attachments>3</attachments><filetypeslist>.pdf,image</filetypeslist>').question).toMatchObject({ kind: 'FILE', file: { maxFiles: 3, accept: ['PDF', 'IMAGE'] } })
})
test('hints between tries are kept, in their order', () => {
  const hints = '<hint format="html"><text>&lt;p&gt;Satu&lt;/p&gt;</text><shownumcorrect/></hint><hint format="html"><text>&lt;p&gt;Dua&lt;/p&gt;</text><clearwrong/></hint>'
  expect(one('shortanswer', 'Ibu kota?', answer('Medan') + hints)).toMatchObject({ losses: [], question: { hints: [{ text: '<p>Satu</p>', showCount: true, clearWrong: false }, { text: '<p>Dua</p>', showCount: false, clearWrong: true }] } })
})
test('hints of what people mark, and notes for them, stay behind, and are named', () =>
  expect(one('essay', 'Uraikan', '<graderinfo><text>Lihat contoh</text></graderinfo><hint><text>Ingat UU 25</text></hint>').losses).toEqual(['GRADER_NOTES', 'HINTS']))
