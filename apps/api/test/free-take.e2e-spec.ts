import { randomUUID } from 'node:crypto';
import type { LlmScript } from '@troupe/test-kit/llm-server';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, type Scene } from './support/chat.ts';
import { ask, asked, balanceOf, begun, exchange, stopped } from './support/tree.ts';

const PRICE = 2_000_000;
const WELCOME = 30_000_000;
const SENTENCE =
  'The lamp turns, the ships go by, and every keeper learns to love the slow arithmetic of light on water.';

/** The first other reply beside one that was paid for is free; what would give coins back gives it back. */
describe('the free alternative of a reply', () => {
  let house: House;
  let cast: Cast;

  beforeAll(async () => {
    house = await openHouse({
      LLM_FIRST_TOKEN_TIMEOUT_MS: '60000',
      LLM_IDLE_TIMEOUT_MS: '60000',
      // A process notices with its next lease that somebody else ended its reply.
      REPLY_LEASE_MS: '1500',
    });
    cast = await house.world.addCast({ priceMicrocoins: PRICE });
  });
  afterAll(async () => house.close());
  beforeEach(speak);
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  function speak(): void {
    house.llm.script({ kind: 'reply', words: ['Well ', 'met.'] });
  }
  const arrive = async () => {
    const scene = await enter(await house.register(), cast.personaId);
    return { scene, first: await exchange(scene) };
  };
  const dayOf = async ({ fan }: Scene) =>
    house.world.query<{ alternatives: number; stop_refunds: number }>(
      'SELECT alternatives, stop_refunds FROM chat_day WHERE fan_id = $1 ORDER BY day',
      [fan.userId],
    );
  const expectFreeOnce = async (scene: Scene, replyId: string) => {
    speak();
    expect(await asked(scene, 'regenerate', replyId)).toMatchObject({ chargedMicrocoins: 0 });
    expect(await balanceOf(scene)).toBe(WELCOME - PRICE);
    expect(await asked(scene, 'regenerate', replyId)).toMatchObject({ chargedMicrocoins: PRICE });
  };

  it.each<[string, LlmScript, string]>([
    ['the provider refuses it', { kind: 'status', status: 500 }, 'provider_failed'],
    ['it comes empty', { kind: 'empty' }, 'provider_empty'],
    ['it is cut after a few words', { kind: 'cut', afterWords: ['Well '] }, 'provider_failed'],
    ['it is blocked', { kind: 'reply', words: ['I am 15 and I want you ', 'to have sex with me.'] }, 'content_blocked'],
  ])('is there again when %s', async (_, script, code) => {
    const { scene, first } = await arrive();
    house.llm.script(script);
    const lost = await begun(scene, 'regenerate', first.replyId);
    expect(lost.chargedMicrocoins).toBe(0);
    expect(await endOf(scene, lost.replyId)).toMatchObject({ kind: 'failed', code });
    expect(await dayOf(scene)).toEqual([{ alternatives: 0, stop_refunds: 0 }]);
    await expectFreeOnce(scene, first.replyId);
    expect(await dayOf(scene)).toEqual([{ alternatives: 1, stop_refunds: 0 }]);
  });

  it('is used when it was cut after a sentence, or stopped after a word', async () => {
    const { scene, first } = await arrive();
    house.llm.script({ kind: 'cut', afterWords: [SENTENCE] });
    await asked(scene, 'regenerate', first.replyId);
    const second = await exchange(scene, 'Second');
    house.llm.script({ kind: 'hang', afterWords: ['Well '] });
    const { replyId } = await begun(scene, 'regenerate', second.replyId);
    await until('the first word', () =>
      scene.socket.eventsOf('messageDelta').some((delta) => delta.replyId === replyId),
    );
    await stopped(scene, replyId);
    expect(await dayOf(scene)).toEqual([{ alternatives: 2, stop_refunds: 0 }]);
    speak();
    for (const used of [first, second]) {
      expect(await asked(scene, 'regenerate', used.replyId)).toMatchObject({ chargedMicrocoins: PRICE });
    }
  });

  it('is there again after a stop before the first token, as often as such a stop gives coins back', async () => {
    const { scene, first } = await arrive();
    house.llm.script({ kind: 'hang' });
    await stopped(scene, (await begun(scene, 'regenerate', first.replyId)).replyId);
    expect(await dayOf(scene)).toEqual([{ alternatives: 0, stop_refunds: 1 }]);
    await house.world.query('UPDATE chat_day SET stop_refunds = 20 WHERE fan_id = $1', [scene.fan.userId]);
    const last = await begun(scene, 'regenerate', first.replyId);
    expect(last.chargedMicrocoins).toBe(0);
    await stopped(scene, last.replyId);
    expect(await dayOf(scene)).toEqual([{ alternatives: 1, stop_refunds: 20 }]);
    speak();
    expect(await asked(scene, 'regenerate', first.replyId)).toMatchObject({ chargedMicrocoins: PRICE });
  });

  /** A free alternative that hangs, with the lease that ends it. */
  const hanging = async (scene: Scene, replyId: string) => {
    house.llm.script({ kind: 'hang' });
    const free = await begun(scene, 'regenerate', replyId);
    expect(free.chargedMicrocoins).toBe(0);
    const jobs = 'SELECT lease_id FROM generation WHERE reply_id = $1';
    const [job] = await house.world.query<{ lease_id: string }>(jobs, [free.replyId]);
    return [free.replyId, job?.lease_id] as const;
  };
  const fail = (ids: readonly unknown[]) =>
    house.world.query(
      `SELECT id, 'failed' AS how FROM chat_settle($1, $2, 'failed', '', true, 'provider_failed', NULL, 0, true, 20, true)`,
      [...ids],
    );
  const deliver = (ids: readonly unknown[]) =>
    house.world.query(
      `SELECT id, 'done' AS how FROM chat_finish(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY['done'::message_status], ARRAY['Hm'], ARRAY[NULL], ARRAY[1], ARRAY[1], ARRAY[true])`,
      [...ids],
    );

  it('comes back once, to the day that counted it, however many would say that it failed', async () => {
    const { scene, first } = await arrive();
    const ids = await hanging(scene, first.replyId);
    await house.world.query(
      `UPDATE free_exchange SET created_at = created_at - interval '1 day' WHERE fan_id = '${scene.fan.userId}';
       INSERT INTO chat_day (fan_id, day, alternatives) SELECT fan_id, day - 1, 7 FROM chat_day WHERE fan_id = '${scene.fan.userId}'`,
    );
    const ends = await Promise.all(Array.from({ length: 5 }, () => fail(ids)));
    expect(ends.flat()).toEqual([{ id: ids[0], how: 'failed' }]);
    await endOf(scene, ids[0]);
    expect(await dayOf(scene)).toEqual([
      { alternatives: 6, stop_refunds: 0 },
      { alternatives: 1, stop_refunds: 0 },
    ]);
    await expectFreeOnce(scene, first.replyId);
  });

  it('that is delivered and fails at once does one of the two: used, or there again', async () => {
    const { scene, first } = await arrive();
    const replies = [first];
    for (let round = 1; round < 6; round += 1) {
      speak();
      replies.push(await exchange(scene, `Round ${round}`));
    }
    let used = 0;
    for (const [round, { replyId }] of replies.entries()) {
      const ids = await hanging(scene, replyId);
      const both = [() => fail(ids), () => deliver(ids)];
      const ends = (await Promise.all((round % 2 === 0 ? both : both.toReversed()).map((end) => end()))).flat();
      expect(ends).toHaveLength(1);
      used += Number(ends[0]?.['how'] === 'done');
      expect(await dayOf(scene)).toEqual([{ alternatives: used, stop_refunds: 0 }]);
      await endOf(scene, ids[0]);
    }
  });

  it('comes back for one of two that are stopped at once, when one such stop is left that day', async () => {
    const { scene, first } = await arrive();
    const second = await exchange(scene, 'Second');
    const both = [await hanging(scene, first.replyId), await hanging(scene, second.replyId)];
    await house.world.query('UPDATE chat_day SET stop_refunds = 19 WHERE fan_id = $1', [scene.fan.userId]);
    await Promise.all(both.map(([replyId]) => stopped(scene, replyId)));
    expect(await dayOf(scene)).toEqual([{ alternatives: 1, stop_refunds: 20 }]);
  });

  it('that is stopped while another one is asked for leaves that one free or paid, and no more than one free', async () => {
    const { scene, first } = await arrive();
    const other = { ...scene, socket: await scene.fan.openSocket() };
    for (let round = 0; round < 6; round += 1) {
      const [replyId] = await hanging(scene, first.replyId);
      const [end, again] = await Promise.all([stopped(scene, replyId), begun(other, 'regenerate', first.replyId)]);
      expect(end).toMatchObject({ kind: 'done', status: 'stopped' });
      expect([0, PRICE]).toContain(again.chargedMicrocoins);
      expect(await dayOf(scene)).toMatchObject([{ alternatives: again.chargedMicrocoins === 0 ? 1 : 0 }]);
      await stopped(scene, again.replyId);
    }
    expect(await dayOf(scene)).toEqual([{ alternatives: 0, stop_refunds: 12 }]);
    await expectFreeOnce(scene, first.replyId);
  });

  it('that came back keeps its client id: a retry gets the first answer, and begins nothing', async () => {
    const { scene, first } = await arrive();
    house.llm.script({ kind: 'status', status: 500 });
    const clientMessageId = randomUUID();
    const lost = await asked(scene, 'regenerate', first.replyId, { clientMessageId });
    expect(await ask(scene, 'regenerate', first.replyId, { clientMessageId })).toEqual(lost);
    await expectFreeOnce(scene, first.replyId);
    expect(await ask(scene, 'regenerate', first.replyId, { clientMessageId })).toMatchObject({
      replyId: lost.replyId,
      chargedMicrocoins: 0,
    });
  });
});
