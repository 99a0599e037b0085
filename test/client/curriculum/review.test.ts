import urql from '@urql/vue'
import { describe, expect, test } from '@jest/globals'
import { flushPromises, mount } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import ComparisonView from '../../../client/curriculum/review/ComparisonView.vue'
import { shortened, tally, type Change, type Comparison, type Entry, type Review } from '../../../client/curriculum/review/looks.ts'
import RedlineText from '../../../client/curriculum/review/RedlineText.vue'
import SignOffMatrix from '../../../client/curriculum/review/SignOffMatrix.vue'
import { useEntryText } from '../../../client/curriculum/review/useEntryText.ts'
import { mergeWords, type Words } from '../../../client/lib/words.ts'
import { aRefusal, aServer } from '../ui/support.ts'

const files = ['ui.json', 'refusal.json', 'refusal.review.json', 'curriculum.json', 'review.json']
const words = (language: string) => mergeWords(files.map(name => [name, JSON.parse(readFileSync(join(process.cwd(), 'client/locales', language, name), 'utf8')) as Words]))
const i18n = (locale: 'id' | 'en' = 'id') => createI18n<false>({ legacy: false, locale, messages: { id: words('id'), en: words('en') } as never })

const change = (fields: Partial<Change>): Change =>
  ({ element: 'o1', parentLabel: null, kind: 'REWORDED', field: 'text', label: 'CP-1', from: '', to: '', side: 'PARTNER', by: { id: 'p', fullName: 'Sari' }, redline: [], ...fields })
const side = (number: number | null, total: number) => ({ hash: 'h', at: '2026-01-01T00:00:00.000Z', version: number ? { id: 'v', number } : null, hours: { total } })
const comparison = (changes: Change[]): Comparison => ({
  total: changes.length, counts: [], from: side(1, 20), to: side(null, 24), sections: changes.length > 0 ? [{ section: 'OUTCOMES', changes }] : [],
})

describe('what changed', () => {
  const show = (changes: Change[], locale: 'id' | 'en' = 'id') => mount(ComparisonView as Component, { props: { comparison: comparison(changes), partner: 'USU' }, global: { plugins: [i18n(locale)] } })

  test('is shown word by word: what went struck through, what came underlined, and said to who cannot see it', () => {
    const shown = show([change({ redline: [{ kind: 'SAME', text: 'Menjelaskan ' }, { kind: 'REMOVED', text: 'aturan' }, { kind: 'ADDED', text: 'standar' }] })])
    expect(shown.get('p del.line-through').text()).toBe('dihapus: aturan')
    expect(shown.get('p ins.underline').text()).toBe('ditambahkan: standar')
  })

  test('names the side whose hand it was beside its colour, and the person', () => {
    const shown = show([change({}), change({ side: 'AGENCY', by: null }), change({ side: null, by: null })])
    const badges = shown.findAll('li .rounded-full').map(badge => badge.text())
    expect(badges).toEqual(expect.arrayContaining(['USU: Sari', 'BKPSDM']))
  })

  test('values are told in words of the reader, with before and after', () => {
    const shown = show([change({ kind: 'VALUE', field: 'mode', from: 'ONLINE', to: 'BLENDED' }), change({ kind: 'HOURS', field: 'hours.theory', from: '2', to: '4' }), change({ kind: 'LEVEL', field: 'level', from: null, to: 'C3' })])
    expect(shown.text()).toContain('Daring')
    expect(shown.text()).toContain('Jam teori (JP)')
    expect(shown.findAll('li del').map(one => one.text())).toEqual(expect.arrayContaining(['Daring', '2', 'kosong']))
  })

  test('comes first in numbers, in both languages', () => {
    expect(show([change({}), change({ kind: 'ADDED', field: null })]).get('caption').text()).toBe('2 perubahan')
    expect(show([change({})], 'en').get('caption').text()).toBe('1 change')
    expect(show([change({})]).text()).toContain('Beban belajar 20\u00a0JP menjadi 24\u00a0JP')
    expect(show([]).text()).toContain('Isinya sama')
  })

  test('is counted by sort, and long stretches that stay are shortened', () => {
    expect(tally([change({}), change({ kind: 'ADDED' }), change({ kind: 'MOVED' }), change({ kind: 'HOURS' })])).toEqual({ added: 1, removed: 0, moved: 1, changed: 2, total: 4 })
    expect(shortened('pendek')).toBe('pendek')
    expect(shortened(`${'a'.repeat(200)}${'b'.repeat(200)}`)).toBe(`${'a'.repeat(80)} … ${'b'.repeat(80)}`)
  })

  test('attack: what somebody wrote is text, never markup', () => {
    const shown = mount(RedlineText as Component, { props: { pieces: [{ kind: 'ADDED', text: '<img src=x onerror=alert(1)>' }], side: 'AGENCY' }, global: { plugins: [i18n()] } })
    expect(shown.find('img').exists()).toBe(false)
    expect(shown.text()).toContain('<img src=x')
  })
})

describe('the sign-off matrix', () => {
  const cell = (section: 'TEAM' | 'OUTCOMES', at: 'AGENCY' | 'PARTNER', fields: object = {}) => ({ section, side: at, hash: `${section}-h`, stale: false, signOff: null, ...fields })
  const given = { at: '2026-01-01T00:00:00.000Z', by: { id: 'me', fullName: 'Saya' } }
  const review = (fields: object = {}) => ({
    id: 'k', state: 'IN_REVIEW', partner: { shortName: 'USU' }, reviewsFor: ['AGENCY'], viewerCan: { signOff: true },
    signOffs: [cell('TEAM', 'PARTNER', { signOff: { ...given, by: { id: 'x', fullName: 'Dekan' } } }), cell('TEAM', 'AGENCY', { signOff: given }), cell('OUTCOMES', 'PARTNER'), cell('OUTCOMES', 'AGENCY', { signOff: given, stale: true })],
    ...fields,
  }) as unknown as Review
  const show = (curriculum: Review, ...answers: object[]) => {
    const { client, asked } = aServer(...answers)
    const shown = mount(SignOffMatrix as Component, { props: { curriculum, viewer: 'me' }, global: { plugins: [i18n(), [urql, client]] as never } })
    return { shown, asked }
  }

  test('says of each section and side who signed it off and whether it changed since', () => {
    const { shown } = show(review())
    const rows = shown.findAll('tbody tr').map(row => row.text())
    expect(rows[0]).toMatch(/Tim penyusun.*Selesai ditelaah.*Dekan.*Selesai ditelaah.*Saya/s)
    expect(rows[1]).toMatch(/Capaian pembelajaran.*Belum ditelaah.*Berubah sejak ditelaah/s)
    expect(shown.text()).toContain('BKPSDM: 1 dari 2 bagian')
  })

  test('offers one’s own side alone: to sign what changed, to take back what is one’s own', async () => {
    const { shown, asked } = show(review(), { data: { signOffSection: { id: 'k' } } })
    expect(shown.findAll('tbody button').map(button => button.text())).toEqual(['Tarik tanda saya Tim penyusun', 'Tandai selesai Capaian pembelajaran'])
    await shown.findAll('tbody button')[1]!.trigger('click')
    await flushPromises()
    expect(asked).toEqual([{ curriculum: 'k', section: 'OUTCOMES', hash: 'OUTCOMES-h' }])
    expect(shown.emitted('changed')).toHaveLength(1)
  })

  test('says why when it may not be: one’s own change', async () => {
    const { shown } = show(review(), aRefusal('OWN_CHANGE', { section: 'OUTCOMES' }))
    await shown.findAll('tbody button')[1]!.trigger('click')
    await flushPromises()
    expect(shown.get('[role=alert]').text()).toContain('terakhir diubah oleh Anda')
    expect(shown.emitted('changed')).toBeUndefined()
  })

  test('offers nothing to who only reads', () => expect(show(review({ viewerCan: { signOff: false } })).shown.findAll('button')).toHaveLength(0))
})

describe('an entry of the history in words', () => {
  const texts = (entry: Partial<Entry>, locale: 'id' | 'en' = 'id') => {
    let text = ''
    mount({ setup: () => { text = useEntryText()({ facts: {}, concerns: null, ...entry } as Entry); return () => null } }, { global: { plugins: [i18n(locale)] } })
    return text
  }
  test.each<[Partial<Entry>, string]>([
    [{ kind: 'edit', facts: { sections: ['TEAM', 'OUTCOMES'] } }, 'Tim penyusun, Capaian pembelajaran'],
    [{ kind: 'approve', facts: { unsigned: ['TEAM'], reason: null }, concerns: { id: 'p', fullName: 'Direktur' } }, 'a.n. Direktur · belum ditelaah: Tim penyusun'],
    [{ kind: 'return', facts: { to: 'DRAFT', reason: 'Kurang rujukan.' } }, 'Kurang rujukan.'],
    [{ kind: 'publish', facts: { version: 2 } }, 'Versi 2'],
    [{ kind: 'begin', facts: { code: 'PLT-1' } }, ''],
  ])('%j', (entry, expected) => expect(texts(entry)).toBe(expected))
})
