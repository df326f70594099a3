import { randomUUID } from 'node:crypto';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter } from './support/chat.ts';

describe('an id in capital letters is the same id', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => house.close());

  it('in a path', async () => {
    const fan = await house.register();
    expect((await fan.api.coin.balance(fan.userId.toUpperCase())).balanceMicrocoins).toBe(30_000_000);
  });

  it('in a message: it arrives in the room, and a retry in other letters is not charged again', async () => {
    const cast = await house.world.addCast();
    const scene = await enter(await house.register(), cast.personaId);
    const clientMessageId = randomUUID();
    const send = (conversationId: string, messageId: string) =>
      scene.socket.emit('sendMessage', { conversationId, clientMessageId: messageId, content: 'Hi' });
    const ack = await send(scene.conversationId.toUpperCase(), clientMessageId);
    if (!ack.ok) throw new Error(`sendMessage was refused: ${ack.code}`);
    await endOf(scene, ack.replyId);
    expect(await send(scene.conversationId, clientMessageId)).toEqual(ack);
    expect(await send(scene.conversationId, clientMessageId.toUpperCase())).toEqual(ack);
    const { balanceMicrocoins } = await scene.fan.api.coin.balance(scene.fan.userId);
    expect(balanceMicrocoins).toBe(ack.balanceMicrocoins);
  });
});
