import { SEED_PERSONAS } from '../../../../../../prisma/seed/personas.ts';
import { dialogueOf } from '../../../../../../prisma/seed/talk/index.ts';
import { composeDemoReply } from './demo-voice.ts';
import { detectIntent } from './demo-voice-intent.ts';
import { CALLBACKS, PHRASES } from './demo-voice-phrases.ts';
import { memorableOf } from './demo-voice-text.ts';
import type { ChatTurn, PersonaFlavour } from './provider.ts';

/** As people write: with typing errors, short words, feelings, questions beside the point and one in earnest. */
const SCRIPT = [
  'hii',
  'how r u today?',
  'so who are you exactly',
  'where are we??',
  'What do you liek to do?',
  'I had an argument with my brother last week',
  'ok',
  'tell me a stroy pls',
  'haha nice one',
  'why',
  'My new job starts on monday in another city',
  'hmm',
  'what should i do?',
  'whats the capital of Mongolia?',
  'are you a real person?',
  'I feel really lonely tonight',
  'yes',
  'tell me a joke',
  'I walked home along the river, and it was quiet',
  'thanks, that helped. I have to go, good night!',
];

function flavourOf(persona: (typeof SEED_PERSONAS)[number]): PersonaFlavour {
  const fill = (text: string): string => text.replaceAll('{{user}}', 'Robin').replaceAll('{{char}}', persona.name);
  return {
    name: persona.name,
    fanName: 'Robin',
    greeting: fill(persona.greeting),
    description: fill(persona.description),
    personality: fill(persona.personality),
    scenario: fill(persona.scenario),
    examples: dialogueOf(persona).map((pair) => ({ fan: fill(pair.fan), persona: fill(pair.persona) })),
    knowledge: [],
    continues: false,
    alternatives: [],
  };
}

function talk(flavour: PersonaFlavour, lines: readonly string[]): string[] {
  const turns: ChatTurn[] = [{ role: 'assistant', content: flavour.greeting }];
  return lines.map((content) => {
    turns.push({ role: 'user', content });
    const reply = composeDemoReply({ turns, maxTokens: 1_000, flavour });
    turns.push({ role: 'assistant', content: reply });
    return reply;
  });
}

const PLAIN = Object.values(PHRASES).flat();

describe.each(SEED_PERSONAS.map((persona) => [persona.name, persona] as const))(
  'an evening with %s',
  (_name, persona) => {
    const flavour = flavourOf(persona);
    const replies = talk(flavour, SCRIPT);
    const own = flavour.examples.map((pair) => pair.persona);

    it('has no sentence twice, not even one of the greeting', () => {
      const keys = [flavour.greeting, ...replies].flatMap(memorableOf);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
      expect(new Set(replies).size).toBe(SCRIPT.length);
    });

    it('is told in the persona’s own words', () => {
      const foreign = replies.filter((reply) => !own.some((line) => reply.includes(line)));
      expect(foreign).toEqual([]);
      // A line that fits anybody may help out, but seldom.
      expect(replies.filter((reply) => PLAIN.some((phrase) => reply.includes(phrase))).length).toBeLessThanOrEqual(3);
    });

    it('leaves no macro open, and keeps a sensible length', () => {
      for (const reply of replies) {
        expect(reply).not.toMatch(/\{\{|\}\}|<(user|bot|char)>/i);
        expect(reply.length).toBeGreaterThanOrEqual(30);
        expect(reply.length).toBeLessThanOrEqual(700);
        expect((reply.match(/\*/g) ?? []).length % 2).toBe(0);
      }
    });

    it('answers what its lines are for', () => {
      const expected: Record<string, string> = {
        'how r u today?': 'How are you?',
        'so who are you exactly': 'Who are you?',
        'where are we??': 'Where are we?',
        'what should i do?': 'What should I do?',
        'tell me a joke': 'Tell me a joke.',
        'are you a real person?': 'Are you an AI?',
        'whats the capital of Mongolia?': 'I have a question.',
        'thanks, that helped. I have to go, good night!': 'I have to go now.',
      };
      for (const [said, fan] of Object.entries(expected)) {
        const reply = replies[SCRIPT.indexOf(said)] ?? '';
        const lines = flavour.examples.filter((pair) => detectIntent(pair.fan) === detectIntent(fan));
        expect({ said, reply, fits: lines.some((pair) => reply.includes(pair.persona)) }).toMatchObject({ fits: true });
      }
      expect(replies[SCRIPT.indexOf('are you a real person?')]).toMatch(/\bAI\b/);
    });

    it('comes back to the brother or the new job', () => {
      const frames = CALLBACKS.flatMap(([before, after]) => [`${before}brother${after}`, `${before}new job${after}`]);
      expect(replies.filter((reply) => frames.some((frame) => reply.includes(frame))).length).toBeGreaterThanOrEqual(1);
    });

    it.each(persona.starters)('has an answer of its own to the starter %j', (starter) => {
      const pairs = flavour.examples.filter((pair) => pair.fan === starter);
      const [reply = ''] = talk(flavour, [starter]);
      const isAnswer = pairs.some((pair) => reply.includes(pair.persona));
      expect({ reply, isAnswer: isAnswer || pairs.length === 0 }).toMatchObject({ isAnswer: true });
      expect(PLAIN.some((phrase) => reply.includes(phrase))).toBe(false);
    });

    it.each(persona.exampleDialogue.map((pair) => pair.fan))('answers %j as its creator wrote it', (fan) => {
      const [reply = ''] = talk(flavour, [
        fan
          .toLowerCase()
          .replaceAll('’', '')
          .replace(/[.?!]$/, ''),
      ]);
      // Then the truth comes first, in so many words.
      const isAi = detectIntent(fan) === 'ai';
      const meant = flavour.examples.filter((pair) => pair.fan === fan).map((pair) => pair.persona);
      expect({ reply, meant, isAnswer: isAi || meant.some((line) => reply.includes(line)) }).toMatchObject({
        isAnswer: true,
      });
    });
  },
);
