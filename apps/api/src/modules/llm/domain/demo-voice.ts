import { detectIntent, focusOf, type Intent, isInDanger, isShortAnswer, nameIn } from './demo-voice-intent.ts';
import {
  CARE_LASTS_MESSAGES,
  MAY_CALL_BACK,
  OCCASION_FIRST,
  STANDS_ALONE,
  STILL_ABOUT_IT,
  WANTS_QUESTION,
} from './demo-voice-manners.ts';
import { findAnswer, findWordForWord, type Line, type Material, readMaterial } from './demo-voice-material.ts';
import {
  CALLBACKS,
  CARE,
  CARE_GOES_ON,
  GRIEF_GOES_ON,
  INTRODUCED,
  PHRASES,
  REMEMBERED,
  TRUTH,
} from './demo-voice-phrases.ts';
import { contentOf, hashText, joined, Spoken, seeded, sentencesOf, shorten } from './demo-voice-text.ts';
import { topicsOf } from './demo-voice-topics.ts';
import type { ChatTurn, CompletionRequest } from './provider.ts';

/** Of a reply; a long line of the persona's own stands as it is. */
const COMPANY_CHARS_MAX = 110;
const CHARS_PER_TOKEN = 4;
const HEARD_CHARS_MAX = 800;
const ONLY_ACTION = /^\*[^*]+\*$/;
/** Between two of them. */
const CALLBACK_REPLIES_MIN = 4;

/**
 * A reply of the offline voice, in the persona's own words wherever it has some for the occasion: what its examples answer is answered by
 * them, other questions by what its texts tell, and the rest by lines for the occasion, the persona's own first and then ones that
 * fit anybody. Nothing is said twice while there is something else to say. The same request gets the same reply.
 */
export function composeDemoReply(request: CompletionRequest): string {
  const voice = new DemoVoice(request);
  return shorten(voice.reply(), request.maxTokens * CHARS_PER_TOKEN);
}

class DemoVoice {
  private readonly material: Material;
  private readonly heard: readonly string[];
  private readonly said: string;
  private readonly spoken = new Spoken();
  private readonly random: () => number;
  private readonly continues: boolean;
  private readonly replies: readonly string[];

  constructor(private readonly request: CompletionRequest) {
    const spoken = request.turns.filter((turn) => turn.role !== 'system');
    this.continues = request.flavour.continues || spoken.at(-1)?.role === 'assistant';
    // The request to go on was said by nobody.
    const turns = this.continues && spoken.at(-1)?.role === 'user' ? spoken.slice(0, -1) : spoken;
    this.material = readMaterial(request.flavour);
    this.heard = turns.filter((turn) => turn.role === 'user').map(heardOf);
    this.said = this.heard.at(-1) ?? '';
    const replies = turns.filter((turn) => turn.role === 'assistant').map((turn) => turn.content);
    this.replies = [request.flavour.greeting, ...replies];
    for (const text of [...this.replies, ...request.flavour.alternatives]) this.spoken.add(text);
    this.random = seeded(hashText(`${request.flavour.name}\n${turns.length}\n${this.said}`));
  }

  reply(): string {
    if (this.continues) return this.oneOf('more') ?? this.fact() ?? this.anyLine();
    const intent = this.intent();
    const all = this.request.turns.findLast((turn) => turn.role === 'user')?.content ?? '';
    if (intent === 'selfHarm' || isInDanger(all)) return this.firstUnsaid(CARE) ?? CARE[0] ?? '';
    const care = this.careStill(intent);
    if (care !== undefined) return care;
    if (intent === 'ai') return this.truth();
    const name = intent === 'introduce' ? nameIn(this.said) : undefined;
    if (name !== undefined) return this.withCompany(this.around(INTRODUCED, name) ?? `${name}.`, 'introduce');
    const remembered = intent === 'remember' ? this.remembered() : undefined;
    if (remembered !== undefined) return this.withCompany(remembered, intent);
    const { line, answers } = this.mainLine(intent);
    return answers ? this.withAction(line) : this.withCompany(line, intent);
  }

  /** A few words after a question of the persona's are its answer, not a story. */
  private intent(): Intent {
    const intent = detectIntent(this.said);
    return intent === 'share' && isShortAnswer(this.said) && (this.replies.at(-1) ?? '').includes('?')
      ? 'answer'
      : intent;
  }

  private mainLine(intent: Intent): { line: string; answers: boolean } {
    const found = this.answer();
    const lineFor = (): string | undefined => this.own(intent) ?? this.factFor(intent) ?? this.phrase(intent);
    const occasion = OCCASION_FIRST.has(intent) ? lineFor() : undefined;
    if (found !== undefined && (occasion === undefined || found.fit > 0.9))
      return { line: found.line.text, answers: true };
    const line = occasion ?? lineFor() ?? this.anyLine();
    return { line, answers: false };
  }

  /** What the material answers to these words: to the last question first, then to the whole message. */
  private answer(): { line: Line; fit: number } | undefined {
    const isFresh = (line: Line): boolean => !this.spoken.has(line.text);
    const same = findWordForWord(this.material, this.said, isFresh);
    if (same !== undefined) return { line: same, fit: 1 };
    const focus = findAnswer(this.material, focusOf(this.said), isFresh);
    return focus ?? findAnswer(this.material, this.said, isFresh);
  }

  /** The persona's own line for an occasion: of several the one nearest to the words, else any. */
  private own(intent: Intent): string | undefined {
    const lines = this.material.lines.filter(
      (line) => line.intent === intent && line.fitsAny && !this.spoken.has(line.text),
    );
    const asked = new Set(contentOf(this.said));
    // What they spoke of before can follow a statement, and would be a second question after a question.
    const statements = this.topicFor(intent) === undefined ? [] : lines.filter((line) => !line.text.includes('?'));
    if (statements.length > 0) return this.pick(statements)?.text;
    const near = lines.filter((line) => line.content.some((root) => asked.has(root)));
    return this.pick(near.length > 0 && intent !== 'share' ? near : lines)?.text;
  }

  private phrase(intent: Intent): string | undefined {
    if (intent === 'selfHarm' || intent === 'ai' || intent === 'introduce') return undefined;
    return this.pick(PHRASES[intent].filter((phrase) => !this.spoken.has(phrase)));
  }

  private oneOf(intent: Intent): string | undefined {
    return this.own(intent) ?? this.phrase(intent);
  }

  /** For personas without lines of their own: what their texts tell of them, when that is what was asked. */
  private factFor(intent: Intent): string | undefined {
    const facts = this.material.facts.map((fact) => fact.text).filter((fact) => !this.spoken.has(fact));
    switch (intent) {
      case 'who':
        return facts.find((fact) => /^(I am|I have been|I keep|I work)\b/.test(fact)) ?? facts[0];
      case 'age':
        return facts.find((fact) =>
          /\b(years? old|aged|born|built|\d{2,4}|(twen|thir|for|fif|six|seven|eigh|nine)ty)\b/i.test(fact),
        );
      case 'likes':
        return facts.find((fact) => /\b(likes?|loves?|enjoy|fond|favourite|favorite|delight)/i.test(fact));
      case 'place':
        return this.scene();
      default:
        return undefined;
    }
  }

  /** The scene without what the fan does in it. */
  private scene(): string | undefined {
    const { scenario, fanName } = this.request.flavour;
    const sentences = sentencesOf(scenario).filter((sentence) => fanName === '' || !sentence.includes(fanName));
    const scene = sentences.slice(0, 2).join(' ').replaceAll('*', '');
    return scene !== '' && !this.spoken.has(scene) ? `*${scene}*` : undefined;
  }

  private fact(): string | undefined {
    return this.pick(this.material.facts.filter((fact) => /^(I|My) /.test(fact.text) && !this.spoken.has(fact.text)))
      ?.text;
  }

  /** Always true, and in the persona's own words where it has some for it. */
  private truth(): string {
    const own = this.own('ai');
    if (own !== undefined && /\bAI\b/.test(own)) return own;
    const truth = this.firstUnsaid(TRUTH) ?? TRUTH[0] ?? '';
    const more = own ?? this.material.lines.find((line) => line.intent === 'ai' && !this.spoken.has(line.text))?.text;
    return more === undefined ? truth : `${truth} ${more}`;
  }

  /** A short line is followed by something that keeps the talk going; a line without any action gets one now and then. */
  private withCompany(line: string, intent: Intent): string {
    this.spoken.add(line);
    if (STANDS_ALONE.has(intent)) return line;
    const topic = this.topicFor(intent);
    const callback = topic === undefined ? undefined : this.around(CALLBACKS, topic);
    const wants =
      !line.includes('?') &&
      (WANTS_QUESTION.has(intent) ? ONLY_ACTION.test(line) || this.random() < 0.75 : line.length < COMPANY_CHARS_MAX);
    if (callback !== undefined && !line.includes('?')) return this.withAction(`${line} ${callback}`);
    return this.withAction(wants ? joined(line, this.oneOf('ask')) : line);
  }

  private withAction(line: string): string {
    const chance = line.length < 150 ? 0.45 : 0.2;
    if (line.includes('*') || this.random() > chance) return line;
    const actions = this.material.lines.filter(
      (other) => other.intent === 'silence' && ONLY_ACTION.test(other.text) && !this.spoken.has(other.text),
    );
    return joined(this.pick(actions)?.text ?? '', line);
  }

  /** Something of their own that the fan spoke of some messages ago: once, and not too often. */
  private topicFor(intent: Intent): string | undefined {
    if (!MAY_CALL_BACK.has(intent)) return undefined;
    const isRecent = this.replies
      .slice(-CALLBACK_REPLIES_MIN)
      .some((reply) => CALLBACKS.some((frame) => frame.some((part) => part.length > 20 && reply.includes(part))));
    if (isRecent) return undefined;
    return this.heard
      .slice(0, -2)
      .filter(isLight)
      .flatMap(topicsOf)
      .findLast((word) => !this.spoken.hasWords(`your ${word}`));
  }

  private remembered(): string | undefined {
    const told = this.heard.slice(0, -1).filter(isLight);
    const topic = told.flatMap(topicsOf).at(-1);
    return topic === undefined ? undefined : this.around(REMEMBERED, topic);
  }

  private around(frames: readonly (readonly [string, string])[], word: string): string | undefined {
    const unused = frames.filter(
      ([before, after]) => ![before, after].some((part) => part.length > 14 && this.spoken.hasWords(part)),
    );
    const frame = this.pick(unused);
    return frame === undefined ? undefined : `${frame[0]}${word}${frame[1]}`;
  }

  /** What somebody needs who said something grave a moment ago and is still with it. */
  private careStill(intent: Intent): string | undefined {
    if (!STILL_ABOUT_IT.has(intent)) return undefined;
    const before = this.heard.slice(-1 - CARE_LASTS_MESSAGES, -1).map(detectIntent);
    if (before.includes('selfHarm')) return this.firstUnsaid(CARE_GOES_ON) ?? CARE_GOES_ON[0];
    return before.includes('grief') ? this.firstUnsaid(GRIEF_GOES_ON) : undefined;
  }

  /** When all that fits was said: something that fits anywhere, and at the very end something of before. */
  private anyLine(): string {
    const fresh = this.oneOf('share') ?? this.oneOf('ok') ?? this.oneOf('ask') ?? this.fact();
    return fresh ?? PHRASES.share[this.heard.length % PHRASES.share.length] ?? this.request.flavour.greeting;
  }

  private firstUnsaid(texts: readonly string[]): string | undefined {
    return texts.find((text) => !this.spoken.has(text));
  }

  private pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.random() * items.length)];
  }
}

/** The end of a long message, where people come to the point; more of it would only cost time. */
const heardOf = (turn: ChatTurn): string => turn.content.slice(-HEARD_CHARS_MAX);

/** Told, and nothing that one wouldn't bring up lightly. */
const isLight = (text: string): boolean => !text.includes('?') && !['grief', 'selfHarm'].includes(detectIntent(text));
