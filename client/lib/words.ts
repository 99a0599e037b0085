/** The words of one file: keys to texts, flat or one level deep. */
export type Words = { [key: string]: string | Words }

/** `quiz.json` becomes `quiz.*`; `refusal.json` and every `refusal.quiz.json` become `refusal.*`. */
export function mergeWords(parts: [path: string, words: Words][]): Words {
  const merged: Record<string, Words> = {}
  for (const [path, words] of parts) {
    const domain = path.split('/').at(-1)!.split('.')[0]!
    merged[domain] = { ...merged[domain], ...words }
  }
  return merged
}
