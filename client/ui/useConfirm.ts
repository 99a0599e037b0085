import { shallowRef } from 'vue'

export type Question = {
  title: string
  text?: string
  /** What the button that goes on says; a verb, as "Hapus kuis". */
  action: string
  cancel?: string
  tone?: 'primary' | 'danger'
}

type Asked = Question & { answer: (yes: boolean) => void }

/** The question on the screen; read by ConfirmHost. */
export const asked = shallowRef<Asked>()

/** Asks before something that is hard to undo: `if (await confirm({ title, action })) …` */
export function useConfirm() {
  return (question: Question): Promise<boolean> => new Promise(resolve => {
    asked.value?.answer(false)
    asked.value = { ...question, answer: yes => { asked.value = undefined; resolve(yes) } }
  })
}
