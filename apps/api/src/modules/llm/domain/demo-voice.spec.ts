import { composeDemoReply } from './demo-voice.ts';
import { CARE, GRIEF_GOES_ON, PHRASES } from './demo-voice-phrases.ts';
import { memorableOf } from './demo-voice-text.ts';
import type { ChatTurn, PersonaFlavour } from './provider.ts';

/** A creator's own persona, with little to go by. */
const thin: PersonaFlavour = {
  name: 'Orla Finn',
  fanName: 'Ann',
  greeting: 'The lamp is lit.',
  description: 'Orla Finn keeps the light on Gull Rock. She has a red boat and a deaf dog named Pike.',
  personality: 'You are Orla, forty-one years old. You like soup and storms. Keep your replies short.',
  scenario: 'The lamp room, at night. Ann has come up the stairs.',
  examples: [{ fan: 'Do you ever sleep?', persona: 'In the mornings, with one eye.' }],
  knowledge: ['The foghorn sounds twice a minute. The keys hang behind the barometer.'],
  continues: false,
  alternatives: [],
};
/** What the persona answers to the last of these, each said in turn. */
function talk(lines: readonly string[], flavour: PersonaFlavour = thin, maxTokens = 500): string[] {
  const turns: ChatTurn[] = [
    { role: 'system', content: 'rules' },
    { role: 'assistant', content: flavour.greeting },
  ];
  return lines.map((content) => {
    turns.push({ role: 'user', content });
    const reply = composeDemoReply({ turns, maxTokens, flavour });
    turns.push({ role: 'assistant', content: reply });
    return reply;
  });
}
const answerTo = (said: string): string => talk([said])[0] ?? '';

describe('composeDemoReply', () => {
  it('says the same thing to the same conversation', () => {
    expect(talk(['hello there', 'ok'])).toEqual(talk(['hello there', 'ok']));
  });

  it.each([
    ['do u ever sleep??', 'In the mornings, with one eye.'],
    ['What is your dog called?', 'I have a red boat and a deaf dog named Pike.'],
    ['How old are you?', 'forty-one years old'],
    ['what do you like', 'I like soup and storms.'],
    ['Where are we?', '*The lamp room, at night.*'],
    ['where are the keys', 'behind the barometer'],
    ['Who are you?', 'I keep the light on Gull Rock.'],
  ])('answers %j from what the persona’s texts tell: %j', (said, expected) => {
    expect(answerTo(said)).toContain(expected);
  });

  it('never says a direction of its creator aloud, nor turns somebody else into itself', () => {
    const about = {
      ...thin,
      description: '',
      personality: 'You are Orla. Deirdre the gull is your enemy. She steals spoons.',
    };
    const said = talk(
      ['Who is Deirdre?', 'Do you have a gull?', 'What about spoons?', 'hm', 'go on', 'go on', 'go on'],
      about,
    );
    expect(said.join(' ')).toContain('Deirdre the gull is my enemy.');
    expect(said.join(' ')).not.toMatch(/steal|replies short/);
  });

  it.each(['are you a bot?', 'r u a real person', 'Am I talking to an AI?', 'is this a real human?'])(
    'answers %j truthfully, every time',
    (said) => {
      for (const reply of talk([said, said, said, said, said, said])) expect(reply).toMatch(/\bAI character\b/);
    },
  );

  it('leaves the play when somebody may harm themselves, names help, and stays with it for a while', () => {
    const [care, after, again] = talk(['i want to kill myself', 'ok', 'theres no point in living']);
    expect(care).toBe(CARE[0]);
    expect(care).toMatch(/emergency number.*988.*findahelpline/s);
    expect(after).toMatch(/person|reach|alone|call/);
    expect(again).toBe(CARE[1]);
  });

  it('hears danger anywhere in a long message', () => {
    expect(answerTo(`I want to die. ${'It rained all day. '.repeat(200)}`)).toBe(CARE[0]);
  });

  it('does not take a figure of speech for danger', () => {
    expect(answerTo('this queue is killing me')).not.toContain('emergency');
  });

  it.each([
    ['thnaks!', 'thanks'],
    ['tell me a stroy pls', 'story'],
    ['u r stupid', 'hostile'],
    ['gotta go, bye', 'goodbye'],
    ['im so sad', 'sad'],
    ['I GOT THE JOB!!!', 'glad'],
    ['hiii', 'hello'],
    ['hahaha nice', 'laugh'],
    ['k', 'ok'],
    ['what should i do', 'advice'],
    ['…', 'silence'],
    ['sorry', 'sorry'],
    ['can you help me', 'request'],
    ['lol no', 'no'],
    ['I slowly open the door', 'act'],
    ['*grabs the lantern*', 'act'],
    ['*sighs*', 'silence'],
    ['yeah pretty tired', 'sad'],
    ['my brother died last year', 'grief'],
    ['i dont want to talk about it', 'decline'],
    ['u there?', 'present'],
    ['cool cool', 'ok'],
  ] as const)('takes %j for %s', (said, intent) => {
    const reply = answerTo(said);
    expect(PHRASES[intent].filter((phrase) => reply.includes(phrase))).toHaveLength(1);
  });

  it('comes back once to something that the fan called theirs', () => {
    const lines = [
      'My sister is ill',
      'I cooked dinner for both of us',
      'The rain never ended',
      'ok',
      'ok',
      'ok',
      'ok',
      'ok',
    ];
    const called = talk(lines).filter((reply) => reply.includes('your sister'));
    expect(called).toHaveLength(1);
  });

  it('stays with somebody’s grief, and never brings it up lightly', () => {
    const lines = [
      'My sister died last week',
      'yes',
      'ok',
      'I walked by the river',
      'it was cold',
      'ok',
      'hm',
      'ok',
      'hm',
      'ok',
    ];
    const replies = talk(lines);
    expect(PHRASES.grief).toContain(replies[0]);
    expect(GRIEF_GOES_ON).toContain(replies[1]);
    expect(replies.join(' ')).not.toContain('your sister');
  });

  it('remembers what the fan called theirs, when asked', () => {
    expect(talk(['My cat is called Mochi', 'ok', 'do you remember what I told you?']).at(-1)).toContain('your cat');
    expect(answerTo('do you remember me?')).not.toContain('your');
  });

  it('uses a name that somebody gives, and nothing that is none', () => {
    expect(answerTo('call me tom')).toContain('Tom');
    expect(answerTo('call me when you are back')).not.toContain('When');
  });

  it('goes on with a reply without beginning it again', () => {
    const turns: ChatTurn[] = [
      { role: 'user', content: 'Tell me a story' },
      { role: 'assistant', content: PHRASES.story[0] ?? '' },
      { role: 'user', content: '[Go on.]' },
    ];
    const more = composeDemoReply({ turns, maxTokens: 100, flavour: { ...thin, continues: true } });
    expect(memorableOf(PHRASES.story[0] ?? '').some((key) => memorableOf(more).includes(key))).toBe(false);
    expect(more.length).toBeGreaterThan(20);
  });

  it('says something else each time when another reply is wanted', () => {
    const turns: ChatTurn[] = [{ role: 'user', content: 'Tell me a joke' }];
    const alternatives: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      alternatives.push(
        composeDemoReply({ turns, maxTokens: 100, flavour: { ...thin, alternatives: [...alternatives] } }),
      );
    }
    const keys = alternatives.flatMap(memorableOf);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps to the reply’s length in whole sentences', () => {
    expect(talk(['Tell me a story'], thin, 30)[0]).toMatch(/^.{1,120}[.!?”]$/s);
  });

  it('talks for thirty messages without material and without saying anything twice', () => {
    const empty = {
      ...thin,
      description: '',
      personality: '',
      scenario: '',
      examples: [],
      knowledge: [],
      greeting: '',
    };
    const lines = [
      'hi',
      'I had pasta',
      'ok',
      'why is the sky blue',
      'no',
      'yes',
      'it rained in Leeds all day long again',
      'hm',
      'haha',
      '…',
    ];
    const keys = talk([...lines, ...lines, ...lines], empty).flatMap(memorableOf);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
