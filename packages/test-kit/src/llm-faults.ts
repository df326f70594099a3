import type { WireScript } from './llm-wire.ts';

/** A chunk of OpenAI's chat completions as an event. */
const chunk = (body: object): string =>
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'local', ...body })}\n\n`;
const delta = (content: string): string => chunk({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
const FINISH = chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
const DONE = 'data: [DONE]\n\n';
const usageChunk = (usage: unknown): string => chunk({ choices: [], usage });
const GOOD_USAGE = { prompt_tokens: 10, completion_tokens: 4 };

const wire = (pieces: Iterable<string | Uint8Array>, end: WireScript['end'] = 'end'): WireScript => ({
  kind: 'wire',
  pieces,
  end,
});
const refusal = (status: number, headers: Record<string, string> = {}): WireScript => ({
  kind: 'wire',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  // A provider's text may quote the prompt: nobody may log it.
  pieces: [JSON.stringify({ error: { message: FAULT_SECRET, code: 'scripted', type: 'scripted_failure' } })],
  end: 'end',
});

/** Stands in every text of a failure, so that a test can look for it where it must not be. */
export const FAULT_SECRET = 'a sentence that only the fan and the persona know';

/** Everything that a provider was seen to do wrong; how a server refuses connections is `LlmServer.goAway`. */
export type LlmFault = keyof ReturnType<typeof llmFaults>;

/**
 * The table of what goes wrong on the wire, for `LlmServer.script`. Faults in the middle of a stream come after `words`, one packet each;
 * with none of them, before the first token. Replies whose usage is strange say `words` and end well.
 */
export function llmFaults(words: readonly string[]) {
  const said = words.map(delta);
  const withUsage = (usage: unknown): WireScript => wire([...said, FINISH, usageChunk(usage), DONE]);
  return {
    unauthorized: refusal(401),
    unpaid: refusal(402),
    rateLimited: refusal(429, { 'retry-after': '1' }),
    rateLimitedForLong: refusal(429, { 'retry-after': '30' }),
    serverError: refusal(500),
    hangBeforeHeaders: { kind: 'wire', end: 'hang_before_headers' } satisfies WireScript,
    cutBeforeHeaders: { kind: 'wire', end: 'cut_before_headers' } satisfies WireScript,
    hangMidStream: wire(said, 'hang'),
    cutMidChunk: wire([...said, delta('never whole').slice(0, 40)], 'cut'),
    endWithoutFinish: wire(said),
    invalidJson: wire([...said, `data: {"choices": [{"delta": {"content": "${FAULT_SECRET}\n\n`], 'hang'),
    errorEvent: wire([...said, chunk({ error: { message: FAULT_SECRET, code: 502, type: 'overloaded' } })], 'hang'),
    htmlPage: {
      kind: 'wire',
      headers: { 'content-type': 'text/html' },
      pieces: [`<html>${FAULT_SECRET}</html>`],
      end: 'end',
    } satisfies WireScript,
    empty: wire([FINISH, usageChunk({ prompt_tokens: 10, completion_tokens: 0 }), DONE]),
    endless: wire(forever(words.length === 0 ? 'and on ' : words.join(''))),
    usageMissing: wire([...said, FINISH, DONE]),
    usageZero: withUsage({ prompt_tokens: 0, completion_tokens: 0 }),
    usageNegative: withUsage({ prompt_tokens: -10, completion_tokens: 4 }),
    usageAbsurd: withUsage({ prompt_tokens: 10, completion_tokens: 900_000_000 }),
    longLine: wire(oneLine(said, 10 * 1024 * 1024)),
    splitCharacters: wire(bytesOneByOne([...said, delta('Curtain 🎭 – é'), FINISH, usageChunk(GOOD_USAGE), DONE])),
    comments: wire([
      ': keep-alive\n\n',
      ...said.flatMap((event) => [':\r\n', 'retry: 10\nid: 7\nevent: message\n', event.replaceAll('\n', '\r\n')]),
      FINISH,
      usageChunk(GOOD_USAGE),
      DONE,
    ]),
  };
}

function forever(words: string): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      for (;;) yield delta(words);
    },
  };
}

/** An event whose line has `bytes` and no end. */
function oneLine(before: readonly string[], bytes: number): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      yield* before;
      yield 'data: {"choices":[{"delta":{"content":"';
      const part = 'x'.repeat(64 * 1024);
      for (let sent = 0; sent < bytes; sent += part.length) yield part;
      yield '"}}]}\n\n';
    },
  };
}

function bytesOneByOne(events: readonly string[]): Iterable<Uint8Array> {
  const bytes = Buffer.from(events.join(''));
  return Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
}
