import { shallowReactive } from 'vue'

export type ToastTone = 'success' | 'info' | 'warning' | 'danger'
export type Toast = { id: number; tone: ToastTone; text: string; undo?: () => void }

/** The messages on the screen; read by ToastHost. */
export const toasts = shallowReactive<Toast[]>([])
let last = 0

export function dismiss(id: number): void {
  const at = toasts.findIndex(toast => toast.id === id)
  if (at >= 0) toasts.splice(at, 1)
}

/** Says that something was done; `undo` offers the way back. What must be read or acted upon is an Alert instead. */
export function useToast() {
  const show = (tone: ToastTone) => (text: string, { undo }: { undo?: () => void } = {}): void => {
    toasts.push({ id: ++last, tone, text, ...(undo ? { undo } : {}) })
    if (toasts.length > 4) toasts.shift()
  }
  return { success: show('success'), info: show('info'), warning: show('warning'), danger: show('danger') }
}
