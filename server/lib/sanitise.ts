import sanitizeHtml, { type Attributes } from 'sanitize-html'

/**
 * HTML as authors may write it: text structure, tables, links and nothing that runs, loads or styles. Links open apart
 * and lend nothing of ours. With `media` also pictures and sound, each by the id of a file of ours and its words alone:
 * where it is fetched from is said by whoever shows it. The same text twice gives the same result (idempotent).
 */
export function sanitise(html: string, { media = false }: { media?: boolean } = {}): string {
  return sanitizeHtml(html, {
    allowedTags: ['h3', 'h4', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'strong', 'em', 'u', 's', 'sub', 'sup', 'code', 'pre',
      'blockquote', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'a', ...(media ? ['img', 'audio'] : [])],
    allowedAttributes: {
      a: ['href', 'rel', 'target'], th: ['scope', 'colspan', 'rowspan'], td: ['colspan', 'rowspan'], ol: ['start'],
      img: ['data-file', 'alt'], audio: ['data-file', 'title'],
    },
    allowedSchemes: ['https', 'http', 'mailto'],
    allowProtocolRelative: false,
    exclusiveFilter: ({ tag, attribs }) => (tag === 'img' || tag === 'audio') && !attribs['data-file'],
    transformTags: {
      h1: 'h3', h2: 'h3', h5: 'h4', h6: 'h4', b: 'strong', i: 'em',
      a: (_, { href }) => ({ tagName: 'a', attribs: { ...(href && { href }), rel: 'noopener noreferrer', target: '_blank' } }),
      img: (_, attribs) => ({ tagName: 'img', attribs: named(attribs, 'alt') }),
      audio: (_, attribs) => ({ tagName: 'audio', attribs: named(attribs, 'title') }),
    },
  }).trim()
}

/** A file of ours by its id, and what it is called. */
function named({ 'data-file': file, ...rest }: Attributes, words: 'alt' | 'title'): Attributes {
  if (!/^[0-9a-f]{24}$/.test(file ?? '')) return {}
  return { 'data-file': file!, [words]: (rest[words] ?? '').replace(/\s+/g, ' ').trim().slice(0, 500) }
}
