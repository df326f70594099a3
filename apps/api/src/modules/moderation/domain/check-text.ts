import type { Care } from '@troupe/contracts/http/moderation';
import { type Token, tokensOf } from './normalise.ts';
import { Phrases } from './phrases.ts';
import { BLOCK_RULES } from './rules/block.ts';
import { CARE_RULES } from './rules/care.ts';
import type { Rule } from './rules/rule.ts';
import { WORD_SETS } from './rules/word-sets.ts';

/** `mature`: the persona is for adults. `minor`: the fan said that they are under 18. */
export interface CheckContext {
  mature: boolean;
  minor: boolean;
}

/** `rule` is for logs and metrics; people are told the code only. */
export type Check =
  | { kind: 'ok'; care: Care | null }
  | { kind: 'blocked'; code: 'content_blocked'; rule: string; care: Care | null };

interface CompiledRule extends Rule {
  found: Phrases;
  company: Phrases | undefined;
  excuse: Phrases | undefined;
}

export const RULES: readonly CompiledRule[] = [...BLOCK_RULES, ...CARE_RULES].map((rule) => ({
  ...rule,
  found: new Phrases(rule.phrases, WORD_SETS),
  company: rule.near && new Phrases(rule.near.phrases, WORD_SETS),
  excuse: rule.unless && new Phrases(rule.unless, WORD_SETS),
}));

/** What a fan is about to send. */
export function checkInput(text: string, context: CheckContext): Check {
  return judge(tokensOf(text), ({ input }) => input === 'always' || (input === 'for-minors' && context.minor));
}

/** What a persona has said. */
export function checkOutput(text: string, context: CheckContext): Check {
  return judge(tokensOf(text), heldOn(context));
}

/**
 * What a creator wrote for a persona; `mature` is what only a persona for adults may say. It is what a persona says and what a model is told, so the
 * rules of both sides hold.
 */
export function judgeWriting(text: string): 'allowed' | 'mature' | 'blocked' {
  const tokens = tokensOf(text);
  const broken = RULES.filter((rule) => rule.effect.kind === 'block' && applies(rule, tokens));
  if (broken.some(({ input, output }) => input === 'always' || output === 'always')) return 'blocked';
  return broken.some(({ output }) => output === 'unless-mature') ? 'mature' : 'allowed';
}

/** Whether what a persona is saying is blocked already, as far as it has come; unless it `isOver`, only for what stays so whatever follows. */
export function isOutputBlocked(tokens: readonly Token[], context: CheckContext, isOver: boolean): boolean {
  const holds = heldOn(context);
  return RULES.some((rule) => rule.effect.kind === 'block' && holds(rule) && applies(rule, tokens, isOver));
}

/** How many words back a rule for what is said can look from the newest one. */
export const OUTPUT_REACH_TOKENS = Math.max(
  ...RULES.filter(({ output }) => output !== 'never').map(
    ({ found, company, near }) => Math.max(found.tokensMax, company?.tokensMax ?? 0) + (near?.withinWords ?? 0),
  ),
);

const heldOn =
  ({ mature, minor }: CheckContext) =>
  ({ output }: Rule): boolean =>
    output === 'always' || (output === 'unless-mature' && !(mature && !minor));

/** Whether no rule could hold against a persona's words, whoever the persona is: then nobody needs to know who it is. */
export function isHarmless(text: string): boolean {
  return checkOutput(text, { mature: false, minor: true }).kind === 'ok';
}

/** What a fan's text asks of whoever shows it. */
export function careOf(text: string): Care | null {
  const tokens = tokensOf(text);
  return careAskedBy(RULES.filter((rule) => rule.effect.kind === 'care' && applies(rule, tokens)));
}

function judge(tokens: readonly Token[], holds: (rule: Rule) => boolean): Check {
  const broken = RULES.filter((rule) => holds(rule) && applies(rule, tokens));
  const care = careAskedBy(broken);
  const blocking = broken.find(({ effect }) => effect.kind === 'block');
  return blocking === undefined
    ? { kind: 'ok', care }
    : { kind: 'blocked', code: 'content_blocked', rule: blocking.id, care };
}

function careAskedBy(rules: readonly Rule[]): Care | null {
  for (const { effect } of rules) if (effect.kind === 'care') return effect.care;
  return null;
}

function applies({ found, company, excuse, near }: CompiledRule, tokens: readonly Token[], isOver = true): boolean {
  const places = found.find(tokens, { isOver });
  if (places.length === 0) return false;
  if (company !== undefined && near !== undefined && !meet(places, company.find(tokens, { isOver }), near.withinWords))
    return false;
  return excuse === undefined || excuse.find(tokens).length === 0;
}

/** Whether two ascending lists of places come within a distance of each other: one walk along both. */
function meet(these: readonly number[], those: readonly number[], withinWords: number): boolean {
  let next = 0;
  for (const place of these) {
    while (next < those.length && (those[next] ?? 0) < place - withinWords) next += 1;
    const other = those[next];
    if (other !== undefined && other <= place + withinWords) return true;
  }
  return false;
}
