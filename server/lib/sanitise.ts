import sanitizeHtml from 'sanitize-html'

/**
 * HTML as authors may write it: text structure, tables, links and nothing that runs, loads or styles. Links open apart
 * and lend nothing of ours. The same text twice gives the same result (idempotent).
 */
export function sanitise(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: ['h3', 'h4', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'strong', 'em', 'u', 's', 'sub', 'sup', 'code', 'pre',
      'blockquote', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'a'],
    allowedAttributes: { a: ['href', 'rel', 'target'], th: ['scope', 'colspan', 'rowspan'], td: ['colspan', 'rowspan'], ol: ['start'] },
    allowedSchemes: ['https', 'http', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      h1: 'h3', h2: 'h3', h5: 'h4', h6: 'h4', b: 'strong', i: 'em',
      a: (_, { href }) => ({ tagName: 'a', attribs: { ...(href && { href }), rel: 'noopener noreferrer', target: '_blank' } }),
    },
  }).trim()
}
