import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Verification } from '../graphql.ts'
import { projectRoot } from '../lib/root.ts'
import { longDate, numberInWords, type Language } from '../lib/words.ts'

type Words = Record<string, string>
const read = (language: Language): Words => JSON.parse(readFileSync(join(projectRoot, 'server', 'locales', language, 'verification.json'), 'utf8'))
const locales: Record<Language, Words> = { id: read('id'), en: read('en') }

const escape = (text: string) => text.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt(0)};`)

type Options = { language: Language; busy: boolean; publicUrl: string }

/** The page behind a certificate's QR code: whole without scripts, small enough for a poor line, readable by anyone. */
export function verificationPage(found: Verification | null, { language, busy, publicUrl }: Options): string {
  const words = locales[language]
  const say = (key: string) => escape(words[key]!)
  const outcome = busy ? 'busy' : found?.result ?? 'unknown'
  const tone = outcome === 'SAH' ? 'valid' : found ? 'void' : 'unknown'
  const other = language === 'id' ? 'en' : 'id'
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${say(outcome)} – ${say('title')} – Pembina</title>
<style>${style}</style>
</head>
<body>
<header><a href="${escape(publicUrl)}/">Pembina</a> <a href="?lang=${other}" hreflang="${other}" lang="${other}">${say('other')}</a></header>
<main>
<h1>${say('title')}</h1>
<section class="outcome ${tone}"><p class="word">${say(outcome)}</p><p>${say(`${outcome}.text`)}</p></section>
${found ? details(found, language, say) : ''}
<p><a href="${escape(publicUrl)}/">${say('home')}</a></p>
</main>
</body>
</html>
`
}

function details(found: Verification, language: Language, say: (key: string) => string): string {
  const hours = say('hours.value').replace('{hours}', String(found.hours)).replace('{words}', numberInWords(found.hours, language))
  const rows: [string, string | null | undefined][] = [
    ['holder', found.holder], ['nip', found.nipMasked], ['training', found.title], ['class', found.className], ['hours', hours],
    ['organiser', found.organiser], ['partner', found.partner], ['number', found.number], ['issued', longDate(found.issuedAt, language)],
    ['revoked', found.revokedAt && longDate(found.revokedAt, language)],
  ]
  const list = rows.flatMap(([key, value]) => (value ? [`<dt>${say(key)}</dt><dd>${escape(value)}</dd>`] : []))
  return `<dl>${list.join('')}<dt>${say('sha256')}</dt><dd><code>${escape(found.sha256)}</code><br><small>${say('sha256.hint')}</small></dd></dl>`
}

const style = `
:root{color-scheme:light dark;--ink:#1d2927;--soft:#4d5b58;--paper:#faf8f4;--card:#fff;--line:#ddd8cd;--link:#0b5d52;--valid:#0b5d52;--void:#9a2c1f;--unknown:#6b5310}
@media(prefers-color-scheme:dark){:root{--ink:#ecebe6;--soft:#b4bbb8;--paper:#141a19;--card:#1c2423;--line:#36413f;--link:#7fd3c4;--valid:#7fd3c4;--void:#f3a195;--unknown:#e5c56a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
header,main{max-width:44rem;margin:0 auto;padding:1rem}
header{display:flex;justify-content:space-between;font-weight:700}
header a,main>p a{display:inline-block;padding:.4rem 0}
a{color:var(--link)}a:focus-visible{outline:3px solid var(--link);outline-offset:3px}
h1{font-size:1.25rem;margin:.5rem 0 1rem}
.outcome{border:2px solid;border-radius:.75rem;background:var(--card);padding:1rem 1.25rem}
.outcome.valid{border-color:var(--valid)}.outcome.void{border-color:var(--void)}.outcome.unknown{border-color:var(--unknown)}
.outcome p{margin:0;color:var(--ink)}.outcome .word{font-size:2.25rem;font-weight:800;letter-spacing:.02em}
.valid .word{color:var(--valid)}.void .word{color:var(--void)}.unknown .word{color:var(--unknown)}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.5rem 1.25rem;margin:1.5rem 0;overflow-wrap:anywhere}
dt{color:var(--soft)}dd{margin:0;font-weight:600}small{font-weight:400;color:var(--soft)}
@media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.75rem}}
`
