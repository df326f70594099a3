import { Problem } from './problem.mjs';

const POLL_INTERVAL_MS = 200;
const ATTEMPT_LIMIT_MS = 20_000;

/**
 * Asks an address until it answers well. Another process says that it is ready in no other way.
 * @throws Problem with the end of the log when the service ends first or the limit passes.
 */
export async function waitForHttp(url, service, { limitMs, signal }) {
  const deadline = Date.now() + limitMs;
  let end;
  service.ended.then((result) => {
    end = result;
  });
  let lastAnswer = 'no answer';
  while (end === undefined && Date.now() < deadline && !signal?.aborted) {
    lastAnswer = await ask(url);
    if (lastAnswer === 'ok') return;
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
  if (signal?.aborted) return;
  const what = end === undefined ? `does not become ready (${url}: ${lastAnswer})` : `ended with ${end.reason}`;
  throw serviceProblem(service, what);
}

/** A service failed: says so with the end of its log. */
export function serviceProblem(service, what) {
  return new Problem(
    `The ${service.name} ${what}. The end of its log:\n\n${indent(service.logTail())}\n`,
    `The whole log is ${service.logFile}.`,
  );
}

async function ask(url) {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(ATTEMPT_LIMIT_MS),
    });
    await response.body?.cancel();
    return response.status < 400 ? 'ok' : `status ${response.status}`;
  } catch (error) {
    return error.cause?.code ?? error.name;
  }
}

function indent(text) {
  return text.replaceAll(/^/gm, '    ');
}
