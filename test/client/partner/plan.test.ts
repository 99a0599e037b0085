import { describe, expect, test } from '@jest/globals'
import { mount } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Component } from 'vue'
import AgreementTimeline from '../../../client/partner/AgreementTimeline.vue'
import PlanForm from '../../../client/partner/PlanForm.vue'
import { anI18n } from '../ui/support.ts'

const words = (name: string): object => JSON.parse(readFileSync(join(process.cwd(), 'client/locales/id', name), 'utf8'))
const i18n = () => {
  const made = anI18n()
  made.global.mergeLocaleMessage('id', { partner: { ...words('partner.json'), ...words('partner.agreement.json') } })
  return made
}
const item = (id: string, activity: string, status: string) => ({ id, activity, output: 'Keluaran', dueOn: '2027-01-01', side: 'PARTNER', owner: 'Dosen', status })
const aForm = (start: object[]) => mount(PlanForm as Component, { props: { start, busy: false, problems: [], errorOf: () => undefined }, global: { plugins: [i18n()] } })

describe('a plan being written', () => {
  const start = [item('a', 'Menyusun modul', 'DONE'), item('b', 'Membuka kelas', 'PLANNED')]

  test('lets go of what nobody has begun, and of nothing else', async () => {
    const form = aForm(start)
    const button = (name: string) => form.get(`button[aria-label="Hapus ${name}"]`)
    expect(button('Menyusun modul').attributes('disabled')).toBeDefined()
    await button('Membuka kelas').trigger('click')
    await form.trigger('submit')
    expect(form.emitted('save')).toEqual([[[{ id: 'a', activity: 'Menyusun modul', output: 'Keluaran', dueOn: '2027-01-01', side: 'PARTNER', owner: 'Dosen' }]]])
  })

  test('keeps the order its authors decide, and items their ids', async () => {
    const form = aForm(start)
    await form.get('button[aria-label="Naikkan Membuka kelas"]').trigger('click')
    await form.trigger('submit')
    expect((form.emitted('save')![0]![0] as { id: string }[]).map(({ id }) => id)).toEqual(['b', 'a'])
  })

  test('is not sent while a new item has no day', async () => {
    const form = aForm(start)
    await form.findAll('button').find(one => one.text() === 'Tambah kegiatan')!.trigger('click')
    expect(form.findAll('li')).toHaveLength(3)
    expect(form.get('button[type=submit]').attributes('disabled')).toBeDefined()
  })
})

describe('the picture of a partner\'s agreements', () => {
  const one = (id: string, kind: string, parent: string | null, warnings: { kind: string }[] = []) =>
    ({ id, kind, title: id, numberAgency: id, startsOn: '2025-01-01', endsOn: '2026-12-31', status: 'ACTIVE', parent: parent && { id: parent }, warnings })
  const picture = (agreements: object[]) => mount(AgreementTimeline as Component, { props: { agreements, today: '2026-03-10' }, global: { plugins: [i18n()] } })

  test('draws a bar for each, what rests under what it rests on, and marks what needs attention', () => {
    const figure = picture([one('pks', 'PKS', 'ksb', [{ kind: 'ENDING' }]), one('ksb', 'KSB', null)])
    expect(figure.findAll('ol')[0]!.findAll('li').map(row => row.text())).toEqual(['KSB', 'PKS'])
    expect(figure.findAll('ol')[0]!.findAll('svg')).toHaveLength(1)
    expect(figure.text()).toContain('Perlu perhatian')
  })

  test('is none when there is nothing to draw, and says nothing to a screen reader but what it shows', () => {
    expect(picture([]).find('figure').exists()).toBe(false)
    expect(picture([one('ksb', 'KSB', null)]).findAll('[aria-hidden=true]').length).toBeGreaterThan(1)
  })
})
