import { randomUUID } from 'node:crypto';
import { LIMITS } from '@troupe/contracts/limits';
import type { SendMessageAck } from '@troupe/contracts/socket/events';
import type { Actor } from '@troupe/test-kit/actors';
import { faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { enter, say } from './support/chat.ts';

const PRICE = 500_000;
const WELCOME = 30_000_000;

describe('limits hold when everything is sent at once', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse({ LLM_FIRST_TOKEN_TIMEOUT_MS: '60000' });
  });
  afterAll(async () => house.close());
  beforeEach(() => house.llm.script({ kind: 'hang' }));
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const taken = (acks: readonly SendMessageAck[]) => acks.filter((ack) => ack.ok).length;
  const codes = (acks: readonly SendMessageAck[]) => [...new Set(acks.flatMap((ack) => (ack.ok ? [] : [ack.code])))];
  const runningOf = async (fan: Actor) => {
    const [row] = await house.world.query<{ running: number }>(
      'SELECT count(*)::int AS running FROM generation WHERE fan_id = $1',
      [fan.userId],
    );
    return row?.running;
  };
  const makeCreatorOf = async (creator: Actor, personaId: string) => {
    await house.world.query('INSERT INTO creator (user_id, handle, display_name) VALUES ($1, $2, $2)', [
      creator.userId,
      `maker_${creator.userId.slice(-8)}`,
    ]);
    await house.world.query('UPDATE persona SET creator_id = $1 WHERE id = $2', [creator.userId, personaId]);
  };

  it('takes five messages of fifty that a fan sends at once, and charges those five', async () => {
    const cast = await house.world.addCast({ priceMicrocoins: PRICE });
    const fan = await house.register();
    const scene = await enter(fan, cast.personaId);
    const acks = await Promise.all(Array.from({ length: 50 }, (_, number) => say(scene, `Message ${number}`)));
    expect(taken(acks)).toBe(LIMITS.generationsPerFanMax);
    expect(codes(acks)).toEqual(['too_many_generations']);
    expect(await runningOf(fan)).toBe(LIMITS.generationsPerFanMax);
    const { balanceMicrocoins } = await fan.api.coin.balance(fan.userId);
    expect(balanceMicrocoins).toBe(WELCOME - LIMITS.generationsPerFanMax * PRICE);
  });

  it('answers the retry of a taken message like the first time while five replies are running', async () => {
    const cast = await house.world.addCast({ priceMicrocoins: PRICE });
    const scene = await enter(await house.register(), cast.personaId);
    const clientMessageId = randomUUID();
    const first = await say(scene, 'Mine', clientMessageId);
    await Promise.all(Array.from({ length: LIMITS.generationsPerFanMax - 1 }, (_, number) => say(scene, `${number}`)));
    const again = await say(scene, 'Mine', clientMessageId);
    if (!first.ok || !again.ok) throw new Error('a message was refused');
    expect(again).toMatchObject({ messageId: first.messageId, replyId: first.replyId, chargedMicrocoins: PRICE });
    expect(await say(scene, 'Another text', clientMessageId)).toMatchObject({ code: 'idempotency_key_reused' });
    expect(await say(scene, 'One more')).toMatchObject({ ok: false, code: 'too_many_generations' });
  });

  it('counts previews of one’s own persona and paid messages together, five at a time', async () => {
    const [own, other] = await Promise.all([house.world.addCast(), house.world.addCast({ priceMicrocoins: PRICE })]);
    const creator = await house.register('Maker');
    await makeCreatorOf(creator, own.personaId);
    const scenes = await Promise.all([own, other].map((cast) => enter(creator, cast.personaId)));
    const acks = await Promise.all(
      scenes.flatMap((scene) => Array.from({ length: 25 }, (_, number) => say(scene, `Message ${number}`))),
    );
    expect(taken(acks)).toBe(LIMITS.generationsPerFanMax);
    expect(codes(acks)).toEqual(['too_many_generations']);
    expect(await runningOf(creator)).toBe(LIMITS.generationsPerFanMax);
  });

  it('lets the fiftieth preview of a day through and the next ones not, however many come at once', async () => {
    const own = await house.world.addCast();
    const creator = await house.register('Maker');
    await makeCreatorOf(creator, own.personaId);
    const scene = await enter(creator, own.personaId);
    await house.world.query(
      `INSERT INTO chat_day (fan_id, day, previews) VALUES ($1, (now() AT TIME ZONE 'UTC')::date, 48)`,
      [creator.userId],
    );
    const acks = await Promise.all(Array.from({ length: 20 }, (_, number) => say(scene, `Message ${number}`)));
    expect(taken(acks)).toBe(2);
    expect(codes(acks)).toEqual(['preview_limit_reached']);
  });

  it('opens one conversation for a fan who asks for it twenty times at once, and counts it once', async () => {
    const cast = await house.world.addCast();
    const fan = await house.register();
    const opened = await Promise.all(Array.from({ length: 20 }, () => fan.api.chat.createConversation(cast.personaId)));
    expect(new Set(opened.map((conversation) => conversation.id)).size).toBe(1);
    const rows = await house.world.query(
      `SELECT p.chat_count, count(DISTINCT c.id)::int AS conversations, count(m.id)::int AS greetings
       FROM persona p LEFT JOIN conversation c ON c.persona_id = p.id LEFT JOIN message m ON m.conversation_id = c.id
       WHERE p.id = $1 GROUP BY p.id`,
      [cast.personaId],
    );
    expect(rows).toEqual([{ chat_count: 1, conversations: 1, greetings: 1 }]);
  });
});
