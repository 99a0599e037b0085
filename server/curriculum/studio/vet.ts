import * as Y from 'yjs'
import { listOf, rootOf } from '../../../schema/studio/read.ts'
import { isElementId, listNames, lists, root, type Field, type ListName } from '../../../schema/studio/shape.ts'

/** Why an update is not let in. */
export type Refused = 'MALFORMED' | 'TOO_LARGE' | 'GAP' | 'FOREIGN_CLIENT' | 'OUT_OF_SHAPE'

/** Bounds of one update, and of a document. Ours: a curriculum of 40 subjects and 400 activities has some 0.4 MB and 15,000 structs. */
export const bounds = { structs: 20_000, run: 1_000_000, document: 4 * 1024 * 1024, ids: 200 }
/** Elements of a list in one document, whoever holds them. */
const most = (list: ListName): number => (lists[list].of ? 4000 : lists[list].max * 2)

class Unfit extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused)
    this.refused = refused
  }
}
const unfit = (refused: Refused): never => { throw new Unfit(refused) }
function must(holds: boolean, refused: Refused = 'OUT_OF_SHAPE'): void {
  if (!holds) unfit(refused)
}

/**
 * A second copy of a document, on which every update is tried before it reaches the first. What is malformed, leans on
 * what nobody has, writes in another's name, or makes of the document what no code of ours understands, is refused, and
 * the copy is made anew from the first.
 */
export class Vetting {
  private copy = new Y.Doc()
  private size = 0
  private readonly live: Y.Doc
  /** Let in, and perhaps not yet in the first copy. */
  private recent: Uint8Array[] = []

  constructor(live: Y.Doc) {
    this.live = live
    this.renew()
  }

  /** What was written elsewhere and is in the first copy. */
  follow(update: Uint8Array): void {
    Y.applyUpdate(this.copy, update)
  }

  /** Why this update is refused; null: it is let in. `mayWriteAs` says whether new writing may carry a client's id. */
  refuses(update: Uint8Array, mayWriteAs: (client: number) => boolean): Refused | null {
    try {
      judgeStructs(this.copy, update, mayWriteAs)
    } catch (error) {
      return error instanceof Unfit ? error.refused : 'MALFORMED'
    }
    try {
      let done: Y.Transaction | undefined
      const note = (transaction: Y.Transaction) => { done = transaction }
      this.copy.once('afterTransaction', note)
      Y.applyUpdate(this.copy, update)
      this.copy.off('afterTransaction', note)
      must(this.copy.store.pendingStructs === null && this.copy.store.pendingDs === null, 'GAP')
      must(this.copy.share.size === 1 && this.copy.subdocs.size === 0)
      if (done) judgeChanges(this.copy, done)
      this.size += update.length
      if (this.size > bounds.document) {
        this.size = Y.encodeStateAsUpdate(this.copy).length
        must(this.size <= bounds.document, 'TOO_LARGE')
      }
    } catch (error) {
      this.renew()
      return error instanceof Unfit ? error.refused : 'MALFORMED'
    }
    if (this.recent.length === 0) setImmediate(() => { this.recent = [] })
    this.recent.push(update)
    return null
  }

  private renew(): void {
    this.copy.destroy()
    this.copy = new Y.Doc()
    rootOf(this.copy)
    const state = Y.encodeStateAsUpdate(this.live)
    this.size = state.length
    Y.applyUpdate(this.copy, state)
    for (const update of this.recent) Y.applyUpdate(this.copy, update)
  }
}

/** Before anything is applied: what the update is made of. */
function judgeStructs(doc: Y.Doc, update: Uint8Array, mayWriteAs: (client: number) => boolean): void {
  const { structs, ds } = Y.decodeUpdate(update)
  const deletions = [...ds.clients.values()].reduce((sum, ranges) => sum + ranges.length, 0)
  must(structs.length + deletions <= bounds.structs, 'TOO_LARGE')
  const reached = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    must(struct.length > 0 && struct.length <= bounds.run && Number.isSafeInteger(clock), 'TOO_LARGE')
    const known = reached.get(client) ?? Y.getState(doc.store, client)
    must(clock <= known && !(struct instanceof Y.Skip), 'GAP')
    const end = clock + struct.length
    if (end <= known) continue
    must(mayWriteAs(client), 'FOREIGN_CLIENT')
    reached.set(client, end)
    if (struct instanceof Y.Item) judgeItem(struct)
  }
}

function judgeItem({ content, parent }: Y.Item): void {
  if (typeof parent === 'string') must(parent === 'content')
  if (content instanceof Y.ContentType) must(content.type.constructor === Y.Map || content.type.constructor === Y.Text)
  else if (content instanceof Y.ContentAny) must(content.arr.every(isScalar))
  else must(content instanceof Y.ContentString || content instanceof Y.ContentDeleted)
}

const isScalar = (value: unknown): boolean =>
  value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number' || (typeof value === 'string' && value.length <= 64)

/** After it was applied to the copy: what became of the types it touched. */
function judgeChanges(doc: Y.Doc, transaction: Y.Transaction): void {
  const held = rootOf(doc)
  for (const [changed, keys] of transaction.changed) {
    const type = changed as Y.AbstractType<unknown>
    if (type._item?.deleted) continue
    const at = placeOf(held, type)
    if (type instanceof Y.Text) must(![...keys].some(key => key !== null))
    else must(![...keys].some(key => key === null))
    if (at.length === 0) for (const key of keys) judgeRootField(held, key!)
    else if (at.length === 1 && Object.hasOwn(lists, at[0]!)) judgeList(type as Y.Map<unknown>, at[0] as ListName, [...keys] as string[], transaction)
    else if (at.length === 1) judgeValue(type, fieldOf(root, at[0]!))
    else if (at.length === 2) for (const key of keys) judgeElementField(type as Y.Map<unknown>, at[0] as ListName, key!)
    else if (at.length === 3) judgeValue(type, fieldOf(lists[at[0] as ListName].fields, at[2]!))
    else unfit('OUT_OF_SHAPE')
  }
}

/** The keys that lead from the root to a type; refused when it hangs anywhere else. */
function placeOf(held: Y.Map<unknown>, type: Y.AbstractType<unknown>): string[] {
  const keys: string[] = []
  for (let at: Y.AbstractType<unknown> = type; at !== (held as unknown); ) {
    const item: Y.Item | null = at._item
    if (!item || item.parentSub === null || keys.length > 3) return unfit('OUT_OF_SHAPE')
    keys.unshift(item.parentSub)
    at = item.parent as Y.AbstractType<unknown>
  }
  if (keys.length > 0) must(Object.hasOwn(root, keys[0]!) || listNames.includes(keys[0] as ListName))
  return keys
}

function fieldOf(fields: Record<string, Field>, name: string): Field {
  if (!Object.hasOwn(fields, name)) return unfit('OUT_OF_SHAPE')
  return fields[name]!
}

const isShared = ({ is }: Field): boolean => is === 'text' || is === 'lines' || is === 'ids'

/** At the root only plain values change; its texts and lists are there from the beginning. */
function judgeRootField(held: Y.Map<unknown>, key: string): void {
  must(!isShared(fieldOf(root, key)) && held.has(key) && isScalar(held.get(key)))
}

function judgeList(list: Y.Map<unknown>, name: ListName, ids: string[], transaction: Y.Transaction): void {
  must(list.size <= most(name), 'TOO_LARGE')
  for (const id of ids) {
    if (!list.has(id)) continue
    const element = list.get(id)
    if (!isElementId(id) || !(element instanceof Y.Map)) return unfit('OUT_OF_SHAPE')
    must(isNew(element as Y.AbstractType<any>, transaction))
    for (const [field, what] of Object.entries(lists[name].fields)) must(!isShared(what) || element.has(field))
    for (const key of element.keys()) judgeElementValue(element, name, key)
  }
}

const isNew = ({ _item: item }: Y.AbstractType<any>, { beforeState }: Y.Transaction): boolean =>
  item !== null && item.id.clock >= (beforeState.get(item.id.client) ?? 0)

/** A field of an element that stood: plain values change; its texts and sets are those it began with. */
function judgeElementField(element: Y.Map<unknown>, list: ListName, key: string): void {
  if (key !== 'at' && key !== 'of') must(!isShared(fieldOf(lists[list].fields, key)))
  must(element.has(key))
  judgeElementValue(element, list, key)
}

function judgeElementValue(element: Y.Map<unknown>, list: ListName, key: string): void {
  const value = element.get(key)
  if (key === 'at' || key === 'of') return must(typeof value === 'string' && value.length <= 64)
  judgeValue(value, fieldOf(lists[list].fields, key))
}

function judgeValue(value: unknown, what: Field): void {
  switch (what.is) {
    case 'text': return judgeText(value, what.max * 2 + 500)
    case 'lines': return judgeText(value, (what.max + 1) * what.count * 2)
    case 'ids':
      if (!(value instanceof Y.Map)) return unfit('OUT_OF_SHAPE')
      must(value.size <= bounds.ids, 'TOO_LARGE')
      for (const [id, key] of value.entries()) must(isElementId(id) && typeof key === 'string' && key.length <= 64)
      return
    default: return must(isScalar(value))
  }
}

function judgeText(value: unknown, max: number): void {
  if (!(value instanceof Y.Text)) return unfit('OUT_OF_SHAPE')
  must(value.length <= max, 'TOO_LARGE')
  must(value._map.size === 0)
  for (let item = value._start; item; item = item.right) must(item.deleted || item.content instanceof Y.ContentString)
}

/** Whether the document has all that `fill` put into it. */
export const isFilled = (doc: Y.Doc): boolean => listNames.every(list => listOf(doc, list) !== null)
