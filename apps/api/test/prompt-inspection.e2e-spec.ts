import type { Actor } from '@troupe/test-kit/actors';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, sayPaid } from './support/chat.ts';

describe('what the model is told', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => house.close());

  const inspect = async (actor: Actor, conversationId: string) => {
    const headers = { authorization: `Bearer ${actor.session.token}` };
    const response = await fetch(`${house.origin}/chat/conversation/${conversationId}/prompt`, { headers });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('is shown to a creator in their own preview: the very turns that went to the provider', async () => {
    const creator = await house.register('Maker');
    const cast = await house.world.addCast();
    await house.world.query("INSERT INTO creator (user_id, handle, display_name) VALUES ($1, 'maker', 'Maker')", [
      creator.userId,
    ]);
    await house.world.query('UPDATE persona SET creator_id = $2 WHERE id = $1', [cast.personaId, creator.userId]);
    const scene = await enter(creator, cast.personaId);
    expect((await creator.api.chat.conversation(scene.conversationId)).preview).toBe(true);
    expect((await inspect(creator, scene.conversationId)).status).toBe(404);
    const { replyId } = await sayPaid(scene, 'Who are you?');
    await endOf(scene, replyId);
    const { status, body } = await inspect(creator, scene.conversationId);
    expect(status).toBe(200);
    expect(body['turns']).toEqual(house.llm.calls.at(-1)?.messages);
    expect(body['sections']).toContainEqual(
      expect.objectContaining({ name: 'personality', isCut: false, droppedItems: 0 }),
    );
  });

  it('is nobody else’s: not a fan’s of their own chat, not a creator’s of a fan’s, not a stranger’s', async () => {
    const cast = await house.world.addCast();
    const [fan, stranger] = [await house.register(), await house.register()];
    const scene = await enter(fan, cast.personaId);
    const { replyId } = await sayPaid(scene, 'A secret');
    await endOf(scene, replyId);
    expect((await fan.api.chat.conversation(scene.conversationId)).preview).toBe(false);
    for (const actor of [fan, stranger]) expect((await inspect(actor, scene.conversationId)).status).toBe(404);
    await house.world.query('UPDATE persona SET creator_id = $2 WHERE id = $1', [cast.personaId, cast.creatorId]);
    await house.world.query("INSERT INTO creator (user_id, handle, display_name) VALUES ($1, 'other', 'Other')", [
      stranger.userId,
    ]);
    await house.world.query('UPDATE persona SET creator_id = $2 WHERE id = $1', [cast.personaId, stranger.userId]);
    expect((await inspect(stranger, scene.conversationId)).status).toBe(404);
  });
});
