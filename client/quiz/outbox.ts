/**
 * Texts kept in this browser so that nobody who opens its files reads them: sealed (AES-GCM) with a key that no script can
 * take out, one for each name, both in IndexedDB. Where a browser has no such store or no such keys, texts are kept in this
 * page's memory alone, and never written down plain.
 */
type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

/** Where keys and what they seal are kept, by name. */
export type Shelf = {
  read(name: string): Promise<{ key?: CryptoKey; sealed?: Sealed }>
  write(name: string, key: CryptoKey, sealed: Sealed): Promise<void>
  /** Takes both away: what was sealed can then be read by nobody, wherever a copy of it lies. */
  remove(name: string): Promise<void>
}

const newKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
/** The name is sealed in: what is put in another's place does not open. */
const terms = (name: string, iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) })

/** An outbox over a shelf. Reading what does not open gives undefined: it is as good as not there. */
export function outboxOn(shelf: Shelf) {
  return {
    async get(name: string): Promise<string | undefined> {
      const { key, sealed } = await shelf.read(name)
      if (!key || !sealed) return undefined
      return crypto.subtle.decrypt(terms(name, sealed.iv), key, sealed.bytes).then(bytes => new TextDecoder().decode(bytes), () => undefined)
    },
    async put(name: string, text: string): Promise<void> {
      const key = (await shelf.read(name)).key ?? (await newKey())
      const iv = crypto.getRandomValues(new Uint8Array(12))
      await shelf.write(name, key, { iv, bytes: await crypto.subtle.encrypt(terms(name, iv), key, new TextEncoder().encode(text)) })
    },
    remove: (name: string): Promise<void> => shelf.remove(name),
  }
}

export type Outbox = ReturnType<typeof outboxOn>

/** This browser's own; in memory where it has no store or keys. */
export function outbox(): Outbox {
  if (typeof indexedDB !== 'undefined' && typeof crypto !== 'undefined' && crypto.subtle) return outboxOn(indexedShelf('pembina'))
  const texts = new Map<string, string>()
  return {
    get: name => Promise.resolve(texts.get(name)),
    put: (name, text) => Promise.resolve(void texts.set(name, text)),
    remove: name => Promise.resolve(void texts.delete(name)),
  }
}

/** Keys and sealed texts in IndexedDB, each in a store of its own. */
function indexedShelf(database: string): Shelf {
  let opened: Promise<IDBDatabase> | undefined
  const open = () => (opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database, 1)
    request.onupgradeneeded = () => { for (const store of ['keys', 'sealed']) request.result.createObjectStore(store) }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no store'))
  }))
  async function run<T>(mode: IDBTransactionMode, work: (keys: IDBObjectStore, sealed: IDBObjectStore) => T): Promise<T> {
    const transaction = (await open()).transaction(['keys', 'sealed'], mode)
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('not stored'))
    })
    const result = work(transaction.objectStore('keys'), transaction.objectStore('sealed'))
    await done
    return result
  }
  return {
    async read(name) {
      const [key, sealed] = await run('readonly', (keys, texts) => [keys.get(name), texts.get(name)] as const)
      return { key: key.result as CryptoKey | undefined, sealed: sealed.result as Sealed | undefined }
    },
    write: (name, key, sealed) => run('readwrite', (keys, texts) => { keys.put(key, name); texts.put(sealed, name) }),
    remove: name => run('readwrite', (keys, texts) => { keys.delete(name); texts.delete(name) }),
  }
}
