import { beforeAll, describe, expect, test } from '@jest/globals'
import { webcrypto } from 'node:crypto'
import { TextDecoder, TextEncoder } from 'node:util'
import { outboxOn, type Shelf } from '../../../client/quiz/outbox.ts'

type Kept = { key: CryptoKey; sealed: { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer } }
/** A shelf one can look at: as a thief of the browser's files would. */
function aShelf() {
  const kept = new Map<string, Kept>()
  const shelf: Shelf = {
    read: async name => ({ ...kept.get(name) }),
    write: async (name, key, sealed) => void kept.set(name, { key, sealed }),
    remove: async name => void kept.delete(name),
  }
  return { kept, box: outboxOn(shelf) }
}
// This page has none of its own.
beforeAll(() => {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true })
  Object.assign(globalThis, { TextEncoder, TextDecoder })
})

describe('the outbox', () => {
  test('gives back what was put in, the last of it', async () => {
    const { box } = aShelf()
    await box.put('a1', 'satu')
    await box.put('a1', 'dua é')
    expect(await box.get('a1')).toBe('dua é')
    expect(await box.get('a2')).toBeUndefined()
  })
  test('attack: what lies on the shelf does not show the answer, and the key cannot be taken out', async () => {
    const { kept, box } = aShelf()
    await box.put('a1', '{"answer":"rahasia"}')
    const { key, sealed } = kept.get('a1')!
    expect(Buffer.from(sealed.bytes).toString('latin1')).not.toContain('rahasia')
    expect(key.extractable).toBe(false)
    await expect(webcrypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })
  test('the same text twice looks different each time', async () => {
    const { kept, box } = aShelf()
    await box.put('a1', 'satu')
    const before = Buffer.from(kept.get('a1')!.sealed.bytes).toString('hex')
    await box.put('a1', 'satu')
    expect(Buffer.from(kept.get('a1')!.sealed.bytes).toString('hex')).not.toBe(before)
  })
  test('attack: what was changed, or put in another’s place, does not open', async () => {
    const { kept, box } = aShelf()
    await box.put('a1', 'satu')
    kept.set('a2', kept.get('a1')!)
    expect(await box.get('a2')).toBeUndefined()
    new Uint8Array(kept.get('a1')!.sealed.bytes)[0]! ^= 1
    expect(await box.get('a1')).toBeUndefined()
  })
  test('attack: a copy made before it was taken away opens no more: its key is gone, and the next is another', async () => {
    const { kept, box } = aShelf()
    await box.put('a1', 'satu')
    const { sealed } = kept.get('a1')!
    await box.remove('a1')
    expect(kept.size).toBe(0)
    await box.put('a1', 'dua')
    kept.set('a1', { key: kept.get('a1')!.key, sealed })
    expect(await box.get('a1')).toBeUndefined()
  })
})
