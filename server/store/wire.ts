import { decode } from './bson/decode.ts';
import { encode } from './bson/encode.ts';
import type { Doc } from './bson/value.ts';
import { fail } from './errors.ts';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
/** Largest message accepted. */
export const MAX_MESSAGE = 48_000_000;

/** A request: its body decoded and raw, and its document sequences as bytes. */
export interface Request { id: number; query: boolean; body: Doc; raw: Buffer; sequences: Map<string, Buffer[]>; answer: boolean; database: string | undefined }

/** Cuts a byte stream into messages, without copying a large one again for each chunk. */
export class Framer {
  private chunks: Buffer[] = [];
  private size = 0;

  /** Takes bytes in and gives out the messages that are complete. */
  *push(chunk: Buffer): Generator<Buffer> {
    this.chunks.push(chunk);
    this.size += chunk.length;
    while (this.size >= 16) {
      if (this.chunks[0]!.length < 4) this.join();
      const length = this.chunks[0]!.readInt32LE(0);
      if (length < 16 || length > MAX_MESSAGE) fail(17, `message length ${length} is out of bounds`);
      if (this.size < length) return;
      if (this.chunks.length > 1) this.join();
      const all = this.chunks[0]!;
      this.chunks = all.length > length ? [all.subarray(length)] : [];
      this.size -= length;
      yield all.subarray(0, length);
    }
  }

  private join(): void {
    this.chunks = [Buffer.concat(this.chunks)];
  }
}

/** Reads an OP_MSG, or the OP_QUERY that drivers begin with. */
export function readRequest(m: Buffer): Request {
  const id = m.readInt32LE(4);
  const op = m.readInt32LE(12);
  if (op === OP_MSG) return readMsg(m, id);
  if (op === OP_QUERY) return readQuery(m, id);
  return fail(352, `unsupported wire protocol operation ${op}`);
}

function readMsg(m: Buffer, id: number): Request {
  const flags = m.readUInt32LE(16);
  if (flags & 0xfffc) fail(17, `unknown required flags in OP_MSG: ${flags}`);
  const end = flags & 1 ? m.length - 4 : m.length;
  const sequences = new Map<string, Buffer[]>();
  let raw: Buffer | undefined;
  for (let at = 20; at < end; ) {
    const kind = m[at++];
    const size = m.readInt32LE(at);
    if (size < 5 || at + size > end) fail(17, 'section out of bounds');
    const section = m.subarray(at, at + size);
    at += size;
    if (kind === 0) raw = raw ? fail(40430, 'more than one body section') : section;
    else if (kind === 1) readSequence(section, sequences);
    else fail(40432, `unknown section kind ${kind}`);
  }
  if (!raw) return fail(40587, 'OP_MSG without a body');
  return { id, query: false, body: decode(raw), raw, sequences, answer: (flags & 2) === 0, database: undefined };
}

function readSequence(s: Buffer, out: Map<string, Buffer[]>): void {
  const end = s.indexOf(0, 4);
  const name = s.toString('utf8', 4, end);
  const docs: Buffer[] = [];
  for (let at = end + 1; at < s.length; ) {
    const n = s.readInt32LE(at);
    if (n < 5 || at + n > s.length) fail(22, 'document out of bounds');
    docs.push(s.subarray(at, at + n));
    at += n;
  }
  out.set(name, docs);
}

function readQuery(m: Buffer, id: number): Request {
  const end = m.indexOf(0, 20);
  const name = m.toString('utf8', 20, end);
  const raw = m.subarray(end + 9);
  return { id, query: true, body: decode(raw), raw, sequences: new Map(), answer: true, database: name.replace(/\.\$cmd$/, '') };
}

/** Frames a reply to a request. */
export function writeReply(to: Request, reply: Doc, id: number): Buffer {
  const head = to.query ? 36 : 21;
  const out = encode(reply, head);
  out.fill(0, 16, head);
  out.writeInt32LE(out.length, 0);
  out.writeInt32LE(id, 4);
  out.writeInt32LE(to.id, 8);
  out.writeInt32LE(to.query ? OP_REPLY : OP_MSG, 12);
  if (to.query) {
    out.writeInt32LE(8, 16);
    out.writeInt32LE(1, 32);
  }
  return out;
}
