import { setTimeout as delay } from 'node:timers/promises';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, type Scene, sayPaid } from './support/chat.ts';
import { pricedByTokens } from './support/token-price.ts';
import { balanceOf, branchOf, stopped } from './support/tree.ts';

const WELCOME = 30_000_000;
const HARMLESS = ['A grey evening ', 'by the sea. ', 'She smiles. '];
const EXPLICIT = ['He is ', 'licking your ', 'clit ', 'for hours ', 'and hours. '];
const BLOCKED = { kind: 'failed', code: 'content_blocked', content: '' };

/** What a persona says is judged while it is said: before a delta goes out, and again at the end. */
describe('a reply that breaks a rule while it streams', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse({ LLM_FIRST_TOKEN_TIMEOUT_MS: '60000', LLM_IDLE_TIMEOUT_MS: '60000' });
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const arrive = async (personaId = cast.personaId) => enter(await house.register(), personaId);
  const toldTo = (scene: Scene) =>
    scene.socket
      .eventsOf('messageDelta')
      .map((delta) => delta.text)
      .join('');
  const savedOf = async (replyId: string) =>
    (await house.world.query<{ content: string }>('SELECT content FROM generation WHERE reply_id = $1', [replyId]))[0];

  it.each([
    ['at a flat price', false],
    ['at a price by tokens', true],
  ])(
    'ends there, %s: the provider is left, all coins go back, and nobody was sent those words',
    async (_, isByTokens) => {
      const { personaId } = isByTokens ? await house.world.addCast() : cast;
      if (isByTokens) await pricedByTokens(house.world, personaId);
      const scene = await arrive(personaId);
      const { abandoned } = house.llm;
      // It would go on for ever: only the rule ends it.
      house.llm.script({ kind: 'hang', afterWords: [...HARMLESS, ...EXPLICIT] });
      const { replyId } = await sayPaid(scene, 'Tell me a story');
      const end = await endOf(scene, replyId);
      expect(end).toMatchObject({ ...BLOCKED, refunded: true });
      await until('the provider to be left', () => house.llm.abandoned === abandoned + 1);
      expect(toldTo(scene)).toMatch(/^A grey/);
      expect(toldTo(scene)).not.toContain('clit');
      expect((await branchOf(scene)).at(-1)).toMatchObject({ status: 'failed', content: '' });
      expect(await balanceOf(scene)).toBe(WELCOME);
    },
  );

  it('is not sent over HTTP either', async () => {
    const fan = await house.register();
    house.llm.script({ kind: 'hang', afterWords: [...HARMLESS, ...EXPLICIT] });
    const response = await fetch(`${house.origin}/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${fan.session.token}` },
      body: JSON.stringify({ message: 'Tell me a story', personaId: cast.personaId }),
    });
    const events = await response.text();
    expect(events).toContain('A grey');
    expect(events).toContain('content_blocked');
    expect(events).not.toContain('clit');
  });

  it('holds back what is blocked as it stands until it is known how it goes on, also from whoever reloads', async () => {
    const scene = await arrive();
    house.llm.script({ kind: 'hang', afterWords: [...HARMLESS, 'His hard cock'] });
    const { replyId } = await sayPaid(scene, 'Tell me a story');
    await until('the first words to be saved', async () => (await savedOf(replyId))?.content !== '');
    // Longer than a delta and a save wait.
    await delay(200);
    expect((await savedOf(replyId))?.content).toMatch(/^A grey[^k]*$/);
    expect((await branchOf(scene)).at(-1)?.content).not.toContain('cock');
    expect(toldTo(scene)).not.toContain('cock');
    expect(await stopped(scene, replyId)).toMatchObject({ ...BLOCKED, refunded: true });
    expect(await balanceOf(scene)).toBe(WELCOME);
  });

  it('goes on when it only looked like that', async () => {
    const scene = await arrive();
    const words = [...HARMLESS, 'Have a hard cock', 'tail, ', 'or a soft one. Or a hard cock'];
    house.llm.script({ kind: 'reply', words: [...words, ' fight'], wordDelayMs: 60 });
    const { replyId } = await sayPaid(scene, 'Tell me a story');
    const content = `${words.join('')} fight`;
    expect(await endOf(scene, replyId)).toMatchObject({ kind: 'done', status: 'done', content });
    expect(toldTo(scene)).toBe(content);
  });
});
