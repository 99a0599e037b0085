import { describe, expect, test } from '@jest/globals'
import { flushPromises, mount } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import type { AlignmentContent } from '../../../client/curriculum/alignment/alignment.ts'
import AlignmentMatrix from '../../../client/curriculum/alignment/AlignmentMatrix.vue'
import AlignmentPicture from '../../../client/curriculum/alignment/AlignmentPicture.vue'

const words = (name: string) => JSON.parse(readFileSync(`client/locales/id/${name}.json`, 'utf8')) as object
const i18n = createI18n<false>({ legacy: false, locale: 'id', messages: { id: { alignment: words('alignment'), ui: words('ui') } } as never })
const content: AlignmentContent = {
  outcomes: [{ id: 'o1', code: 'CP-1', text: 'Satu', level: 'C2' }, { id: 'o2', code: 'CP-2', text: 'Dua', level: null }],
  competencies: [{ id: 'k1', code: 'M.05', name: 'Pelayanan', need: 'Survei.', outcomes: ['o1', 'o2'] }],
  subjects: [{ id: 's1', title: 'Dasar', outcomes: ['o1', 'o2'], activities: [{ outcomes: ['o1', 'o2'] }] }],
  assessments: [{ id: 'a1', kind: 'QUIZ', title: 'Kuis dasar', subject: 's1', outcomes: ['o1'], blueprint: [{ outcome: 'o1', level: 'C2', items: 3 }] }],
}
const aMatrix = (props: object = {}) => mount(AlignmentMatrix as Component, { props: { content, editable: true, ...props }, global: { plugins: [i18n] }, attachTo: document.body })
const label = () => document.activeElement?.getAttribute('aria-label')

describe('the matrix', () => {
  test('is a grid whose rows and columns have headers, and whose cells say what meets in them', () => {
    const matrix = aMatrix()
    expect(matrix.get('[role=grid]').attributes('aria-label')).toBe('Keselarasan')
    expect(matrix.findAll('[role=rowheader]').map(one => one.text().replace(/\s+/g, ' '))).toEqual(['CP-1 C2 Satu', 'CP-2 Dua Belum dinilai'])
    expect(matrix.findAll('[role=columnheader]').map(one => one.text()).filter(text => text.includes('Kuis'))).toEqual([expect.stringContaining('Kuis dasar')])
    expect(matrix.findAll('[role=checkbox]').map(one => [one.attributes('aria-label'), one.attributes('aria-checked')])).toEqual([
      ['CP-1, M.05', 'true'], ['CP-1, MP 1; 1 kegiatan', 'true'], ['CP-1, Kuis 1; 3 soal', 'true'],
      ['CP-2, M.05', 'true'], ['CP-2, MP 1; 1 kegiatan', 'true'], ['CP-2, Kuis 1', 'false'],
    ])
    matrix.unmount()
  })

  test('has one cell in the way of the tab key, and moves among the others by arrows', async () => {
    const matrix = aMatrix()
    const stops = () => matrix.findAll('[role=checkbox][tabindex="0"]')
    expect(stops()).toHaveLength(1)
    ;(stops()[0]!.element as HTMLElement).focus()
    for (const key of ['ArrowRight', 'ArrowDown', 'End']) {
      await matrix.get('[role=grid]').find('[tabindex="0"]').trigger('keydown', { key })
      await flushPromises()
    }
    expect([label(), stops().length]).toEqual(['CP-2, Kuis 1', 1])
    matrix.unmount()
  })

  test('asks for a link by space, enter or click, and for its end the same way', async () => {
    const matrix = aMatrix()
    const cells = matrix.findAll('[role=checkbox]')
    await cells[5]!.trigger('keydown', { key: ' ' })
    await cells[2]!.trigger('click')
    expect(matrix.emitted('toggle')).toEqual([[{ side: 'ASSESSMENTS', column: 'a1', outcome: 'o2', on: true }], [{ side: 'ASSESSMENTS', column: 'a1', outcome: 'o1', on: false }]])
    matrix.unmount()
  })

  test('to a reader it shows the same and asks for nothing', async () => {
    const matrix = aMatrix({ editable: false })
    await matrix.findAll('[role=checkbox]')[5]!.trigger('click')
    expect(matrix.emitted('toggle')).toBeUndefined()
    expect(matrix.get('[role=grid]').attributes('aria-readonly')).toBe('true')
    matrix.unmount()
  })

  test('a gap is told in a sentence that leads to it', async () => {
    const matrix = aMatrix()
    const gap = matrix.findAll('button').find(one => one.text().includes('1 capaian belum dinilai'))!
    await gap.trigger('click')
    await flushPromises()
    expect(label()).toBe('CP-2, Kuis 1')
    matrix.unmount()
  })

  test('a row that is mended while only gaps are shown stays under one’s hand', async () => {
    const matrix = aMatrix()
    await matrix.get('select').setValue('ROWS')
    expect(matrix.findAll('[role=rowheader]')).toHaveLength(1)
    await matrix.setProps({ content: { ...content, assessments: content.assessments.map(one => ({ ...one, outcomes: ['o1', 'o2'] })) } })
    expect(matrix.findAll('[role=rowheader]').map(one => one.text().includes('CP-2'))).toEqual([true])
    matrix.unmount()
  })
})

test('the picture says in words what each thing meets, and lights its paths when reached', async () => {
  const picture = mount(AlignmentPicture as Component, { props: { content }, global: { plugins: [i18n] }, attachTo: document.body })
  const boxes = picture.findAll('[role=button]')
  expect(boxes.map(one => one.text().replace(/\s+/g, ' '))).toEqual([
    'Kompetensi M.05 Pelayanan 2 capaian, 1 mata pelatihan, 1 penilaian', 'Capaian CP-1 Satu 1 kompetensi, 1 mata pelatihan, 1 penilaian',
    'Capaian CP-2 terputus Dua 1 kompetensi, 1 mata pelatihan, tanpa penilaian', 'Mata pelatihan MP 1 Dasar 1 kompetensi, 2 capaian, 1 penilaian', 'Penilaian Kuis 1 Kuis dasar 1 kompetensi, 1 capaian, 1 mata pelatihan',
  ])
  await boxes[0]!.trigger('focus')
  expect(picture.get('figcaption').text()).toContain('Kebutuhan: Survei.')
  await boxes[0]!.trigger('keydown', { key: 'ArrowRight' })
  await flushPromises()
  expect(document.activeElement?.textContent).toContain('CP-1')
  picture.unmount()
})
