/**
 * Ways to read a streamed chat completion. Each takes the server's URL and gives a function that reads one reply and answers its text.
 * Libraries that the product doesn't use are measured when they are there: npm install --no-save openai undici
 */
import { Agent, request as httpRequest } from 'node:http';
import { createParser } from 'eventsource-parser';
import { openAiDialect } from '../../../apps/api/src/modules/llm/domain/openai-dialect.ts';
import { WireProvider } from '../../../apps/api/src/modules/llm/wire.provider.ts';

const REQUEST = { turns: [{ role: 'user', content: 'Hello' }], maxTokens: 100 };
const DIALECT = openAiDialect('max_tokens');
const BODY = JSON.stringify(DIALECT.body(REQUEST, 'm'));
const HEADERS = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(BODY)) };
const LIMITS = { connectTimeoutMs: 5_000, eventCharsMax: 256 * 1024, replyBytesMax: 16 * 1024 * 1024 };

/** The parser that all share, with what it gathers; the SDK has its own. */
function openReader() {
  let text = '';
  const utf8 = new TextDecoder();
  const parser = createParser({
    onEvent: ({ data }) => {
      if (data !== '[DONE]') text += JSON.parse(data).choices[0]?.delta.content ?? '';
    },
  });
  return { push: (packet) => parser.feed(utf8.decode(packet, { stream: true })), text: () => text };
}

async function readAll(packets) {
  const reader = openReader();
  for await (const packet of packets) reader.push(packet);
  return reader.text();
}

const viaFetch = (url) => async () =>
  readAll((await fetch(url, { method: 'POST', headers: HEADERS, body: BODY })).body);

const viaHttp = (read) => (url) => {
  const agent = new Agent({ keepAlive: true, noDelay: true });
  return () =>
    new Promise((resolve, reject) => {
      const outgoing = httpRequest(url, { method: 'POST', agent, headers: HEADERS }, (incoming) =>
        read(incoming).then(resolve, reject),
      );
      outgoing.on('error', reject);
      outgoing.end(BODY);
    });
};

/** No async iterator over packets, and so nothing that slows a server down that sends faster than one reads. */
const readEvents = (incoming) =>
  new Promise((resolve, reject) => {
    const reader = openReader();
    incoming.on('data', reader.push);
    incoming.on('end', () => resolve(reader.text()));
    incoming.on('error', reject);
  });

const viaUndiciRequest = (undici) => (url) => {
  const dispatcher = new undici.Agent({ pipelining: 1 });
  return async () =>
    readAll((await undici.request(url, { method: 'POST', headers: HEADERS, body: BODY, dispatcher })).body);
};

/** undici's lowest face: bytes straight from its parser, no stream between. */
const viaUndiciDispatch = (undici) => (url) => {
  const { origin, pathname } = new URL(url);
  const dispatcher = new undici.Agent({ pipelining: 1 });
  return () =>
    new Promise((resolve, reject) => {
      const reader = openReader();
      dispatcher.dispatch(
        { origin, path: pathname, method: 'POST', headers: HEADERS, body: BODY },
        {
          onRequestStart() {},
          onResponseStart() {},
          onResponseData: (_controller, packet) => reader.push(packet),
          onResponseEnd: () => resolve(reader.text()),
          onResponseError: (_controller, error) => reject(error),
        },
      );
    });
};

const viaSdk = (OpenAI) => (url) => {
  const baseURL = url.replace('/chat/completions', '');
  const client = new OpenAI({ baseURL, apiKey: 'none', maxRetries: 0, logLevel: 'off' });
  return async () => {
    let text = '';
    for await (const part of await client.chat.completions.create(JSON.parse(BODY))) {
      text += part.choices[0]?.delta.content ?? '';
    }
    return text;
  };
};

/** What the product does: limits, usage, and the checks on a reply's end included. */
const viaProduct = (url) => {
  const baseUrl = url.replace('chat/completions', '');
  const provider = new WireProvider({
    name: 'b',
    baseUrl,
    apiKey: 'none',
    model: 'm',
    dialect: DIALECT,
    limits: LIMITS,
  });
  return async () => {
    let text = '';
    for await (const event of provider.stream(REQUEST, new AbortController().signal, 'm')) {
      if (event.kind === 'text') text += event.text;
    }
    return text;
  };
};

export const BASELINE = 'fetch';
export const PRODUCT = "the product's own, on node:http";

/** Every way for which the libraries are there. */
export async function listClients() {
  const [sdk, undici] = await Promise.all(['openai', 'undici'].map(present));
  return [
    ...(sdk ? [['openai SDK', viaSdk(sdk.default)]] : []),
    [BASELINE, viaFetch],
    ...(undici ? [['undici.request', viaUndiciRequest(undici)]] : []),
    ...(undici ? [['undici dispatch', viaUndiciDispatch(undici)]] : []),
    ['node:http, iterated', viaHttp(readAll)],
    ['node:http, data events', viaHttp(readEvents)],
    [PRODUCT, viaProduct],
  ];
}

async function present(name) {
  try {
    return await import(name);
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
