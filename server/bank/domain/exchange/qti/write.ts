import type { Question } from '../../question.ts'
import { xml, type ExportLoss } from '../written.ts'
import { feedbackOf } from './writeFeedback.ts'
import { partsOf } from './writeParts.ts'

export type QtiPackage = { parts: { name: string; text: string }[]; omitted: number[]; losses: { number: number; losses: ExportLoss[] }[] }
const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0'
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A package of QTI 3.0: a test that asks every item in its order, the items, and the manifest that names them. */
export function writeQti(entries: readonly { question: Question; category?: string }[], title: string): QtiPackage {
  const judged = entries.map(({ question, category = '' }, at) => ({ question, category, number: at + 1, id: `q${at + 1}`, losses: lossesInQti(question) }))
  const kept = judged.filter(({ losses }) => losses !== null)
  const items = kept.map(({ question, id, number }) => ({ name: `items/${id}.xml`, text: itemOf(question, id, number) }))
  const sections = [...new Set(kept.map(({ category }) => category))].map((category, at) => `    <qti-assessment-section identifier="s${at + 1}" title="${xml(category || title)}" visible="true">
${kept.filter(one => one.category === category).map(({ id }) => `      <qti-assessment-item-ref identifier="${id}" href="items/${id}.xml"/>`).join('\n')}
    </qti-assessment-section>`)
  const test = `${head}<qti-assessment-test xmlns="${NAMESPACE}" identifier="test" title="${xml(title)}">
  <qti-test-part identifier="part" navigation-mode="nonlinear" submission-mode="simultaneous">
${sections.join('\n')}
  </qti-test-part>
</qti-assessment-test>
`
  return {
    parts: [{ name: 'imsmanifest.xml', text: manifestOf(kept.map(({ id }) => id)) }, { name: 'test.xml', text: test }, ...items],
    omitted: judged.filter(({ losses }) => losses === null).map(({ number }) => number),
    losses: judged.flatMap(({ number, losses }) => (losses?.length ? [{ number, losses }] : [])),
  }
}

function manifestOf(ids: readonly string[]): string {
  const resource = (id: string) => `    <resource identifier="${id}" type="imsqti_item_xmlv3p0" href="items/${id}.xml"><file href="items/${id}.xml"/></resource>`
  return `${head}<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="manifest">
  <metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
  <organizations/>
  <resources>
    <resource identifier="test" type="imsqti_test_xmlv3p0" href="test.xml"><file href="test.xml"/>${ids.map(id => `<dependency identifierref="${id}"/>`).join('')}</resource>
${ids.map(resource).join('\n')}
  </resources>
</manifest>
`
}

/**
 * QTI has its own way to draw numbers, which says less than our formulas, and places in a picture of pixels: neither is
 * written. An order is right or wrong there, no text has stars, and units are no part of a number; what only we read stands in
 * `data-` attributes, which others pass over.
 */
function lossesInQti({ kind, patterns, gaps, number, essay, file, hints }: Question): ExportLoss[] | null {
  if (kind === 'CALCULATED' || kind === 'HOTSPOT') return null
  const starred = [...patterns, ...gaps.flatMap(gap => gap.patterns)].some(({ text }) => text.includes('*'))
  return [
    ...(hints?.length ? ['HINTS' as const] : []), ...(kind === 'ORDERING' ? ['SCORING' as const] : []), ...(starred ? ['WILDCARDS' as const] : []), ...(number?.unit ? ['UNITS' as const] : []),
    ...(essay?.minWords || essay?.maxWords || essay?.template || (file?.maxFiles ?? 1) > 1 ? ['LIMITS' as const] : []),
  ]
}

const outcome = (id: string, value: number) =>
  `  <qti-outcome-declaration identifier="${id}" cardinality="single" base-type="float"><qti-default-value><qti-value>${value}</qti-value></qti-default-value></qti-outcome-declaration>`

function itemOf(question: Question, id: string, number: number): string {
  const { declarations, body, processing: scoring } = partsOf(question)
  const said = feedbackOf(question)
  const processing = scoring + said.processing
  const feedback = question.feedback && `  <qti-modal-feedback outcome-identifier="FEEDBACK" identifier="none" show-hide="hide" data-always="true"><qti-content-body>${question.feedback}</qti-content-body></qti-modal-feedback>`
  return `${head}${[
    `<qti-assessment-item xmlns="${NAMESPACE}" identifier="${id}" title="${number}" adaptive="false" time-dependent="false" xml:lang="id">`,
    ...declarations.map(line => `  ${line}`), outcome('SCORE', 0), outcome('MAXSCORE', question.points),
    ...(feedback ? ['  <qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier"/>'] : []), ...said.declarations.map(line => `  ${line}`),
    `  <qti-item-body>${body}</qti-item-body>`, ...(processing ? [`  <qti-response-processing>${processing}</qti-response-processing>`] : []), ...(feedback ? [feedback] : []), ...said.modals.map(line => `  ${line}`),
  ].join('\n')}\n</qti-assessment-item>\n`
}
