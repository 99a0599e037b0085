import { inject, provide, type InjectionKey } from 'vue'
import type { Section } from '../../../schema/studio/shape.ts'

/** A place about which something can be said. */
export type Spoken = { section: Section; element: string | null }
/** What is said at the elements of a curriculum, for what shows them. */
export type Talk = {
  countAt: (place: Spoken) => { open: number; pending: number }
  canDiscuss: () => boolean
  show: (place: Spoken, name: string) => void
}

const key: InjectionKey<Talk> = Symbol('talk')
export const provideTalk = (talk: Talk): void => provide(key, talk)
/** Null where nothing is said beside the elements. */
export const theTalk = (): Talk | null => inject(key, null)
