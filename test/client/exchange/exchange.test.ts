import { describe, expect, test } from '@jest/globals'
import { mount } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import FileLinks from '../../../client/exchange/FileLinks.vue'
import FindingsTable from '../../../client/exchange/FindingsTable.vue'
import TemplatePicker from '../../../client/exchange/TemplatePicker.vue'
import { documents, fileAddress, sortedFindings, tables, type Finding, type Template } from '../../../client/exchange/looks.ts'

const words = (name: string) => JSON.parse(readFileSync(`client/locales/id/${name}.json`, 'utf8')) as object
const i18n = createI18n<false>({ legacy: false, locale: 'id', messages: { id: { exchange: words('exchange'), ui: words('ui'), refusal: { ...words('refusal'), ...words('refusal.exchange') } } } as never })
const shown = (part: unknown, props: object) => mount(part as Component, { props, global: { plugins: [i18n] } })
const finding = (fields: Partial<Finding>): Finding => ({ level: 'INFO', code: 'IMPORT_MERGED', sheet: null, row: null, column: null, facts: {}, ...fields })

describe('files to take away', () => {
  test('lie at the paths the server has, of the draft or of a version', () => {
    expect(fileAddress({ curriculum: 'c', version: null }, 'isi.xlsx', 'id')).toBe('/kurikulum/c/ekspor/isi.xlsx')
    expect(fileAddress({ curriculum: 'c', version: 'v' }, 'universitas.pdf', 'en')).toBe('/kurikulum/versi/v/ekspor/universitas.pdf?bahasa=en')
  })
  test('each link says what it is and in which form', () => {
    const links = shown(FileLinks, { files: documents, curriculum: 'c', version: null, language: 'id' }).findAll('a')
    expect(links.map(link => [link.attributes('aria-label'), link.attributes('href')])).toEqual([
      ['Unduh Dokumen kurikulum pemerintah sebagai DOCX', '/kurikulum/c/ekspor/pemerintah.docx'], ['Unduh Dokumen kurikulum pemerintah sebagai PDF', '/kurikulum/c/ekspor/pemerintah.pdf'],
      ['Unduh Rencana Pembelajaran Semester (RPS) sebagai DOCX', '/kurikulum/c/ekspor/universitas.docx'], ['Unduh Rencana Pembelajaran Semester (RPS) sebagai PDF', '/kurikulum/c/ekspor/universitas.pdf'],
    ])
    expect(shown(FileLinks, { files: tables, curriculum: 'c', version: null, language: 'id' }).findAll('a')).toHaveLength(5)
  })
})

describe('what was found in a file', () => {
  test('errors come first, then in the order of the file', () => {
    const list = [finding({ row: 9 }), finding({ level: 'WARNING', row: 5 }), finding({ level: 'ERROR', row: 7 }), finding({ level: 'WARNING', row: 3 })]
    expect(sortedFindings(list).map(({ row }) => row)).toEqual([7, 5, 3, 9])
  })
  test('is said with its place: sheet, row and column, or the line', () => {
    const text = shown(FindingsTable, { findings: [
      finding({ level: 'ERROR', code: 'IMPORT_NUMBER', sheet: 'Mata pelatihan', row: 3, column: 'T', facts: { value: 'dua' } }), finding({ level: 'WARNING', code: 'IMPORT_HOURS_GUESSED', row: 12, facts: { value: 6 } }), finding({ code: 'IMPORT_NOTHING' }),
    ] }).text()
    for (const part of ['Kesalahan', 'Mata pelatihan · baris 3 · T', '"dua" bukan bilangan bulat.', 'Baris atau paragraf 12', '6 JP kami anggap teori', 'Seluruh berkas']) expect(text).toContain(part)
  })
  test('many are shown by and by', async () => {
    const table = shown(FindingsTable, { findings: Array.from({ length: 30 }, (_, row) => finding({ row })) })
    expect(table.findAll('tbody tr')).toHaveLength(20)
    await table.get('button').trigger('click')
    expect(table.findAll('tbody tr')).toHaveLength(30)
  })
})

test('a template says its hours; only one\'s own is offered for removal', async () => {
  const template = (fields: Partial<Template>): Template => ({
    id: 'seminar', name: 'Seminar 8 JP', text: 'Tiga sesi.', builtIn: true, taken: null, partner: null, viewerCan: { remove: false },
    content: { title: 'Seminar', mode: 'BLENDED', kind: { id: 9 }, subjects: [{ id: 's1' }, { id: 's2' }], hours: { total: 8 } }, ...fields,
  } as Template)
  const picker = shown(TemplatePicker, { templates: [template({}), template({ id: 'own', name: 'Milik kami', viewerCan: { remove: true } })], modelValue: 'seminar' })
  expect(picker.text()).toContain('Tiga sesi. 8\u00a0JP, 2 mata pelatihan.')
  expect(picker.findAll('button')).toHaveLength(0)
  await picker.setProps({ modelValue: 'own' })
  await picker.get('button').trigger('click')
  expect(picker.emitted('remove')).toMatchObject([[{ id: 'own' }]])
})
