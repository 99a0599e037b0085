import { draftOf, inputOf, keyed, type Body, type BodyDraft } from '../bank/body.ts'
import type { QuestionKind, RegradeAct, RegradeChangeInput, RegradePolicy } from '../gql/operations.ts'

/** A question that can be judged anew: one of the quiz, with its body, or one that was drawn from the bank, where its key is kept. */
export type Regradable = { id: string; label: string; kind: QuestionKind; body: Body | null; bankQuestion: string | null }
/** What the form holds of one change; nothing is thrown away when another kind of change is looked at. */
export type ChangeDraft = { key: number; question: string; act: RegradeAct; policy: RegradePolicy; points: number | null; body: BodyDraft }

export const newChange = (): ChangeDraft => keyed({ question: '', act: 'KEY' as RegradeAct, policy: 'EITHER' as RegradePolicy, points: null, body: draftOf(undefined) })

/** What people mark has no key. */
const byPeople = ({ kind }: Regradable) => kind === 'ESSAY' || kind === 'FILE'
/** Whether another key is written here: of what was drawn it is the bank's. */
export const isKeyWritten = (question: Regradable): boolean => question.body !== null && !byPeople(question)

/** What another key may mean for who was asked; a key for later alone is one that is written here. */
export const policiesFor = (question: Regradable): readonly RegradePolicy[] =>
  (byPeople(question) ? ['FULL_CREDIT'] : question.body ? ['EITHER', 'NOW', 'FULL_CREDIT', 'NONE'] : ['EITHER', 'NOW', 'FULL_CREDIT'])

/** The change with this question, from its key and points as they are. */
export const chosen = (change: ChangeDraft, question: Regradable): ChangeDraft =>
  ({ ...change, question: question.id, policy: policiesFor(question)[0]!, points: question.body?.points ?? null, body: draftOf(question.body ?? undefined) })

/** What is sent of a change. */
export function changeInput({ question: id, act, policy, points, body }: ChangeDraft, question: Regradable): RegradeChangeInput {
  switch (act) {
    case 'DROP': return { question: id, act }
    case 'POINTS': return { question: id, act, points }
    case 'KEY': return { question: id, act, policy, ...(isKeyWritten(question) ? { body: inputOf(body) } : {}) }
  }
}
