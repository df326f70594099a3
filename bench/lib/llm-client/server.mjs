/**
 * The other side of the wire: answers every request with the same reply of 20 deltas, each in a packet of its own, and does as little
 * as it can besides, so that the client is what is measured. A process of its own; says its port to its parent.
 */
import { createServer } from 'node:net';

const DELTAS = 20;
const chunk = (body) =>
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'local', ...body })}\n\n`;
const events = [
  ...Array.from({ length: DELTAS }, () =>
    chunk({ choices: [{ index: 0, delta: { content: 'a word ' }, finish_reason: null }] }),
  ),
  chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }) +
    chunk({ choices: [], usage: { prompt_tokens: 10, completion_tokens: DELTAS } }) +
    'data: [DONE]\n\n',
];
const framed = events.map((text) => Buffer.from(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`));
const HEAD = Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n');
const END = Buffer.from('0\r\n\r\n');

const server = createServer({ noDelay: true }, (socket) => {
  let waiting = '';
  // A client that closes a kept connection is how a measurement ends.
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    waiting += bytes.toString('latin1');
    const headEnd = waiting.indexOf('\r\n\r\n');
    if (headEnd === -1) return;
    const declared = /content-length: (\d+)/i.exec(waiting);
    // Fetch and the SDK may send the body in chunks; it ends with an empty one.
    const whole = declared ? waiting.length >= headEnd + 4 + Number(declared[1]) : waiting.endsWith('0\r\n\r\n');
    if (!whole) return;
    waiting = '';
    answer(socket, 0);
  });
});

function answer(socket, next) {
  if (socket.destroyed) return;
  if (next === 0) socket.write(HEAD);
  if (next === framed.length) return void socket.write(END);
  socket.write(framed[next]);
  // A tick between deltas: the kernel then delivers them one by one, as a model does.
  setImmediate(answer, socket, next + 1);
}

server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port, deltas: DELTAS }));
process.on('disconnect', () => process.exit());
