import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readFile, type FileRead } from '../../../server/bank/read/file.ts'
import { readOnThread } from '../../../server/bank/service/exchange/work.ts'
import { Refusal } from '../../../server/lib/refusal.ts'
import { Unreadable } from '../../../server/lib/unreadable.ts'
import { zipOf, type Entry } from '../../exchange/hostile.ts'

const item = (inside: string, before = '') => `<?xml version="1.0"?>${before}<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="a"><responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>a</value></correctResponse></responseDeclaration><itemBody><p>${inside}</p><choiceInteraction responseIdentifier="R" maxChoices="1"><simpleChoice identifier="a">A</simpleChoice><simpleChoice identifier="b">B</simpleChoice></choiceInteraction></itemBody></assessmentItem>`
const packageOf = (...entries: Entry[]) => zipOf([{ name: 'imsmanifest.xml', data: '<manifest/>' }, { name: 'item.xml', data: item('Apa?') }, ...entries])
const here = (file: Buffer, name = 'paket.zip') => readFile({ name, format: null, file })
const said = async (read: Promise<FileRead>) => {
  try {
    return (await read).rows.map(({ problem, question }) => problem ?? question!.kind)
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof Refusal)) throw error
    return [error.code, ...Object.values(error.facts)].join(' ')
  }
}

test('the package that attacks are made from is a good one', async () => expect(await said(here(packageOf()))).toEqual(['SINGLE_CHOICE']))

describe('attack by an archive', () => {
  test('a part that swells a thousandfold', async () => expect(await said(here(packageOf({ name: 'a.xml', data: Buffer.alloc(70_000_000) })))).toBe('IMPORT_TOO_LARGE unpacked 64'))
  test('one that claims to be small', async () => expect(await said(here(packageOf({ name: 'a.xml', data: Buffer.alloc(70_000_000), lie: 5 })))).toBe('IMPORT_TOO_LARGE unpacked 64'))
  test('a film beside the questions is not even unpacked', async () => expect(await said(here(packageOf({ name: 'film.mp4', data: Buffer.alloc(300_000_000) })))).toEqual(['SINGLE_CHOICE']))
  test('thousands of parts', async () => expect(await said(here(packageOf(...Array.from({ length: 5001 }, (_, at) => ({ name: `x/${at}`, data: '' })))))).toBe('IMPORT_TOO_LARGE entries 5000'))
  test.each(['../../etc/passwd', '/etc/passwd', 'a\\..\\..\\b.xml', 'C:/a.xml', 'a/../../b.xml'])('a path that leads out: %j', async name => expect(await said(here(packageOf({ name, data: '<a/>' })))).toBe('IMPORT_UNSAFE names'))
  test('a test that asks for a file outside gets nothing of it', async () => {
    const tests = '<assessmentTest title="t"><testPart><assessmentSection title="s"><assessmentItemRef href="../../../../etc/passwd"/><assessmentItemRef href="file:///etc/passwd"/></assessmentSection></testPart></assessmentTest>'
    const { rows } = await here(packageOf({ name: 'test.xml', data: tests }))
    expect(JSON.stringify(rows)).not.toContain('root:')
    expect(rows).toHaveLength(1)
  })
  test('encrypted, cut off, or no archive at all', async () => {
    expect(await said(here(packageOf({ name: 'a.xml', data: 'x', flags: 1 })))).toBe('IMPORT_UNSAFE encrypted')
    expect(await said(here(packageOf().subarray(0, 200)))).toBe('IMPORT_UNREADABLE')
  })
})

describe('attack by XML', () => {
  const bomb = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  test.each([
    ['entities that multiply', item('&b;', bomb)], ['an entity that reads a file', item('&x;', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
    ['a document type from elsewhere', item('x', '<!DOCTYPE a SYSTEM "http://169.254.169.254/latest/meta-data">')], ['an unknown entity', item('&nbsp;')],
    ['elements without an end', `<assessmentItem>${'<p>'.repeat(100_000)}`], ['a million elements', item('<b>x</b>'.repeat(250_000))],
  ])('%s is named as broken, and what stands beside it is read', async (_, data) => {
    const { rows } = await here(packageOf({ name: 'evil.xml', data }))
    expect(rows.map(({ part, problem }) => [part, problem])).toEqual([['item.xml', null], ['evil.xml', 'BROKEN_FILE']])
    expect(JSON.stringify(rows)).not.toMatch(/root:|hahaha/)
  })
  test('what would run in a browser is gone', async () => {
    const { rows } = await here(packageOf({ name: 'evil.xml', data: item('x<script>alert(1)</script><img src="x" onerror="alert(1)" alt="y"/><a href="javascript:alert(1)">z</a><iframe src="data:text/html,x"/><svg onload="alert(1)"><a/></svg>') }))
    expect(JSON.stringify(rows)).not.toMatch(/script|onerror|iframe|onload|data:/i)
  })
})

describe('attack by size', () => {
  test('more than fifty megabytes are refused', async () => expect(await said(here(Buffer.alloc(50 * 1024 * 1024 + 1), 'a.gift'))).toBe('IMPORT_TOO_LARGE bytes 50'))
  test('fifty megabytes of pictures within Moodle XML are read past, on a thread', async () => {
    const picture = `<file name="a.png" encoding="base64">${'iVBORw0KGgo'.repeat(2_000_000)}</file>`
    const source = `<quiz><question type="truefalse"><questiontext format="html"><text>Benar?</text>${picture}${picture}</questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`
    expect(source.length).toBeGreaterThan(40_000_000)
    const { rows } = await readOnThread({ name: 'a.xml', format: null, file: Buffer.from(source) })
    expect(rows).toMatchObject([{ outcome: 'SIMPLIFIED', losses: ['FILES'], question: { kind: 'TRUE_FALSE' } }])
  }, 60_000)
  test('a text that opens gaps and never closes them is not searched for ever', async () => {
    const slow = `<quiz><question type="cloze"><questiontext format="html"><text>${'{1:SA:x'.repeat(400_000)}</text></questiontext></question></quiz>`
    expect(await said(here(Buffer.from(slow), 'a.xml'))).toEqual(['NO_ANSWER'])
  }, 5000)
  test('a million answers of nothing to one question are one fault of it', async () => {
    expect(await said(here(Buffer.from(`Apa? {=a${'~#'.repeat(400_000)}}`), 'a.gift'))).toEqual(['TOO_LONG'])
  }, 30_000)
  test('a tolerance of a million sides', async () => {
    const evil = '<assessmentItem identifier="a" title="a"><responseDeclaration identifier="R" cardinality="single" baseType="float"><correctResponse><value>7</value></correctResponse></responseDeclaration>'
      + `<itemBody><p>Berapa?</p><textEntryInteraction responseIdentifier="R"/></itemBody><responseProcessing><equal toleranceMode="absolute" tolerance="${'1 '.repeat(1_000_000)}"><variable identifier="R"/><correct identifier="R"/></equal></responseProcessing></assessmentItem>`
    expect(await said(here(packageOf({ name: 'evil.xml', data: evil })))).toEqual(['SINGLE_CHOICE', 'NUMERIC'])
  })
  test('more than a thousand items in one file are not left out unsaid', async () => {
    const one = (at: number) => `<item ident="i${at}"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>essay_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext>Uraikan.</mattext></material></presentation></item>`
    const problems = await said(here(Buffer.from(`<questestinterop><assessment title="a">${Array.from({ length: 1001 }, (_, at) => one(at)).join('')}</assessment></questestinterop>`), 'a.xml'))
    expect([problems.length, problems.at(-1)]).toEqual([1001, 'TOO_MANY'])
  }, 30_000)
  test('a report too heavy to keep, in letters of three bytes, is refused where it is made', async () => {
    const essay = `${'ꦲ'.repeat(19_000)} {}\n\n`
    expect(await said(here(Buffer.from(essay.repeat(200)), 'a.gift'))).toBe('IMPORT_TOO_LARGE bytes 8')
  }, 30_000)
})

test('whatever bytes come, there is a report or a refusal', () => fc.assert(fc.asyncProperty(
  fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 400, unit: fc.constantFrom(...'<>/{}=~#%\\:\n;,"\'abc[]&01 '.split(''), '<quiz>', '<question type="cloze">', '<questiontext><text>', '{1:NM:=', 'ANSWER: A', '</text>') }).map(text => Buffer.from(text))),
  fc.constantFrom('a.gift', 'a.xml', 'a.csv', 'a.zip', 'a.txt'),
  async (bytes, name) => { await said(here(Buffer.from(bytes), name)) },
), { numRuns: 400 }))
