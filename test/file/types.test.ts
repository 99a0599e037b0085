import { describe, expect, test } from '@jest/globals'
import { endingOf, isKnownEnding, isShownInPlace, judgeType, tidyName } from '../../server/file/domain/types.ts'

describe('the type of a file', () => {
  test.each([
    ['laporan.pdf', 'application/pdf', 'application/pdf'], ['FOTO.JPG', 'image/jpeg', 'image/jpeg'], ['data.csv', 'text', 'text/csv'],
    ['catatan.txt', 'text', 'text/plain'], ['arsip.zip', 'application/zip', 'application/zip'],
  ])('%s with %s is kept as %s', (name, content, type) => expect(judgeType(name, content)).toEqual({ ok: true, type }))

  test.each([
    ['a page called PDF', 'laporan.pdf', 'text', 'FILE_TYPE_MISMATCH'],
    ['a program called a picture', 'foto.png', 'application/x-msdownload', 'FILE_TYPE_REFUSED'],
    ['a drawing that can run', 'logo.svg', 'image/svg+xml', 'FILE_TYPE_REFUSED'],
    ['a PDF called a picture', 'foto.png', 'application/pdf', 'FILE_TYPE_MISMATCH'],
    ['what nothing recognises', 'x.bin', null, 'FILE_TYPE_REFUSED'],
    ['a page', 'x.html', 'text', 'FILE_TYPE_MISMATCH'],
  ])('%s is refused', (_, name, content, code) => expect(judgeType(name, content)).toMatchObject({ ok: false, code }))

  test('only what cannot run is shown in place', () => {
    expect(['application/pdf', 'image/png', 'video/mp4', 'text/plain'].every(isShownInPlace)).toBe(true)
    expect(['application/zip', 'text/csv', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'].some(isShownInPlace)).toBe(false)
  })
})

describe('a name', () => {
  test.each([
    ['../../etc/passwd.txt', 'passwd.txt'], ['C:\\Users\\x\\laporan akhir.pdf', 'laporan akhir.pdf'], ['.htaccess', 'htaccess'], ['a\u0000b\u202egpj.exe', 'abgpj.exe'],
    ['  bukti   kerja .pdf ', 'bukti kerja .pdf'], ['a<b>|c?.pdf', 'abc.pdf'],
  ])('%j becomes %j', (raw, name) => expect(tidyName(raw)).toBe(name))
  test('without end is cut, and keeps its ending', () => {
    const name = tidyName(`${'x'.repeat(400)}.pdf`)
    expect(name).toHaveLength(150)
    expect(endingOf(name)).toBe('pdf')
  })
  test('says whether it can be taken at all', () => {
    expect(isKnownEnding('a.PDF')).toBe(true)
    expect(isKnownEnding('a.exe')).toBe(false)
    expect(isKnownEnding('a')).toBe(false)
  })
})
