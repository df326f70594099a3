import { sentencesOf } from './demo-voice-text.ts';

/** Verbs that a written description uses of its subject, as the subject would use them. */
const FIRST_PERSON: Readonly<Record<string, string>> = {
  is: 'am',
  has: 'have',
  was: 'was',
  does: 'do',
  goes: 'go',
  'is not': 'am not',
};

/**
 * What a persona can say of itself, from texts that speak to it ("You are a baker") or about it ("Orla keeps the light"). A sentence that
 * can't be turned without doubt is left out: a wrong one would fall out of the part. Directions for playing ("Keep replies short") are none.
 */
export function factsOf(texts: readonly string[], name: string, fanName: string): string[] {
  const fan = fanName === '' ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])${escaped(fanName)}(?![\\p{L}\\p{N}])`, 'gu');
  return texts.flatMap((text) => {
    // A text that says "you" means others by he and she.
    const pronoun = /\bYou\b/.test(text) ? undefined : pronounOf(text);
    return sentencesOf(text).flatMap((sentence) => {
      if (sentence.startsWith('*') || sentence.length > FACT_CHARS_MAX || DIRECTION.test(sentence)) return [];
      const isAboutFan = fan !== undefined && sentence.search(fan) >= 0;
      const turned = isAboutFan ? sentence.replace(fan, 'you').replace(/\byou['’]s\b/g, 'your') : sentence;
      const fact = (isAboutFan ? undefined : fromSecondPerson(sentence)) ?? fromThirdPerson(turned, name, pronoun);
      return fact === undefined ? [] : [fact];
    });
  });
}

function pronounOf(text: string): 'He' | 'She' | undefined {
  const he = text.match(/\bhe\b/gi)?.length ?? 0;
  const she = text.match(/\bshe\b/gi)?.length ?? 0;
  if (he === she) return undefined;
  return he > she ? 'He' : 'She';
}

const FACT_CHARS_MAX = 260;
const DIRECTION = /\b(repl(y|ies)|messages?|role ?play|act out)\b/i;

/** "You are …", "Your bike …", "Deirdre the gull is your …", and not "Ask your …". */
const ABOUT_YOU =
  /^(You|Your|You’re|You're) |^(The |An? )?\p{Lu}?\p{L}+( the \p{L}+)? (is|are|was|has|lives|sits|keeps) .*\byour?\b/u;

function fromSecondPerson(sentence: string): string | undefined {
  if (
    !ABOUT_YOU.test(sentence) ||
    /^You (never|always)? ?(write|use|describe|must|should|may|can|will|ask|give|play|run|speak|talk|do not|don’t|don't)\b/.test(
      sentence,
    )
  )
    return undefined;
  return sentence
    .replace(/\byou(’re|'re| are)\b/gi, 'I am')
    .replace(/\byou(’ve|'ve)\b/gi, 'I have')
    .replace(/\byou were\b/gi, 'I was')
    .replace(/\byourself\b/gi, 'myself')
    .replace(/\byours\b/gi, 'mine')
    .replace(/\bYour\b/g, 'My')
    .replace(/\byour\b/g, 'my')
    .replace(
      /\b(to|for|with|by|at|of|from|about|like|calls?|called|beside|hates?|loves?|makes?|taught|told|gets?|gave) you\b/g,
      '$1 me',
    )
    .replace(/\byou\b/gi, 'I');
}

function fromThirdPerson(sentence: string, name: string, pronoun: string | undefined): string | undefined {
  const names = [name, name.split(' ')[0] ?? name, name.split(' ').at(-1) ?? name].filter((part) => part.length > 2);
  const subject = [...names, ...(pronoun === undefined ? [] : [pronoun])].find((who) => sentence.startsWith(`${who} `));
  if (subject === undefined) return undefined;
  const [verb = '', ...rest] = sentence.slice(subject.length + 1).split(' ');
  const turned = verbOf(verb);
  if (turned === undefined) return undefined;
  const tail = rest
    .join(' ')
    .replace(/\b(himself|herself)\b/g, 'myself')
    .replace(/\bhis\b/g, 'my')
    .replace(/\bher (?=\p{L}+)/gu, 'my ')
    .replace(/\b(him|her)\b/g, 'me')
    .replace(/\b(he|she) (\p{L}+)/gu, (whole, _who: string, next: string) => {
      const mine = verbOf(next);
      return mine === undefined ? whole : `I ${mine}`;
    });
  // Somebody else may be meant by what is left.
  if (/\b(he|she|they|them|their)\b/i.test(tail) || names.some((part) => tail.includes(part))) return undefined;
  return `I ${turned} ${tail}`;
}

function verbOf(verb: string): string | undefined {
  const known = FIRST_PERSON[verb];
  if (known !== undefined) return known;
  if (/^(had|did|will|would|can|could|used|never|once)$/.test(verb) || /[a-z]{2}ed$/.test(verb)) return verb;
  if (/(sses|shes|ches|xes)$/.test(verb)) return verb.slice(0, -2);
  if (/[^aeiou]ies$/.test(verb)) return `${verb.slice(0, -3)}y`;
  return /[a-rt-z]s$/.test(verb) ? verb.slice(0, -1) : undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
