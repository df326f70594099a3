/**
 * The boundaries of the message path, of a reply's life and of a payment at which a process can be made to die, to fail or to wait.
 * `before` and `after` are those of the step's statement; after a statement of its own, what it wrote is committed.
 */
export const FAILPOINT_NAMES = [
  'send.before-statement',
  /** Charged and written, not answered, and nobody generates the reply yet. */
  'send.after-statement',
  /** The reply is being generated, and the fan has not been answered yet. */
  'send.before-answer',
  'generation.before-provider',
  'generation.after-first-delta',
  'save.before-statement',
  'save.after-statement',
  'stop.before-statement',
  /** The wish to stop is written, and the generation in this process has not heard of it. */
  'stop.after-statement',
  'settle.before-statement',
  /** Final state and refund are written, and nobody has been told. */
  'settle.after-statement',
  'sweep.before-settle',
  /** Inside the transaction: the event is noted, its payment locked, nothing credited. */
  'webhook.before-credit',
  /** Inside the transaction: credited, not committed. */
  'webhook.after-credit',
  /** Inside the transaction: coins followed money that went back, not committed. */
  'webhook.after-clawback',
  /** Credited and committed, and the provider has not been answered. */
  'webhook.after-commit',
  /** The payout is in flight in our books, and the provider has not heard of it. */
  'payout.before-send',
  /** The provider said yes, and nothing of it is written. */
  'payout.after-send',
  /** Inside the transaction: some of an audience are told, not committed. */
  'spread.before-commit',
] as const;

export type FailpointName = (typeof FAILPOINT_NAMES)[number];

export type FailpointAction = { kind: 'kill' } | { kind: 'fail' } | { kind: 'delay'; delayMs: number };

/** When a rule acts: each time, by chance, or at the n-th time that the point is reached, counted from 1. */
export type FailpointTrigger =
  | { kind: 'always' }
  | { kind: 'chance'; probability: number }
  | { kind: 'hit'; number: number };

export interface FailpointRule {
  name: FailpointName;
  action: FailpointAction;
  trigger: FailpointTrigger;
}

const RULE =
  /^(?<name>[a-z.-]+)=(?:(?<plain>kill|fail)|delay:(?<delayMs>\d{1,5}))(?:@(?<chance>[01](?:\.\d+)?)|#(?<hit>\d{1,9}))?$/;

/**
 * Reads `name=action[@probability | #hit]`, several of them with `;` between: `send.after-statement=kill@0.02;stop.before-statement=delay:50#3`.
 * The same point may have several rules. Throws a RangeError that says what is wrong.
 */
export function parseFailpoints(text: string): FailpointRule[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseRule);
}

function parseRule(text: string, index: number): FailpointRule {
  const found = RULE.exec(text)?.groups;
  if (found === undefined) {
    throw new RangeError(
      `rule ${index + 1} is not name=kill|fail|delay:<ms>, then @<probability> or #<hit> or nothing`,
    );
  }
  const name = FAILPOINT_NAMES.find((known) => known === found['name']);
  if (name === undefined) {
    throw new RangeError(`rule ${index + 1} names no failpoint; there are ${FAILPOINT_NAMES.join(', ')}`);
  }
  const { plain, delayMs } = found;
  const action: FailpointAction =
    plain === 'kill' || plain === 'fail' ? { kind: plain } : { kind: 'delay', delayMs: Number(delayMs) };
  return { name, action, trigger: parseTrigger(found['chance'], found['hit'], index) };
}

function parseTrigger(chance: string | undefined, hit: string | undefined, index: number): FailpointTrigger {
  if (chance !== undefined) {
    const probability = Number(chance);
    if (probability > 1) throw new RangeError(`rule ${index + 1} has a probability above 1`);
    return { kind: 'chance', probability };
  }
  if (hit === undefined) return { kind: 'always' };
  if (Number(hit) === 0) throw new RangeError(`rule ${index + 1} counts hits from 1`);
  return { kind: 'hit', number: Number(hit) };
}
