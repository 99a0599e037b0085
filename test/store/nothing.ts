// A server that does nothing: the same answer to every find, ok to all else. What the driver alone costs is measured against it.
import net from 'node:net';
import { encode } from '../../server/store/bson/encode.ts';
import { doc, int, Raw } from '../../server/store/bson/value.ts';
import type { Doc } from '../../server/store/bson/value.ts';
import { Framer, readRequest, writeReply } from '../../server/store/wire.ts';

const row = new Raw(encode(doc({ _id: 5, name: 'person 5', when: new Date(5000), tags: ['a', 'b'], nested: { x: 5, y: 'z' } })));
const hello = (): Doc => doc({ isWritablePrimary: true, ismaster: true, helloOk: true, setName: 'rs0', setVersion: int(1), hosts: ['a:1'], me: 'a:1', primary: 'a:1', maxBsonObjectSize: int(16777216), maxMessageSizeBytes: int(48000000), maxWriteBatchSize: int(100000), logicalSessionTimeoutMinutes: int(30), minWireVersion: int(0), maxWireVersion: int(21), ok: 1 });
const answers: Record<string, () => Doc> = { hello, ismaster: hello, isMaster: hello, find: () => doc({ cursor: { firstBatch: [row], id: 0n, ns: 'bench.points' }, ok: 1 }) };

net.createServer((socket) => {
  const framer = new Framer();
  socket.setNoDelay(true).on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    for (const m of framer.push(chunk)) {
      const request = readRequest(m);
      socket.write(writeReply(request, (answers[request.body.keys().next().value!] ?? (() => doc({ ok: 1 })))(), 1));
    }
  });
}).listen(process.argv[2], () => process.stdout.write('ready\n'));
