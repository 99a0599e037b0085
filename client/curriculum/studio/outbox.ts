import * as Y from 'yjs'

/**
 * What was written here and is not yet known to be safe on the server. It survives a closed tab: kept in this browser
 * under the person's and the curriculum's name, until the server has acknowledged it.
 */
export class Outbox {
  private readonly key: string
  private unsaved: { at: number; update: Uint8Array }[] = []
  private written = 0
  private timer: number | undefined

  constructor(person: string, curriculum: string) {
    this.key = `pembina.studio.${person}.${curriculum}`
  }

  get isEmpty(): boolean { return this.unsaved.length === 0 }

  /** How much was written so far: what a mark stands for. */
  get count(): number { return this.written }

  add(update: Uint8Array): void {
    this.unsaved.push({ at: ++this.written, update })
    this.timer ??= window.setTimeout(() => this.keep(), 400)
  }

  /** The server has all that was written up to here. */
  acknowledge(count: number): void {
    this.unsaved = this.unsaved.filter(({ at }) => at > count)
    if (this.isEmpty) this.forget()
  }

  /** Writes it down at once, as when the page is being closed. */
  keep(): void {
    window.clearTimeout(this.timer)
    this.timer = undefined
    if (this.isEmpty) return
    const bytes = Y.mergeUpdates(this.unsaved.map(({ update }) => update))
    try {
      localStorage.setItem(this.key, btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')))
    } catch {
      // A full or forbidden storage: the page itself still has it.
    }
  }

  /** What an earlier visit left behind. */
  left(): Uint8Array | null {
    try {
      const kept = localStorage.getItem(this.key)
      return kept ? Uint8Array.from(atob(kept), letter => letter.charCodeAt(0)) : null
    } catch {
      return null
    }
  }

  forget(): void {
    window.clearTimeout(this.timer)
    this.timer = undefined
    this.unsaved = []
    try {
      localStorage.removeItem(this.key)
    } catch { /* nothing was kept */ }
  }
}
