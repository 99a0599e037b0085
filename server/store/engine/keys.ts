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

/** An index id and bytes; with `after`, the least bound above everything that begins with them. */
export function bound(index: number, key: Uint8Array, after: boolean): Buffer {
  const b = Buffer.allocUnsafe(4 + key.length);
  b.writeUInt32BE(index, 0);
  b.set(key, 4);
  return after ? successor(b) : b;
}

/** The least byte string greater than all that begin with these bytes. */
export function successor(bytes: Buffer): Buffer {
  let n = bytes.length;
  while (n > 0 && bytes[n - 1] === 0xff) n--;
  const out = Buffer.from(bytes.subarray(0, n));
  if (n) out[n - 1] = out[n - 1]! + 1;
  return out;
}

/** A record id as stored under a key of the _id index. */
export function ridValue(rid: number): Buffer {
  const b = Buffer.allocUnsafe(RID_BYTES);
  b.writeUIntBE(rid, 0, RID_BYTES);
  return b;
}
