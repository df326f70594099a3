import { randomUUID } from 'node:crypto';
import type { ApiError } from '@troupe/api-client';
import type { Actor } from '@troupe/test-kit/actors';
import type { Cast } from '@troupe/test-kit/world';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, type Scene, sayPaid } from './support/chat.ts';

/** The outcome of a call as a word. */
const outcomeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'allowed',
    (error: ApiError) => error.code,
  );

/** A search that comes back without the conversation answers like one that never was. */
const found = async (actor: Actor, conversationId: string): Promise<void> => {
  const { items } = await actor.api.chat.conversations({ q: 'mine' });
  if (!items.some((item) => item.id === conversationId))
    throw Object.assign(new Error('not found'), { code: 'not_found' });
};

describe('what is not yours answers like what is not there', () => {
  let house: House;
  let cast: Cast;
  let owner: Scene;
  let stranger: Actor;
  let creator: Actor;
  let replyId: string;
  let paymentId: string;
  let journalId: string;

  beforeAll(async () => {
    house = await openHouse();
    cast = await house.world.addCast();
    owner = await enter(await house.register('Owner'), cast.personaId);
    stranger = await house.register('Stranger');
    creator = await house.register('Maker');
    await house.world.query("UPDATE app_user SET roles = '{fan,creator}' WHERE id = $1", [creator.userId]);
    replyId = (await sayPaid(owner, 'Mine')).replyId;
    await endOf(owner, replyId);
    journalId = (await owner.fan.api.coin.receipt(replyId)).journalId;
    paymentId = (await owner.fan.api.payment.sandboxCheckout({ packId: await house.world.addPack(), currency: 'USD' }))
      .payment.id;
  });
  afterAll(async () => house.close());

  const actions: [string, (actor: Actor, targets: Targets) => Promise<unknown>][] = [
    ['reads a conversation', (actor, at) => actor.api.chat.conversation(at.conversationId)],
    ['reads its messages', (actor, at) => actor.api.chat.messages(at.conversationId)],
    ['searches it', (actor, at) => found(actor, at.conversationId)],
    ['names a conversation', (actor, at) => actor.api.chat.updateConversation(at.conversationId, { title: 'Mine' })],
    ['marks it read', (actor, at) => actor.api.chat.markRead(at.conversationId)],
    ['chooses a branch', (actor, at) => actor.api.chat.showBranch(at.conversationId, at.replyId)],
    ['reads its memory', (actor, at) => actor.api.chat.memory(at.conversationId)],
    ['rewrites its memory', (actor, at) => actor.api.chat.writeMemory(at.conversationId, 'Mine')],
    ['exports it', (actor, at) => actor.api.chat.exportConversation(at.conversationId)],
    ['exports its tree', (actor, at) => actor.api.chat.exportConversation(at.conversationId, { format: 'json' })],
    ['reacts to a message', (actor, at) => actor.api.chat.react(at.replyId, '👍')],
    ['reports a message', (actor, at) => actor.api.chat.reportMessage(at.replyId, { reason: 'other' })],
    ['reads a receipt', (actor, at) => actor.api.coin.receipt(at.replyId)],
    ['reads a payment', (actor, at) => actor.api.payment.payment(at.paymentId)],
    [
      'pays a payment',
      (actor, at) => actor.api.payment.sandboxConfirm({ paymentId: at.paymentId, outcome: 'cancelled' }),
    ],
    ['reads a balance', (actor, at) => actor.api.coin.balance(at.userId)],
    ['reads transactions', (actor, at) => actor.api.coin.transactions(at.userId)],
    ['filters transactions', (actor, at) => actor.api.coin.transactions(at.userId, { kind: 'message' })],
    ['reads spending', (actor, at) => actor.api.coin.spending(at.userId)],
    ['reads the receipt of a journal', (actor, at) => actor.api.coin.journalReceipt(at.journalId)],
    ['reads earnings', (actor, at) => actor.api.analytics.creatorOverview(at.userId)],
  ];
  interface Targets {
    conversationId: string;
    replyId: string;
    paymentId: string;
    userId: string;
    journalId: string;
  }

  it.each(actions)('a stranger %s: the same answer as for an id that never was', async (_, act) => {
    const nobody = {
      conversationId: randomUUID(),
      replyId: randomUUID(),
      paymentId: randomUUID(),
      userId: randomUUID(),
      journalId: '999999999999',
    };
    const someone = { conversationId: owner.conversationId, replyId, paymentId, userId: owner.fan.userId, journalId };
    expect(await outcomeOf(act(stranger, someone))).toBe('not_found');
    expect(await outcomeOf(act(stranger, nobody))).toBe('not_found');
    expect(await outcomeOf(act(creator, someone))).toBe('not_found');
  });

  it.each(actions.filter(([name]) => name !== 'reads earnings'))('the owner %s', async (_, act) => {
    const own = { conversationId: owner.conversationId, replyId, paymentId, userId: owner.fan.userId, journalId };
    expect(await outcomeOf(act(owner.fan, own))).toBe('allowed');
  });

  it('only a creator reads earnings, and only their own', async () => {
    expect(await outcomeOf(stranger.api.analytics.creatorOverview(stranger.userId))).toBe('not_found');
    const { session } = creator;
    const again = await creator.api.auth.login({ email: session.user.email, password: 'a long enough password' });
    expect(again.user.roles).toEqual(['fan', 'creator']);
  });

  it.each<[string, (actor: Actor, reportId: string) => Promise<unknown>]>([
    ['lists reports', (actor) => actor.api.reports.list()],
    ['reads a report', (actor, reportId) => actor.api.reports.get(reportId)],
    ['resolves a report', (actor, id) => actor.api.reports.resolve(id, { outcome: 'dismissed', note: 'Mine' })],
  ])('nobody but an admin %s: not even who made it', async (_, act) => {
    const { id } = await owner.fan.api.chat.reportMessage(replyId, { reason: 'other' });
    for (const actor of [stranger, creator, owner.fan]) expect(await outcomeOf(act(actor, id))).toBe('not_found');
  });

  it('a fan’s blocked personas are their own affair', async () => {
    await stranger.api.personas.block(cast.personaId);
    expect((await owner.fan.api.personas.blocked()).items).toEqual([]);
    await owner.fan.api.personas.unblock(cast.personaId);
    expect((await stranger.api.personas.blocked()).items.map((item) => item.id)).toEqual([cast.personaId]);
  });

  it('over the socket a stranger neither joins, nor writes, nor stops', async () => {
    const socket = await stranger.openSocket();
    const { conversationId } = owner;
    const refused = { ok: false, code: 'not_found' };
    expect(await socket.emit('joinRoom', { conversationId })).toMatchObject(refused);
    expect(await socket.emit('joinRoom', { conversationId: randomUUID() })).toMatchObject(refused);
    expect(
      await socket.emit('sendMessage', { conversationId, clientMessageId: randomUUID(), content: 'Hi' }),
    ).toMatchObject(refused);
    expect(await socket.emit('stopGeneration', { replyId })).toMatchObject(refused);
    await endOf(owner, (await sayPaid(owner, 'Still private')).replyId);
    expect(socket.seen).toEqual([]);
  });

  it('a stranger deletes neither a message nor a conversation, and its owner does', async () => {
    const { chat } = stranger.api;
    const doomed = await sayPaid(owner, 'Mine to delete');
    await endOf(owner, doomed.replyId);
    for (const id of [doomed.messageId, randomUUID()])
      expect(await outcomeOf(chat.deleteMessage(id))).toBe('not_found');
    for (const id of [owner.conversationId, randomUUID()]) {
      expect(await outcomeOf(chat.deleteConversation(id))).toBe('not_found');
    }
    expect(await outcomeOf(owner.fan.api.chat.deleteMessage(doomed.messageId))).toBe('allowed');
    const other = await house.world.addCast();
    const { id } = await owner.fan.api.chat.createConversation(other.personaId);
    expect(await outcomeOf(owner.fan.api.chat.deleteConversation(id))).toBe('allowed');
  });

  it('a conversation list holds one’s own only', async () => {
    expect((await stranger.api.chat.conversations()).items).toEqual([]);
    expect((await owner.fan.api.chat.conversations()).items.map((item) => item.id)).toEqual([owner.conversationId]);
  });
});
