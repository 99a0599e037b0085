import type { ChoiceMedia, Hotspot, MediaKind } from './question.ts'

/** Pictures and sound in a question: which files it names, and the addresses they are shown from. */

const tags = /<(img|audio) data-file="([0-9a-f]{24})"(?: (?:alt|title)="([^"]*)")?/g
const kindOf = { img: 'PICTURE', audio: 'SOUND' } as const

/** What a file is to a question, by its MIME type: what every browser shows (a telephone's HEIC is not among it), else null. */
export const mediaKindOf = (type: string): MediaKind | null => (/^image\/(png|jpeg|webp)$/.test(type) ? 'PICTURE' : /^audio\/(mpeg|mp4|x-m4a|ogg|wav)$/.test(type) ? 'SOUND' : null)

/** Where a question has words that may hold pictures. */
type Illustrated = {
  text: string; feedback?: string | null
  choices?: readonly { media?: ChoiceMedia | null }[]
  hotspot?: Pick<Hotspot, 'image'> | null
}
type Named = { file: string; kind: MediaKind; words: string }

/** The pictures and sounds of sanitised rich text, in order. */
export const mediaIn = (html: string): Named[] => [...html.matchAll(tags)].map(([, tag, file, words]) => ({ file: file!, kind: kindOf[tag as 'img'], words: words ?? '' }))

/** Every file a question names, with what it is there. */
export function mediaOf({ text, feedback, choices, hotspot }: Illustrated): Map<string, MediaKind> {
  return new Map([
    ...[text, feedback ?? ''].flatMap(mediaIn).map(({ file, kind }) => [file, kind] as const),
    ...(choices ?? []).flatMap(({ media }) => (media ? [[media.file, media.kind] as const] : [])),
    ...(hotspot?.image ? [[hotspot.image, 'PICTURE'] as const] : []),
  ])
}

/** The rich text without pictures and sounds other than those known, each as what it is known for. */
export const onlyKnown = (html: string, known: ReadonlyMap<string, MediaKind>): string =>
  html.replace(/<(img|audio) data-file="([0-9a-f]{24})"[^>]*>(?:[^<]*<\/audio>)?/g, (whole, tag: 'img' | 'audio', file: string) => (known.get(file) === kindOf[tag] ? whole : ''))

/** Rich text with the addresses of its files filled in, under `base`; the player has its buttons. */
export const addressed = (html: string, base: string): string => html.replace(/<(img|audio) data-file="([0-9a-f]{24})"/g, (whole, tag: 'img' | 'audio', file: string) =>
  `${whole} src="${base}/${file}"${tag === 'img' ? ' loading="lazy"' : ' controls preload="metadata"'}`)

/** The question as it is shown: with the addresses of its files, under `base`. The words themselves hold none. */
export function withAddresses<T extends Illustrated>(question: T, base: string): T {
  const { text, feedback, choices, hotspot } = question
  const placed = <M extends { file: string }>(media: M) => ({ ...media, url: `${base}/${media.file}` })
  return {
    ...question, text: addressed(text, base), ...(feedback && { feedback: addressed(feedback, base) }),
    ...(choices && { choices: choices.map(choice => (choice.media ? { ...choice, media: placed(choice.media) } : choice)) }),
    ...(hotspot && { hotspot: { ...hotspot, url: `${base}/${hotspot.image}` } }),
  }
}
