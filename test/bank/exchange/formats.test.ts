import { describe, expect, test } from '@jest/globals'
import { bareQuestion, type Question } from '../../../server/bank/domain/question.ts'
import { adopt } from '../../../server/bank/domain/exchange/adopt.ts'
import { parseAiken } from '../../../server/bank/domain/exchange/aiken.ts'
import { QUESTIONS_MAX } from '../../../server/bank/domain/exchange/foreign.ts'
import { parseGift } from '../../../server/bank/domain/exchange/gift/read.ts'
import { parseMoodleXml } from '../../../server/bank/domain/exchange/moodle/read.ts'
import { writeGift } from '../../../server/bank/domain/exchange/gift/write.ts'
import { writeMoodleXml } from '../../../server/bank/domain/exchange/moodle/write.ts'

const gift = (source: string) => parseGift(source)
const one = (source: string) => {
  const { questions, unreadable } = gift(source)
  expect(unreadable).toEqual([])
  expect(questions).toHaveLength(1)
  return questions[0]!
}

describe('GIFT', () => {
  test('knows a question by what its braces hold', () => {
    const kinds = ['Apa?{=a ~b}', 'Apa?{~%50%a ~%50%b ~c}', 'Benar?{T}', 'Isi {=satu =dua}', 'Berapa?{#5:1}', 'Jodohkan{=a->b =c->d}', 'Uraikan{}', 'Bacalah.']
    expect(kinds.map(source => one(source).body.kind)).toEqual(['CHOICE', 'CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER', 'NUMERIC', 'MATCHING', 'ESSAY', 'DESCRIPTION'])
  })
  test('a gap in the sentence shows as one', () => expect(one('Ibu kota Sumatera Utara adalah {=Medan} sejak lama.').text).toBe('Ibu kota Sumatera Utara adalah _____ sejak lama.'))
  test('an escaped sign is a letter', () => expect(one('2 \\= 2 {T#\\{tidak\\}}')).toMatchObject({ text: '2 = 2', body: { feedbackWrong: '{tidak}' } }))
  test('a category holds for what follows', () => expect(gift('$CATEGORY: Layanan/Dasar\n\nBenar?{T}\n\nSalah?{F}').questions.map(({ category }) => category)).toEqual(['Layanan/Dasar', 'Layanan/Dasar']))
  test('each thing that cannot be read says where it is and why, and holds nothing else back', () => {
    const { questions, unreadable } = gift('Lupa ditutup {=a ~b\n\nBenar?{T}\n\nBerapa?{#lima}\n\nTanpa kunci {~a ~b}')
    expect(questions).toHaveLength(1)
    expect(unreadable.map(({ line, code }) => [line, code])).toEqual([[1, 'UNCLOSED'], [5, 'NOT_A_NUMBER'], [7, 'NO_RIGHT_ANSWER']])
  })
  test('Windows lines and a byte order mark are read as any', () => expect(one('\uFEFFBenar?{T}\r\n\r\n').text).toBe('Benar?'))
  test('more questions than are read is said', () => {
    const { questions, unreadable } = gift(Array.from({ length: QUESTIONS_MAX + 5 }, () => 'Benar?{T}').join('\n\n'))
    expect([questions.length, unreadable]).toEqual([QUESTIONS_MAX, [expect.objectContaining({ code: 'TOO_MANY' })]])
  })
})

describe('Aiken', () => {
  test('needs an answer that is among its choices', () => {
    const { questions, unreadable } = parseAiken('Apa?\nA. satu\nB) dua\nANSWER: B\n\nMana?\nA) x\nB) y\nANSWER: C\n\nLupa?\nA) x\nB) y')
    expect(questions.map(({ line, body }) => [line, body])).toEqual([[1, expect.objectContaining({ choices: [expect.objectContaining({ fraction: 0 }), expect.objectContaining({ fraction: 1, text: 'dua' })] })]])
    expect(unreadable.map(({ line, code }) => [line, code])).toEqual([[6, 'NO_RIGHT_ANSWER'], [11, 'NO_RIGHT_ANSWER']])
  })
})

describe('Moodle XML that means harm', () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><quiz><question type="essay"><questiontext><text>&b;</text></questiontext></question></quiz>'
  const outside = '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question type="essay"><questiontext><text>&x;</text></questiontext></question></quiz>'
  test.each([
    ['entities that multiply', bomb, 'BROKEN_FILE'], ['an entity that reads a file', outside, 'BROKEN_FILE'], ['an unknown entity', '<quiz>&x;</quiz>', 'BROKEN_FILE'],
    ['elements without an end', `<quiz>${'<a>'.repeat(100_000)}`, 'BROKEN_FILE'], ['not XML at all', 'Apa?{T}', 'BROKEN_FILE'], ['another XML', '<html/>', 'NOT_THIS_FORMAT'],
  ])('%s is refused', (_, source, code) => expect(parseMoodleXml(source)).toEqual({ questions: [], unreadable: [expect.objectContaining({ code })] }))
})

describe('what becomes of them here', () => {
  test.each<[string, string, string[]]>([
    ['a half-right choice is kept as half', 'Apa?{=a ~%50%b ~c}', []],
    ['wrong choices that take away take away as much', 'Apa?{~%50%a ~%50%b ~%-100%c}', []],
    ['part marks that make no whole are marked our way', 'Apa?{~%50%a ~%30%b ~c}', ['PART_MARKS']],
    ['a text that is half right is', 'Ibu kota? {=Medan =%50%Kota Medan}', []],
    ['another number that earns nothing is like any other', 'Berapa?{#=5:0 =%0%7:1}', []],
    ['what is said of each answer stands by it', 'Apa?{=a#Ya ~b#Tidak}', []],
    ['what is said of another number is joined', 'Berapa?{#=5:0#Ya =%0%7:1#Bukan}', ['ANSWER_FEEDBACK']],
    ['the number that counts most is kept', 'Berapa?{#=5:0 =%50%5:2}', ['SEVERAL_NUMBERS']],
    ['pictures stay behind', '[html]<img src="x">Apa?{T}', ['FILES']],
    ['what can be kept is', 'Apa?{=a ~b ~c}', []],
  ])('%s', (_, source, losses) => {
    const adoption = adopt(one(source))
    expect('losses' in adoption && adoption.losses).toEqual(losses)
  })
  test.each([
    ['Apa?{=a ~%50%b ~%-25%c}', { kind: 'SINGLE_CHOICE', scoring: 'WEIGHTED', choices: [{ fraction: 1, right: true }, { fraction: 0.5, right: true }, { fraction: -0.25, right: false }] }],
    ['Apa?{~%50%a ~%50%b ~%-100%c}', { kind: 'MULTIPLE_CHOICE', scoring: 'WEIGHTED', choices: [{ fraction: 0.5 }, { fraction: 0.5 }, { fraction: -1 }] }],
    ['Ibu kota? {=Medan =%50%Kota Medan}', { kind: 'SHORT_ANSWER', patterns: [{ text: 'Medan', fraction: 1 }, { text: 'Kota Medan', fraction: 0.5 }] }],
    ['Jodohkan{=a->b =c->d}', { kind: 'MATCHING', pairs: [{ stem: 'a', match: 'b' }, { stem: 'c', match: 'd' }] }],
    ['Uraikan{}', { kind: 'ESSAY' }],
  ])('%s keeps what each part is worth', (source, question) => expect(adopt(one(source))).toMatchObject({ question, losses: [] }))
  test.each([['Bacalah.', 'DESCRIPTION']])('%s is named, not dropped', (source, unsupported) => expect(adopt(one(source))).toEqual({ unsupported }))
})

const empty = bareQuestion('q', 'ESSAY', '')

test('a short answer with an arrow cannot be said in GIFT, and is named', () => {
  const arrow: Question = { ...empty, kind: 'SHORT_ANSWER', text: '<p>x</p>', patterns: [{ text: 'a -> b', fraction: 1 }] }
  expect(writeGift([{ ...empty, kind: 'TRUE_FALSE', text: '<p>y</p>', right: true }, arrow])).toEqual({ source: expect.not.stringContaining('->'), omitted: [2], losses: [] })
  expect(writeMoodleXml([arrow]).omitted).toEqual([])
})

test('a choice that looks like a weight is a choice', () => {
  const choices = ['%50%', '%3%', 'lain'].map((text, at) => ({ id: `c${at}`, text, right: at === 0, fraction: null }))
  const { questions } = parseGift(writeGift([{ ...empty, kind: 'SINGLE_CHOICE', text: '<p>x</p>', choices }]).source)
  expect(questions[0]!.body).toMatchObject({ choices: [{ text: '%50%', fraction: 1 }, { text: '%3%', fraction: 0 }, { text: 'lain', fraction: 0 }] })
})
