/** What was answered: the parts its kind asks for; the others null. */
export type Answer = {
  choices: string[] | null
  truth: boolean | null
  text: string | null
  number: number | null
  unit: string | null
  /** Stem id to the id of what was put beside it. */
  pairs: { stem: string; match: string }[] | null
  order: string[] | null
  gaps: { gap: string; text: string }[] | null
  /** Ids of files taken into use. */
  files: string[] | null
}

export const noAnswer: Answer = { choices: null, truth: null, text: null, number: null, unit: null, pairs: null, order: null, gaps: null, files: null }

/** As it arrives: what is not given is null or missing. */
export type Given = { [Part in keyof Answer]?: Readonly<Answer[Part]> | null }

/** Whether two answers say the same; the order of picks, pairs and gaps does not matter. */
export function sameAnswer(a: Answer | null, b: Answer | null): boolean {
  if (a === null || b === null) return a === b
  const told = ({ choices, truth, text, number, unit, pairs, order, gaps, files }: Answer) => JSON.stringify([
    choices && [...choices].sort(), truth, text, number, unit, pairs && pairs.map(({ stem, match }) => `${stem}\n${match}`).sort(),
    order, gaps && gaps.map(({ gap, text: said }) => `${gap}\n${said}`).sort(), files && [...files].sort(),
  ])
  return told(a) === told(b)
}
