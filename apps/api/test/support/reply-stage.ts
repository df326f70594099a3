import { randomUUID } from 'node:crypto';
import type { World } from '@troupe/test-kit/world';
import type { HeldExchange, PaidExchange, SendRepository } from '../../src/modules/chat/send.repository.ts';
import { ledgerKey, requestHash } from '../../src/modules/coin/index.ts';
import { newId } from '../../src/platform/ids/ids.ts';
import { setBonus } from './books.ts';
import { costOfTokens, TOKEN_PRICE } from './token-price.ts';

export interface StageFan {
  fanId: string;
  conversationId: string;
}

export interface StagedReply extends StageFan {
  replyId: string;
  /** The lease that the reply was written with. */
  leaseId: string;
  /** What was set aside; zero for a flat price. */
  heldMicrocoins: number;
}

const LEASE_MS = 60_000;
const REPLY_TOKENS_MAX = 1_000;
/** More than any race has. */
const RUNNING_MAX = 1_000_000;

/** A fan with a conversation and so much bonus, written past the doors of HTTP. */
export async function addStageFan(world: World, personaId: string, bonusMicrocoins: number): Promise<StageFan> {
  const [fanId, conversationId] = [randomUUID(), newId()];
  await world.query("INSERT INTO app_user (id, email, name, roles) VALUES ($1, $2, 'Fan', '{fan}')", [
    fanId,
    `${fanId}@test.local`,
  ]);
  await world.query('INSERT INTO wallet (owner_id) VALUES ($1)', [fanId]);
  await setBonus(world, fanId, bonusMicrocoins);
  await world.query("INSERT INTO conversation (id, fan_id, persona_id, fan_name) VALUES ($1, $2, $3, 'Fan')", [
    conversationId,
    fanId,
    personaId,
  ]);
  return { fanId, conversationId };
}

/** Charges or holds for a message and writes its reply, through the statements of the message path; nobody generates it. */
export async function stageReply(
  send: SendRepository,
  fan: StageFan,
  creatorId: string,
  price: { flatMicrocoins: bigint } | { promptTokens: number },
): Promise<StagedReply> {
  const clientMessageId = randomUUID();
  const exchange = {
    ...fan,
    parentId: null,
    messageId: newId(),
    replyId: newId(),
    clientMessageId,
    content: 'Hello?',
    key: ledgerKey('message', clientMessageId),
    requestHash: requestHash([fan.conversationId, 'Hello?']),
    model: 'none',
    demoVoice: false,
    leaseMs: LEASE_MS,
    runningMax: RUNNING_MAX,
  };
  const staged = { ...fan, replyId: exchange.replyId, leaseId: exchange.replyId };
  if ('flatMicrocoins' in price) {
    const paid: PaidExchange = { ...exchange, creatorId, priceMicrocoins: price.flatMicrocoins };
    const [row] = await send.send([paid]);
    if (row?.outcome !== 'charged') throw new Error(`the charge was ${row?.outcome}`);
    return { ...staged, heldMicrocoins: 0 };
  }
  const { baseMicrocoins, inputRateMicrocoins, outputRateMicrocoins } = TOKEN_PRICE;
  const heldMicrocoins = costOfTokens(price.promptTokens, REPLY_TOKENS_MAX);
  const held: HeldExchange = {
    ...exchange,
    creatorId,
    promptTokens: price.promptTokens,
    mostMicrocoins: BigInt(heldMicrocoins),
    price: {
      baseMicrocoins: BigInt(baseMicrocoins),
      inputRateMicrocoins: BigInt(inputRateMicrocoins),
      outputRateMicrocoins: BigInt(outputRateMicrocoins),
    },
  };
  const row = await send.sendHeld(held);
  if (row.outcome !== 'held') throw new Error(`the hold was ${row.outcome}`);
  return { ...staged, heldMicrocoins };
}
