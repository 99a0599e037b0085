import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import type { QuestionBodyInput } from '../../graphql.ts'
import { paragraphs } from '../../lib/paragraphs.ts'
import type { Adopted } from '../domain/exchange/adopt.ts'
import type { TextFormat } from '../domain/exchange/foreign.ts'
import { worded } from '../domain/exchange/withoutMedia.ts'
import { mediaIn } from '../domain/media.ts'

const markdown = new MarkdownIt({ html: false })

/** Its texts in our form: rich where we take rich text, without markup in choices; what is typed or matched is plain in every format. Cleaning is `readBody`'s, as for any author. */
export function inputOf({ remarks, pairs, distractors, number, ordering, gaps, calculated, essay, hints, outcomeFeedback, ...question }: Adopted, format: TextFormat): QuestionBodyInput {
  const rich = (text: string) => (format === 'HTML' ? text : format === 'MARKDOWN' ? markdown.render(text) : paragraphs(text))
  const bare = (text: string) => plain(text, format)
  const said = <T extends { text: string }>(one: T): T => ({ ...one, text: bare(one.text) })
  // What is said of answers is often HTML, whatever the text is.
  const told = (text: string) => (/<(p|br|div|span|strong|b|em|i|u|ul|ol|table|img|a)\b/i.test(text) ? text : rich(text))
  return {
    ...question,
    text: rich(question.text),
    feedback: [rich(question.feedback), ...remarks.map(remark => paragraphs(bare(remark)))].filter(Boolean).join(''),
    choices: question.choices.map(one => ({ ...withMedia(one, bare), feedback: told(one.feedback) })),
    patterns: question.patterns.map(one => ({ text: worded(one.text), fraction: one.fraction, feedback: told(one.feedback) })),
    outcomeFeedback: { right: told(outcomeFeedback.right), partly: told(outcomeFeedback.partly), wrong: told(outcomeFeedback.wrong) },
    number,
    matching: question.kind === 'MATCHING' ? { pairs: pairs.map(({ stem, match }) => ({ stem: bare(stem), match: worded(match) })), distractors: distractors.map(worded) } : null,
    ordering: ordering && { ...ordering, items: ordering.items.map(text => ({ text: bare(text) })) },
    gaps: gaps.map(gap => ({ ...gap, patterns: gap.patterns.map(said), choices: gap.choices.map(said) })),
    calculated,
    hints: hints.map(hint => ({ ...hint, text: worded(rich(hint.text)) })),
    essay: essay && { ...essay, template: linesOf(essay.template, format) },
  }
}

/** A choice with the first picture or sound in its text beside it; it needs words of its own too. */
function withMedia<T extends { text: string }>(choice: T, bare: (text: string) => string): T & { media?: { file: string; alternative: string } } {
  const [media] = mediaIn(choice.text)
  if (!media) return { ...choice, text: bare(choice.text) }
  const alternative = bare(media.words)
  return { ...choice, text: bare(choice.text.replace(FIRST, '')) || alternative, media: { file: media.file, alternative } }
}
const FIRST = /<(?:img|audio) data-file="[0-9a-f]{24}"[^>]*>(?:<\/audio>)?/

/** Plain lines: an end of a line or paragraph is one. */
const linesOf = (text: string, format: TextFormat): string =>
  (format === 'PLAIN' ? text : text.replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n').split('\n').map(line => plain(line, format)).join('\n').trim())

/** Without markup: choices are plain text here. */
function plain(written: string, format: TextFormat): string {
  const text = worded(written)
  if (format === 'PLAIN' && !/<[a-z]/i.test(text)) return text
  const bare = sanitizeHtml(format === 'MARKDOWN' ? markdown.renderInline(text) : text, { allowedTags: [], allowedAttributes: {} })
  return bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim()
}
