import net from 'node:net';
import { answer, errorReply } from './commands/dispatch.ts';
import type { Engine } from './engine/engine.ts';
import type { Doc } from './bson/value.ts';
import { Framer, readRequest, writeReply } from './wire.ts';
import type { Request } from './wire.ts';

let connections = 0;
let replies = 0;

/** Accepts connections and answers each one's requests in turn. */
export function serve(engine: Engine): net.Server {
  return net.createServer((socket) => converse(engine, socket));
}

function converse(engine: Engine, socket: net.Socket): void {
  const peer = { connection: ++connections, address: socket.localPort ? `${socket.localAddress?.replace('::ffff:', '')}:${socket.localPort}` : 'localhost:27017' };
  const framer = new Framer();
  let busy: Promise<void> = Promise.resolve();
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of framer.push(chunk)) busy = busy.then(() => respond(engine, socket, message, peer));
    } catch {
      socket.destroy();
    }
  });
}

async function respond(engine: Engine, socket: net.Socket, message: Buffer, peer: { connection: number; address: string }): Promise<void> {
  if (socket.destroyed) return;
  try {
    const request = readRequest(message);
    const reply = await answer(engine, request, peer);
    if (!request.answer || socket.destroyed) return;
    const bytes = encoded(request, reply);
    if (!socket.write(bytes)) await drained(socket);
  } catch {
    socket.destroy();
  }
}

/** Waits until a slow reader has taken what was written, or is gone. */
function drained(socket: net.Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}

/** The reply as bytes; one that cannot be encoded becomes an error reply. */
function encoded(request: Request, reply: Doc): Buffer {
  try {
    return writeReply(request, reply, ++replies);
  } catch (e) {
    return writeReply(request, errorReply(e), ++replies);
  }
}
