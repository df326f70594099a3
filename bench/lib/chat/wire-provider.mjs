import { createServer } from 'node:http';
import { serveParent } from './child.mjs';
import { DELTAS } from './deltas.mjs';

/** A provider on the wire: OpenAI's chat completions, streamed as fast as it is read. */
const chunk = (delta, finish_reason = null) =>
  `data: ${JSON.stringify({ id: 'bench', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
const usage = { prompt_tokens: 100, completion_tokens: DELTAS.length };
const events = [
  ...DELTAS.map((content) => chunk({ content })),
  chunk({}, 'stop'),
  `data: ${JSON.stringify({ id: 'bench', object: 'chat.completion.chunk', choices: [], usage })}\n\n`,
  'data: [DONE]\n\n',
];

const http = createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of events) response.write(event);
    response.end();
  });
});
http.listen(0, '127.0.0.1', () => serveParent({ baseUrl: `http://127.0.0.1:${http.address().port}/v1` }, {}));
