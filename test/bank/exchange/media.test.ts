import { describe, expect, test } from '@jest/globals'
import { tokensOf } from '../../../server/bank/domain/exchange/markup.ts'
import { readFile } from '../../../server/bank/read/file.ts'
import { mediaLimits } from '../../../server/bank/read/settle.ts'
import { zipOf, type Entry } from '../../exchange/hostile.ts'
import { MP3, PNG } from '../../support/pictures.ts'

const written = (name: string, bytes: Uint8Array | string) => `<file name="${name}" path="/" encoding="base64">${typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('base64')}</file>`
const html = (text: string, files = '') => `<text><![CDATA[${text}]]></text>${files}`
const moodle = (text: string, files = '', answers = '') => `<question type="truefalse"><questiontext format="html">${html(text, files)}</questiontext>${answers}<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>`
const quiz = (...questions: string[]) => readFile({ name: 'a.xml', format: null, file: Buffer.from(`<?xml version="1.0"?><quiz>${questions.join('')}</quiz>`) })
const img = (name: string, alt = 'Denah') => `<p>Apa? <img src="@@PLUGINFILE@@/${name}" alt="${alt}"></p>`
/** As many pictures of one dot as are wanted, no two the same: what stands behind the last chunk is not looked at. */
const other = (at: number, weight = 0) => Buffer.concat([PNG, Buffer.from(String(at).padEnd(8 + weight))])
const item = (inside: string) => `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="a"><responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>a</value></correctResponse></responseDeclaration><itemBody><p>Apa? ${inside}</p><choiceInteraction responseIdentifier="R" maxChoices="1"><simpleChoice identifier="a">A</simpleChoice><simpleChoice identifier="b">B</simpleChoice></choiceInteraction></itemBody></assessmentItem>`
const zipped = (inside: string, ...entries: Entry[]) => readFile({ name: 'a.zip', format: null, file: zipOf([{ name: 'items/a.xml', data: item(inside) }, ...entries]) })

describe('a picture of Moodle XML', () => {
  test('comes along by its content, with its words; beside a choice where it stands in one', async () => {
    const { rows: [row], files } = await quiz(`<question type="multichoice"><questiontext format="html">${html('<p>Dengar <a href="@@PLUGINFILE@@/sapa%20an.mp3">sapaan ini</a></p>', written('sapa an.mp3', MP3))}</questiontext>
      <answer fraction="100" format="html">${html('<p><img src="@@PLUGINFILE@@/a.png" alt="Merah &amp; putih"> Indonesia</p>', written('a.png', PNG))}</answer><answer fraction="0" format="html">${html('<p><img src="@@PLUGINFILE@@/a.png" alt="Kuning"></p>', written('a.png', other(1)))}</answer></question>`)
    expect([row!.outcome, row!.losses]).toEqual(['TAKEN', []])
    expect(files.map(({ name, type, bytes }) => [name, type, Buffer.from(bytes)])).toEqual([['sapa an.mp3', 'audio/mpeg', MP3], ['a.png', 'image/png', PNG], ['a.png', 'image/png', other(1)]])
    expect(row!.question!.text).toBe(`<p>Dengar sapaan ini <audio data-file="${files[0]!.id}" title="sapaan ini"></audio></p>`)
    expect(row!.question!.choices.map(({ text, media }) => [text, media])).toEqual([
      ['Indonesia', { file: files[1]!.id, kind: 'PICTURE', alternative: 'Merah & putih' }], ['Kuning', { file: files[2]!.id, kind: 'PICTURE', alternative: 'Kuning' }],
    ])
  })
  test('that is the same twice is one; one of the same name is its own question’s', async () => {
    const { rows, files } = await quiz(moodle(img('a.png'), written('a.png', PNG)), moodle(img('a.png'), written('a.png', other(1))), moodle(img('b.png'), written('b.png', PNG)))
    const shown = rows.map(({ question }) => /data-file="(\w+)"/.exec(question!.text)![1])
    expect(files).toHaveLength(2)
    expect([shown[0] === shown[2], shown[0] === shown[1]]).toEqual([true, false])
  })
  test('written into its address comes along; a sign for one in plain text is what is asked', async () => {
    const { rows, files } = await quiz(moodle(`<p>Apa? <img alt="Titik" src="data:image/png;base64,${PNG.toString('base64')}"></p>`), moodle('<p>x</p>').replace('format="html"', 'format="plain_text"').replace('<p>x</p>', 'Apa guna <img src="a.png">?'))
    expect([files.length, rows[0]!.outcome, rows[1]!.question!.text]).toEqual([1, 'TAKEN', '<p>Apa guna &lt;img src="a.png"&gt;?</p>'])
  })
  test.each([
    ['without words', img('a.png', ''), written('a.png', PNG), 'FILES_UNWORDED'], ['that lies elsewhere', '<p>Apa? <img src="https://evil.example/spy.png" alt="Denah"></p>', '', 'FILES_MISSING'],
    ['that is not there', img('b.png'), '', 'FILES_MISSING'], ['that nothing shows', '<p>Apa?</p>', written('a.png', PNG), 'FILES'],
    ['that is a page', img('a.png'), written('a.png', Buffer.from('<html><script>alert(1)</script>')), 'FILES_REFUSED'], ['that is a drawing with a script', img('a.svg'), written('a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')), 'FILES_REFUSED'],
    ['that is a document', img('a.png'), written('a.png', Buffer.from('%PDF-1.7\n%%EOF')), 'FILES_REFUSED'], ['that is no base64', img('a.png'), written('a.png', '!!!!'), 'FILES_MISSING'],
    ['that is too large', img('a.png'), written('a.png', Buffer.concat([PNG, Buffer.alloc(mediaLimits.each)])), 'FILES_LARGE'],
  ])('%s stays behind, and the report says why', async (_, text, files, loss) => {
    const { rows: [row], files: brought } = await quiz(moodle(text, files))
    expect([row!.losses, brought]).toEqual([[loss], []])
    expect(row!.question!.text).not.toMatch(/<img|src=|PLUGIN|evil/)
  })
  test('in an answer that has nothing else, and no words, says what is missing', async () => {
    const answer = (right: number) => `<answer fraction="${right}" format="html">${html(`<img src="@@PLUGINFILE@@/${right}.png">`, written(`${right}.png`, other(right)))}</answer>`
    const { rows: [row] } = await quiz(`<question type="multichoice"><questiontext format="html"><text>Mana?</text></questiontext>${answer(100)}${answer(0)}</question>`)
    expect(row!.problem).toBe('NO_WORDS')
  })
  test('where only words can stand leaves its words', async () => {
    const { rows: [row], files } = await quiz(`<question type="shortanswer"><questiontext format="html"><text>Apa?</text></questiontext><answer fraction="100" format="html">${html('a<img src="@@PLUGINFILE@@/a.png" alt="Denah">', written('a.png', PNG))}</answer></question>`)
    expect([row!.losses, row!.question!.patterns[0]!.text, files]).toEqual([['FILES'], 'a[Denah]', []])
  })
})

describe('a picture of a package', () => {
  test('is found from where the item lies; nothing else is unpacked', async () => {
    const { rows: [row], files } = await zipped('<img src="../gambar/a.png" alt="Denah"/>', { name: 'gambar/a.png', data: PNG }, { name: 'gambar/b.png', data: other(1) })
    expect([row!.outcome, files.map(({ name, bytes }) => [name, Buffer.from(bytes)])]).toEqual(['TAKEN', [['a.png', PNG]]])
  })
  test.each(['../../../../etc/passwd', 'file:///etc/passwd', '/etc/passwd', '//evil.example/a.png', 'a.xml'])('%s is nothing that comes along', async src => {
    const { rows: [row], files } = await zipped(`<img src="${src}" alt="Denah"/>`)
    expect([row!.question!.text, files]).toEqual(['<p>Apa? [Denah]</p>', []])
    expect(row!.losses).toEqual([src === 'a.xml' ? 'FILES_REFUSED' : 'FILES_MISSING'])
  })
  test('that swells a thousandfold is left out, and the question read', async () => {
    const { rows: [row], files } = await zipped('<img src="../a.png" alt="Denah"/><img src="../b.png" alt="Titik"/>', { name: 'a.png', data: Buffer.alloc(60_000_000) }, { name: 'b.png', data: PNG })
    expect([row!.losses, files.length]).toEqual([['FILES_LARGE'], 1])
  })
})

describe('attack', () => {
  test.each(['../../x.png', 'C:\\x.png', '/etc/passwd', 'a\u202egnp.exe', ''])('a name that means a path: %j', async name => {
    const { files } = await quiz(moodle(img(encodeURIComponent(name)), written(name.replaceAll('&', ''), PNG)))
    for (const file of files) expect(file.name).toMatch(/^[^/\\]+\.png$/)
  })
  test('a type that is said and not true is taken by its content, under an ending of its own', async () => {
    const { files } = await quiz(moodle(img('a.exe'), written('a.exe', PNG)))
    expect(files.map(({ name, type }) => [name, type])).toEqual([['a.png', 'image/png']])
  })
  test('fifty megabytes in one file are left out', async () => {
    const { rows: [row], files } = await quiz(moodle(img('a.png'), written('a.png', PNG.toString('base64') + 'A'.repeat(49_000_000))))
    expect([row!.losses, files]).toEqual([['FILES_LARGE'], []])
  }, 20_000)
  test('ten thousand pictures: thirty of a question, a hundred of a file', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => at)
    const one = await quiz(moodle(many.map(at => img(`${at}.png`)).join('').slice(0, 150_000), many.map(at => written(`${at}.png`, other(at))).join('')))
    expect(one.files.length).toBeLessThanOrEqual(mediaLimits.ofQuestion)
    const each = await quiz(...many.slice(0, 120).map(at => moodle(img('a.png'), written('a.png', other(at)))))
    expect([each.files.length, each.rows.filter(({ losses }) => losses[0] === 'FILES_LARGE').length]).toEqual([mediaLimits.files, 20])
  }, 20_000)
  test('together more than twenty megabytes', async () => {
    const { files } = await quiz(...Array.from({ length: 6 }, (_, at) => moodle(img('a.png'), written('a.png', other(at, 4_500_000)))))
    expect(files).toHaveLength(4)
  }, 20_000)
  test('an id written into a text opens nothing', async () => {
    const { rows: [row] } = await quiz(moodle(`<p>Apa? <img data-file="${'a'.repeat(24)}" src="file:7" alt="x"></p>`))
    expect(row!.question!.text).not.toContain('data-file')
  })
  test.each(['<img '.repeat(40_000), '<img "'.repeat(40_000), `<img ${'a'.repeat(200_000)}>`, '<a href="@@PLUGINFILE@@/x">'.repeat(5_000), '<audio>'.repeat(20_000)])('tags without an end: %.12s…', async text => {
    const began = performance.now()
    tokensOf(text, ['img', 'audio'])
    await quiz(moodle(text))
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
