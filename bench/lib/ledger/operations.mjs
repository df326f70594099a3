import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { SendRepository } from '../../../apps/api/dist/modules/chat/send.repository.js';
import { SendQueue } from '../../../apps/api/dist/modules/chat/send-queue.js';
import { ledgerKey, requestHash } from '../../../apps/api/dist/modules/coin/index.js';
import { Metrics } from '../../../apps/api/dist/platform/metrics/metrics.service.js';
import { BULK, INTERACTIVE, SETUP, SINGLE } from './baselines.sql.mjs';

const PRICE_MICROCOINS = 2_000_000n;
const CONTENT = 'What is the weather at the lighthouse tonight?';
const MODEL = 'bench';
const LEASE_MS = 20_000;
/** Nothing ends the replies here, so nobody may be turned away for having too many. */
const RUNNING_MAX = 1_000_000;
const BULK_ROWS = 256;

/** The operations that are measured, each `(worker, round) => Promise<boolean>`. */
export async function openOperations(database, world) {
  const { pool, prisma } = database;
  await pool.query(SETUP);
  const queue = new SendQueue(new SendRepository(database), new Metrics());
  const fanOf = (worker, round) => world.fans[(worker * 7919 + round * 104_729) % world.fans.length];
  return {
    bulkRows: BULK_ROWS,
    async real(worker, round) {
      const { row } = await queue.send(exchangeOf(fanOf(worker, round)));
      return row.outcome === 'charged';
    },
    async single(worker, round) {
      const fan = fanOf(worker, round);
      const it = exchangeOf(fan);
      const values = [
        it.fanId,
        it.key,
        it.requestHash,
        it.creatorId,
        it.priceMicrocoins,
        it.conversationId,
        it.messageId,
        it.replyId,
        it.clientMessageId,
        it.content,
        it.model,
        it.leaseMs,
      ];
      const { rows } = await pool.query({ name: 'bench-single', text: SINGLE, values });
      return rows[0].outcome === 'charged';
    },
    async interactive(worker, round) {
      const fan = fanOf(worker, round);
      const it = exchangeOf(fan);
      return prisma.$transaction(
        async (tx) => {
          const [wallet] = await tx.$queryRawUnsafe(INTERACTIVE.lockWallet, fan.wallet);
          if (wallet.coins + wallet.bonus < PRICE_MICROCOINS) return false;
          const [{ journal }] = await tx.$queryRawUnsafe(INTERACTIVE.key, fan.wallet, it.key);
          await tx.$executeRawUnsafe(INTERACTIVE.debit, fan.wallet, PRICE_MICROCOINS);
          await tx.$executeRawUnsafe(INTERACTIVE.credit, fan.creatorWallet, 1_400_000n);
          await tx.$executeRawUnsafe(INTERACTIVE.credit, 1n, 600_000n);
          await tx.$executeRawUnsafe(INTERACTIVE.transfers, journal, fan.wallet, fan.creatorWallet);
          await tx.$executeRawUnsafe(
            INTERACTIVE.messages,
            it.messageId,
            it.replyId,
            it.conversationId,
            it.fanId,
            it.clientMessageId,
            it.content,
            journal,
            MODEL,
          );
          await tx.$executeRawUnsafe(INTERACTIVE.job, it.replyId, it.conversationId, it.fanId);
          await tx.$executeRawUnsafe(INTERACTIVE.leaf, it.conversationId, it.replyId);
          return true;
        },
        { maxWait: 60_000, timeout: 60_000 },
      );
    },
    async bulk(worker, round) {
      const start = (worker * 7919 + round * BULK_ROWS) % (world.fans.length - BULK_ROWS);
      const fans = world.fans.slice(start, start + BULK_ROWS);
      const values = [
        fans.map((fan) => fan.wallet),
        fans.map((fan) => fan.creatorWallet),
        fans.map((fan) => fan.fanId),
        fans.map((fan) => fan.conversationId),
        fans.map(() => randomUUID()),
        fans.map(() => v7()),
        fans.map(() => v7()),
        fans.map(() => randomUUID()),
        fans.map(() => CONTENT),
      ];
      await pool.query({ name: 'bench-bulk', text: BULK, values });
      return true;
    },
  };
}

function exchangeOf({ fanId, conversationId, creatorId }) {
  const clientMessageId = randomUUID();
  return {
    fanId,
    conversationId,
    creatorId,
    parentId: null,
    clientMessageId,
    content: CONTENT,
    messageId: v7(),
    replyId: v7(),
    model: MODEL,
    demoVoice: false,
    leaseMs: LEASE_MS,
    runningMax: RUNNING_MAX,
    priceMicrocoins: PRICE_MICROCOINS,
    key: ledgerKey('message', clientMessageId),
    requestHash: requestHash([conversationId, CONTENT]),
  };
}
