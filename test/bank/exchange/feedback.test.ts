import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../server/lib/root.ts'
import { parseGift } from '../../../server/bank/domain/exchange/gift/read.ts'
import { writeGift } from '../../../server/bank/domain/exchange/gift/write.ts'
import { parseMoodleXml } from '../../../server/bank/domain/exchange/moodle/read.ts'
import { writeMoodleXml } from '../../../server/bank/domain/exchange/moodle/write.ts'
import { parseQti } from '../../../server/bank/domain/exchange/qti/read.ts'
import { writeQti } from '../../../server/bank/domain/exchange/qti/write.ts'
import { writeTable } from '../../../server/bank/domain/exchange/sheet/write.ts'
import { bareQuestion, type Question } from '../../../server/bank/domain/question.ts'
import { judge } from '../../../server/bank/read/judge.ts'

/** What other systems say of answers, and how ours is said to them; that it comes back is held in roundTrip.test.ts. */
const gift = (source: string) => judge(parseGift(source))[0]!
const moodle = (type: string, rest: string) => judge(parseMoodleXml(`<quiz><question type="${type}"><questiontext format="html"><text>Apa?</text></questiontext>${rest}</question></quiz>`))[0]!
const answer = (text: string, fraction: number, said: string, more = '') => `<answer fraction="${fraction}"><text>${text}</text>${more}<feedback format="html"><text>&lt;p&gt;${said}&lt;/p&gt;</text></feedback></answer>`
const outcome = (name: string, said: string) => `<${name}feedback format="html"><text>${said}</text></${name}feedback>`

describe('GIFT', () => {
  test('says it of each choice and text', () => {
    expect(gift('Apa?{=a#Ya, tepat ~b#Bukan ~c####Lihat pasal 5}')).toMatchObject({ losses: [], question: { feedback: '<p>Lihat pasal 5</p>', choices: [{ feedback: '<p>Ya, tepat</p>' }, { feedback: '<p>Bukan</p>' }, expect.not.objectContaining({ feedback: expect.anything() })] } })
    expect(gift('Ibu kota?{=Medan#Tepat =%50%Deli#Dekat =%0%*#Bukan}')).toMatchObject({ losses: [], question: { patterns: [{ text: 'Medan', feedback: '<p>Tepat</p>' }, { text: 'Deli', feedback: '<p>Dekat</p>' }], outcomeFeedback: { right: '', partly: '', wrong: '<p>Bukan</p>' } } })
  })
  test.each([
    ['Benar?{T#Keliru#Tepat}', { right: '<p>Tepat</p>', wrong: '<p>Keliru</p>' }], ['Benar?{F#Keliru}', { right: '', wrong: '<p>Keliru</p>' }],
    ['Berapa?{#5:1#Tepat ~#Hitung lagi}', { right: '<p>Tepat</p>', wrong: '<p>Hitung lagi</p>' }], ['Berapa?{#=5:0#Tepat =%50%5:2 ~#Jauh}', { right: '<p>Tepat</p>', wrong: '<p>Jauh</p>' }],
  ])('%s by outcome', (source, said) => expect(gift(source).question!.outcomeFeedback).toMatchObject(said))
})

describe('Moodle XML', () => {
  test('of each choice, with what is said of all of them together', () => {
    const { question, losses } = moodle('multichoice', `<single>true</single>${answer('a', 100, 'Ya')}${answer('b', 0, 'Tidak')}${outcome('correct', 'Benar')}${outcome('partiallycorrect', 'Hampir')}${outcome('incorrect', 'Salah')}`)
    expect(losses).toEqual([])
    expect(question).toMatchObject({ feedback: '', choices: [{ feedback: '<p>Ya</p>' }, { feedback: '<p>Tidak</p>' }], outcomeFeedback: { right: 'Benar', partly: 'Hampir', wrong: 'Salah' } })
  })
  test('of a number that is right, and of every other', () => expect(moodle('numerical', answer('5', 100, 'Tepat') + answer('*', 0, 'Jauh')).question!.outcomeFeedback).toEqual({ right: '<p>Tepat</p>', partly: '', wrong: '<p>Jauh</p>' }))
  test('of true and false, by which of them is right', () => expect(moodle('truefalse', answer('true', 0, 'Bukan') + answer('false', 100, 'Tepat')).question!.outcomeFeedback).toEqual({ right: '<p>Tepat</p>', partly: '', wrong: '<p>Bukan</p>' }))
  test('what is longer than may be said of one answer becomes part of the question’s, and is named', () => {
    const { question, losses } = moodle('multichoice', answer('a', 100, 'x'.repeat(2600)) + answer('b', 0, 'Tidak'))
    expect(losses).toEqual(['ANSWER_FEEDBACK'])
    expect([question!.feedback.length > 2600, question!.choices.map(({ feedback }) => feedback)]).toEqual([true, [undefined, '<p>Tidak</p>']])
  })
})

const samples = join(projectRoot, '../shared/samples/qti/qtiworks-items')
// They are not ours to keep in the project: where they do not lie beside it, there is nothing to compare.
if (existsSync(samples)) test('QTI of others: beside its choice, and when it is or is not that one', () => {
  const { choices, outcomeFeedback, feedback } = judge(parseQti(readFileSync(join(samples, 'feedback.xml'), 'utf8')))[0]!.question!
  expect(choices.map(one => one.feedback?.replace(/\s+/g, ' '))).toEqual(['No, he is the President of the USA.', 'No, he is the Prime Minister of England.', 'Yes. Yes, that is correct.', 'No, he is the Prime Minister of Israel.'])
  expect([outcomeFeedback, feedback]).toEqual([{ right: '', partly: '', wrong: expect.stringContaining('Vicente Fox') }, ''])
})
test('QTI 1.2 as Canvas writes it: of an answer, when it is right, when it is not, and to everyone', () => {
  const material = (text: string) => `<material><mattext texttype="text/html">${text}</mattext></material>`
  const label = (id: string) => `<response_label ident="${id}">${material(`Pilihan ${id}`)}</response_label>`
  const says = (id: string) => `<itemfeedback ident="${id}"><flow_mat>${material(`Kata ${id}`)}</flow_mat></itemfeedback>`
  const shows = (test: string, id: string, more = '') => `<respcondition continue="Yes"><conditionvar>${test}</conditionvar>${more}<displayfeedback feedbacktype="Response" linkrefid="${id}"/></respcondition>`
  const is = (id: string) => `<varequal respident="response1">${id}</varequal>`
  const source = `<questestinterop><assessment title="Kuis"><section><item ident="q" title="Soal"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>multiple_choice_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
    <presentation>${material('Apa?')}<response_lid ident="response1"><render_choice>${label('1')}${label('2')}</render_choice></response_lid></presentation>
    <resprocessing>${shows('<other/>', 'general_fb')}${shows(is('2'), '2_fb')}${shows(is('1'), 'correct_fb', '<setvar action="Set" varname="SCORE">100</setvar>')}${shows('<other/>', 'general_incorrect_fb')}</resprocessing>
    ${['general_fb', '2_fb', 'correct_fb', 'general_incorrect_fb', 'nowhere_fb'].map(says).join('')}</item></section></assessment></questestinterop>`
  const { question, losses } = judge(parseQti(source))[0]!
  expect(question).toMatchObject({ feedback: 'Kata general_fb Kata nowhere_fb', choices: [expect.not.objectContaining({ feedback: expect.anything() }), { feedback: 'Kata 2_fb' }], outcomeFeedback: { right: 'Kata correct_fb', partly: '', wrong: 'Kata general_incorrect_fb' } })
  expect(losses).toEqual(['FEEDBACK_RULES'])
})

describe('a format that cannot say it names it', () => {
  const outcomeFeedback = { right: '<p>b</p>', partly: '', wrong: '<p>s</p>' }
  const choice: Question = { ...bareQuestion('q', 'SINGLE_CHOICE', '<p>x</p>'), choices: ['a', 'b'].map((text, at) => ({ id: text, text, right: at === 0, fraction: null, feedback: '<p>k</p>' })) }
  const short: Question = { ...bareQuestion('q', 'SHORT_ANSWER', '<p>x</p>'), patterns: [{ text: 'a', fraction: 1 }], outcomeFeedback }
  const losses = (question: Question) => [writeGift([question]), writeMoodleXml([question]), writeQti([{ question }], 't'), writeTable([{ question }])].map(made => made.losses.flatMap(one => one.losses).includes('FEEDBACK'))
  test.each<[string, Question, boolean[]]>([
    ['of each choice: only a table', choice, [false, false, false, true]],
    ['of a choice by outcome: GIFT, and a table', { ...choice, choices: choice.choices.map(({ feedback: _, ...one }) => one), outcomeFeedback }, [true, false, false, true]],
    ['of a right text: all but QTI', short, [true, true, false, true]], ['of a wrong text: only a table', { ...short, outcomeFeedback: { ...outcomeFeedback, right: '' } }, [false, false, false, true]],
  ])('%s', (_, question, named) => expect(losses(question)).toEqual(named))
})
