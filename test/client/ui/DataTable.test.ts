import { describe, expect, test } from '@jest/globals'
import { mount } from '@vue/test-utils'
import { h, type Component } from 'vue'
import DataTable from '../../../client/ui/DataTable.vue'
import { anI18n } from './support.ts'

type Row = { id: string; name: string; hours: number | null }
const columns = [{ key: 'name', label: 'Nama', sortable: true }, { key: 'hours', label: 'JP', value: (row: Row) => row.hours }]
const rows: Row[] = [{ id: '1', name: 'Siti', hours: 40 }, { id: '2', name: 'Budi', hours: null }]
const aTable = (props: object = {}, slots: object = {}) => mount(DataTable as Component, {
  props: { columns, rows, rowKey: (row: Row) => row.id, caption: 'Peserta', ...props }, slots: slots as never, global: { plugins: [anI18n()] },
})

describe('a table', () => {
  test('names itself, its columns and its rows, also when laid out as cards', () => {
    const table = aTable()
    expect(table.get('caption').text()).toBe('Peserta')
    expect(table.get('table').attributes('role')).toBe('table')
    expect(table.findAll('[role=columnheader]').map(cell => cell.text())).toEqual(['Nama', 'JP'])
    expect(table.findAll('[role=rowheader]').map(cell => cell.text())).toEqual(['Siti', 'Budi'])
  })

  test('shows an en dash for nothing', () => {
    expect(aTable().findAll('tbody [role=cell]').map(cell => cell.text().replace('JP', ''))).toEqual(['40', '–'])
  })

  test('waits with skeletons and says that it waits', () => {
    const table = aTable({ rows: [], busy: true, skeletonRows: 3 })
    expect(table.findAll('tbody tr')).toHaveLength(3)
    expect(table.get('[role=status]').text()).toBe('Sedang memuat…')
  })

  test('keeps its rows while it is refreshed', () => {
    expect(aTable({ busy: true }).findAll('[role=rowheader]')).toHaveLength(2)
  })

  test('says that there is nothing, in the words of the page', () => {
    expect(aTable({ rows: [] }, { empty: () => h('p', 'Belum ada peserta') }).text()).toContain('Belum ada peserta')
  })

  test('asks for another order, first up, then down', async () => {
    const table = aTable()
    await table.get('th button').trigger('click')
    expect(table.emitted('update:sort')!.at(-1)).toEqual([{ key: 'name', descending: false }])
    await table.setProps({ sort: { key: 'name', descending: false } })
    expect(table.get('th').attributes('aria-sort')).toBe('ascending')
    await table.get('th button').trigger('click')
    expect(table.emitted('update:sort')!.at(-1)).toEqual([{ key: 'name', descending: true }])
  })
})
