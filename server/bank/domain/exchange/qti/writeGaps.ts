import type { Gap, Question } from '../../question.ts'
import { nominal, xml } from '../written.ts'
import { declare, equalsToo, mappedToo, type ItemParts } from './writeScoring.ts'

/** A text with gaps: each a response of its own, whose share of the points follows from its weight. */
export function gapParts({ text, gaps, points, caseSensitive }: Question): ItemParts {
  const all = gaps.reduce((sum, { weight }) => sum + weight, 0)
  const made = gaps.map(gap => partsOf(gap, (points * gap.weight) / all, caseSensitive))
  const found = new Map(gaps.map((gap, at) => [gap.id, made[at]!.interaction]))
  return {
    declarations: made.map(({ declaration }) => declaration), processing: made.map(({ processing }) => processing).join(''),
    body: `<div>${text.replace(/\[\[([A-Za-z0-9_-]{1,40})\]\]/g, (whole, id: string) => found.get(id) ?? whole)}</div>`,
  }
}

function partsOf(gap: Gap, gives: number, caseSensitive: boolean): { declaration: string; interaction: string; processing: string } {
  const id = `RESPONSE_${gap.id}`
  const typed = `<qti-text-entry-interaction response-identifier="${id}" data-weight="${gap.weight}"/>`
  switch (gap.kind) {
    case 'TEXT': {
      const entries = gap.patterns.map(({ text, fraction }) => ({ key: text, value: fraction * gives }))
      return { declaration: declare(id, 'single', 'string', [gap.patterns[0]!.text], { entries, most: gives, caseSensitive }), interaction: typed, processing: mappedToo(id) }
    }
    case 'NUMBER': {
      const { value, tolerance } = nominal(gap.number!)
      return { declaration: declare(id, 'single', 'float', [String(value)]), interaction: typed, processing: equalsToo(id, tolerance, gives) }
    }
    case 'CHOICE': {
      const right = gap.choices.findIndex(choice => choice.right)
      const choices = gap.choices.map(({ text }, at) => `<qti-inline-choice identifier="c${at + 1}">${xml(text)}</qti-inline-choice>`)
      return {
        declaration: declare(id, 'single', 'identifier', [`c${right + 1}`], { entries: [{ key: `c${right + 1}`, value: gives }], most: gives }), processing: mappedToo(id),
        interaction: `<qti-inline-choice-interaction response-identifier="${id}" shuffle="true" data-weight="${gap.weight}">${choices.join('')}</qti-inline-choice-interaction>`,
      }
    }
  }
}
