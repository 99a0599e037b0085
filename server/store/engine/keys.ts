/** Record ids are 48 bits: enough for every document ever inserted, and exact in a JavaScript number. */
export const RID_BYTES = 6;

/** Key of a document. */
export function docKey(collection: number, rid: number): Buffer {
  const b = Buffer.allocUnsafe(10);
  b.writeUInt32BE(collection, 0);
  b.writeUIntBE(rid, 4, RID_BYTES);
  return b;
}

/** Record id at the end of a document key or of a non-unique index key. */
export const ridOf = (key: Buffer): number => key.readUIntBE(key.length - RID_BYTES, RID_BYTES);

/** Prefix of every key of a collection or index. */
export function prefixOf(id: number): Buffer {
  const b = Buffer.allocUnsafe(4);
  b.writeUInt32BE(id, 0);
  return b;
}

/** Index entry: index id, key string, record id. */
export function entryKey(index: number, key: Buffer, rid: number): Buffer {
  const b = Buffer.allocUnsafe(4 + key.length + RID_BYTES);
  b.writeUInt32BE(index, 0);
  b.set(key, 4);
  b.writeUIntBE(rid, 4 + key.length, RID_BYTES);
  return b;
}

/** Joins bytes, as a bound above everything that begins with them when `after`. */
export function bound(index: number, key: Uint8Array, after: boolean): Buffer {
  const b = Buffer.allocUnsafe(4 + key.length + (after ? 1 : 0));
  b.writeUInt32BE(index, 0);
  b.set(key, 4);
  if (after) b[4 + key.length] = 0xff;
  return b;
}

/** A record id as stored under a key of the _id index. */
export function ridValue(rid: number): Buffer {
  const b = Buffer.allocUnsafe(RID_BYTES);
  b.writeUIntBE(rid, 0, RID_BYTES);
  return b;
}
