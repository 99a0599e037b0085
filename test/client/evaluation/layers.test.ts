import { describe, expect, test } from '@jest/globals'
import { columnsOf, connected, place, type TraceNode } from '../../../client/evaluation/layers.ts'

const node = (id: string, layer: TraceNode['layer']): TraceNode => ({ id, layer, label: id, text: null, mark: null, at: null, by: null, side: null, hash: null, link: null })
const nodes = [node('need', 'NEED'), node('c', 'CERTIFICATE'), node('s1', 'SUBJECT'), node('s2', 'SUBJECT'), node('v', 'VERSION'), node('o', 'OUTCOME')]
const edges = [{ from: 'c', to: 's1' }, { from: 'c', to: 's2' }, { from: 's1', to: 'o' }, { from: 'o', to: 'need' }]

describe('the picture of a trace', () => {
  test('has a column for each layer there is, from certificate to need; what is beside the chain shares one', () => {
    expect(columnsOf(nodes).map(({ layers }) => layers)).toEqual([['CERTIFICATE'], ['VERSION', 'SUBJECT'], ['OUTCOME'], ['NEED']])
  })
  test('without a certificate begins with the version', () => {
    expect(columnsOf(nodes.filter(({ layer }) => layer !== 'CERTIFICATE')).map(({ layers }) => layers)).toEqual([['VERSION'], ['SUBJECT'], ['OUTCOME'], ['NEED']])
  })
  test('places each node once, and no two on top of each other', () => {
    const { placed, width, height } = place(nodes)
    expect(placed).toHaveLength(nodes.length)
    expect(new Set(placed.map(({ x, y }) => `${x}/${y}`)).size).toBe(nodes.length)
    for (const { x, y } of placed) expect([x >= 0, y >= 0, x < width, y < height]).toEqual([true, true, true, true])
  })
  test('of nothing is still a picture', () => expect(place([])).toMatchObject({ placed: [] }))
  test('lights what leads to a node and what it leads to, and nothing beside', () => {
    expect([...connected(edges, 's1')].sort()).toEqual(['c', 'need', 'o', 's1'])
    expect([...connected(edges, 's2')].sort()).toEqual(['c', 's2'])
    expect(connected([{ from: 'a', to: 'b' }, { from: 'b', to: 'a' }], 'a')).toEqual(new Set(['a', 'b']))
  })
})
