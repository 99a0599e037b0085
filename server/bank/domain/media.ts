import type { ChoiceMedia, Hotspot, MediaKind, OutcomeFeedback, Question } from './question.ts'

/** Pictures and sound in a question: which files it names, and the addresses they are shown from. */

const tags = /<(img|audio) data-file="([0-9a-f]{24})"(?: (?:alt|title)="([^"]*)")?/g
const kindOf = { img: 'PICTURE', audio: 'SOUND' } as const

/** What a file is to a question, by its MIME type: what every browser shows (a telephone's HEIC is not among it), else null. */
export const mediaKindOf = (type: string): MediaKind | null => (/^image\/(png|jpeg|webp)$/.test(type) ? 'PICTURE' : /^audio\/(mpeg|mp4|x-m4a|ogg|wav)$/.test(type) ? 'SOUND' : null)

/** Where a question, as written or as shown, has words that may hold pictures. */
type Illustrated = {
  text: string; feedback?: string | null
  choices?: readonly { feedback?: string; media?: ChoiceMedia | null }[]
  patterns?: readonly { feedback?: string }[]
  outcomeFeedback?: OutcomeFeedback | null
  specificFeedback?: { choices: readonly { choice: string; text: string }[]; answer?: string | null; outcome?: string | null } | null
  hotspot?: Pick<Hotspot, 'image'> | null
}
type Named = { file: string; kind: MediaKind; words: string }

/** The pictures and sounds of sanitised rich text, in order. */
export const mediaIn = (html: string): Named[] => [...html.matchAll(tags)].map(([, tag, file, words]) => ({ file: file!, kind: kindOf[tag as 'img'], words: words ?? '' }))

/** Every rich text of a question that says something, with the field it is written in. */
export function textsOf({ text, feedback, choices, patterns, outcomeFeedback, specificFeedback }: Illustrated): { field: string; html: string }[] {
  const said = (field: string, html: string | null | undefined) => (html ? [{ field, html }] : [])
  return [
    ...said('text', text), ...said('feedback', feedback),
    ...(choices ?? []).flatMap((choice, at) => said(`choices.${at}.feedback`, choice.feedback)), ...(patterns ?? []).flatMap((pattern, at) => said(`patterns.${at}.feedback`, pattern.feedback)),
    ...(['right', 'partly', 'wrong'] as const).flatMap(outcome => said(`outcomeFeedback.${outcome}`, outcomeFeedback?.[outcome])),
    ...(specificFeedback?.choices ?? []).flatMap(one => said('specificFeedback.choices', one.text)), ...said('specificFeedback.answer', specificFeedback?.answer), ...said('specificFeedback.outcome', specificFeedback?.outcome),
  ]
}

/** The question with every rich text changed; what it does not have it is not given. */
export function withTexts<T extends Illustrated>(question: T, change: (html: string) => string): T {
  const { text, feedback, choices, patterns, outcomeFeedback, specificFeedback } = question
  const told = <One extends { feedback?: string }>(one: One): One => (one.feedback ? { ...one, feedback: change(one.feedback) } : one)
  return {
    ...question, text: change(text), ...(feedback && { feedback: change(feedback) }), ...(choices && { choices: choices.map(told) }), ...(patterns && { patterns: patterns.map(told) }),
    ...(outcomeFeedback && { outcomeFeedback: { right: change(outcomeFeedback.right), partly: change(outcomeFeedback.partly), wrong: change(outcomeFeedback.wrong) } }),
    ...(specificFeedback && { specificFeedback: {
      choices: specificFeedback.choices.map(one => ({ ...one, text: change(one.text) })), answer: specificFeedback.answer && change(specificFeedback.answer), outcome: specificFeedback.outcome && change(specificFeedback.outcome),
    } }),
  }
}

/** Every file a question names, with what it is there. */
export function mediaOf(question: Illustrated): Map<string, MediaKind> {
  const { choices, hotspot } = question
  return new Map([
    ...textsOf(question).flatMap(({ html }) => mediaIn(html)).map(({ file, kind }) => [file, kind] as const),
    ...(choices ?? []).flatMap(({ media }) => (media ? [[media.file, media.kind] as const] : [])),
    ...(hotspot?.image ? [[hotspot.image, 'PICTURE'] as const] : []),
  ])
}

/** The rich text without pictures and sounds other than those known, each as what it is known for. */
export const onlyKnown = (html: string, known: ReadonlyMap<string, MediaKind>): string =>
  html.replace(/<(img|audio) data-file="([0-9a-f]{24})"[^>]*>(?:[^<]*<\/audio>)?/g, (whole, tag: 'img' | 'audio', file: string) => (known.get(file) === kindOf[tag] ? whole : ''))

/** The question with other ids for its files, where they have one. */
export function withFileIds(question: Question, ids: ReadonlyMap<string, string>): Question {
  const rich = (html: string) => html.replace(/(<(?:img|audio) data-file=")([0-9a-f]{24})"/g, (whole, tag: string, file: string) => (ids.has(file) ? `${tag}${ids.get(file)!}"` : whole))
  const { choices, hotspot, ...said } = withTexts(question, rich)
  return {
    ...said,
    choices: choices.map(choice => (choice.media ? { ...choice, media: { ...choice.media, file: ids.get(choice.media.file) ?? choice.media.file } } : choice)),
    hotspot: hotspot && { ...hotspot, image: ids.get(hotspot.image) ?? hotspot.image },
  }
}

/** Rich text with the addresses of its files filled in, under `base`; the player has its buttons. */
export const addressed = (html: string, base: string): string => html.replace(/<(img|audio) data-file="([0-9a-f]{24})"/g, (whole, tag: 'img' | 'audio', file: string) =>
  `${whole} src="${base}/${file}"${tag === 'img' ? ' loading="lazy"' : ' controls preload="metadata"'}`)

/** The question as it is shown: with the addresses of its files, under `base`. The words themselves hold none. */
export function withAddresses<T extends Illustrated>(question: T, base: string): T {
  const placed = <M extends { file: string }>(media: M) => ({ ...media, url: `${base}/${media.file}` })
  const said = withTexts(question, html => addressed(html, base))
  const { choices, hotspot } = said
  return {
    ...said, ...(choices && { choices: choices.map(choice => (choice.media ? { ...choice, media: placed(choice.media) } : choice)) }),
    ...(hotspot && { hotspot: { ...hotspot, url: `${base}/${hotspot.image}` } }),
  }
}
