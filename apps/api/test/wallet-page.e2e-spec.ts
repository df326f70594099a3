import { randomUUID } from 'node:crypto';
import type { TransactionsOptions } from '@troupe/api-client';
import type { Actor } from '@troupe/test-kit/actors';
import type { Cast } from '@troupe/test-kit/world';
import { faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, sayPaid } from './support/chat.ts';
import { buyCoins, coins, giveMatured } from './support/wallets.ts';

const once = () => ({ idempotencyKey: randomUUID() });
const today = (): string => new Date().toISOString().slice(0, 10);
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe('the wallet page', () => {
  let house: House;
  let cast: Cast;
  let fan: Actor;
  let friend: Actor;
  let replyId: string;

  beforeAll(async () => {
    house = await openHouse();
    cast = await house.world.addCast();
    [fan, friend] = await Promise.all([house.register('Robin'), house.register('Kim')]);
    await buyCoins(house.world, fan.userId, coins(100), 8);
    const scene = await enter(fan, cast.personaId);
    replyId = (await sayPaid(scene, 'One')).replyId;
    await endOf(scene, replyId);
    house.llm.script({ kind: 'status', status: 500 });
    await endOf(scene, (await sayPaid(scene, 'Two')).replyId);
    await fan.api.coin.tip({ personaId: cast.personaId, amountMicrocoins: coins(30), note: 'Bravo' }, once());
    await fan.api.coin.transfer({ toHandle: friend.session.user.handle, amountMicrocoins: coins(5) }, once());
    await giveMatured(house.world, fan.userId, coins(7), 'earnings');
    await fan.api.coin.swap({ from: 'earnings', amountMicrocoins: coins(7) }, once());
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  const history = async (query: TransactionsOptions, actor = fan) =>
    (await actor.api.coin.transactions(actor.userId, query)).items.map((item) => [
      item.kind,
      item.amountMicrocoins / coins(1),
    ]);
  const ALL: [string, number][] = [
    ['swap', 7],
    ['gift', -5],
    ['tip', -30],
    ['refund', 2],
    ['message', -2],
    ['message', -2],
    ['purchase', 100],
    ['welcome_bonus', 30],
  ];

  describe('the history', () => {
    it('holds everything, newest first', async () => {
      expect(await history({})).toEqual(ALL);
    });

    it.each<[TransactionsOptions, [string, number][]]>([
      [
        { kind: 'message' },
        [
          ['message', -2],
          ['message', -2],
        ],
      ],
      [{ kind: 'purchase' }, [['purchase', 100]]],
      [{ kind: 'bonus' }, [['welcome_bonus', 30]]],
      [{ kind: 'refund' }, [['refund', 2]]],
      [{ kind: 'gift' }, [['gift', -5]]],
      [{ kind: 'gift', direction: 'out' }, [['gift', -5]]],
      [{ kind: 'gift', direction: 'in' }, []],
      [{ kind: 'tip' }, [['tip', -30]]],
      [{ kind: 'swap' }, [['swap', 7]]],
      [{ kind: 'swap', direction: 'out' }, []],
      [{ direction: 'in' }, ALL.filter(([, amount]) => amount > 0)],
      [{ direction: 'out' }, ALL.filter(([, amount]) => amount < 0)],
      [{ from: today(), to: today() }, ALL.filter(([kind]) => kind !== 'purchase')],
      [{ to: daysAgo(2) }, [['purchase', 100]]],
      [{ from: daysAgo(9), to: daysAgo(7), kind: 'purchase' }, [['purchase', 100]]],
      [{ from: daysAgo(6), kind: 'purchase' }, []],
      [{ from: today(), to: daysAgo(1) }, []],
      [{ to: daysAgo(1), kind: 'gift' }, []],
    ])('filtered by %j holds just that', async (query, expected) => {
      expect(await history(query)).toEqual(expected);
    });

    it('shows a gift to its recipient, and a tip not among the creator’s spendable coins', async () => {
      expect(await history({ kind: 'gift' }, friend)).toEqual([['gift', 5]]);
      expect(await history({ kind: 'gift', direction: 'out' }, friend)).toEqual([]);
      expect(await history({ kind: 'tip' }, friend)).toEqual([]);
    });

    it.each<TransactionsOptions>([{ direction: 'out' }, { kind: 'message' }, {}])(
      'walks %j page by page without a gap or a repetition',
      async (query) => {
        const whole = (await fan.api.coin.transactions(fan.userId, query)).items;
        const walked: typeof whole = [];
        for (let cursor: string | undefined; ; ) {
          const page = await fan.api.coin.transactions(fan.userId, { ...query, cursor, limit: 1 });
          walked.push(...page.items);
          if (page.nextCursor === null) break;
          cursor = page.nextCursor;
        }
        expect(walked).toEqual(whole);
        expect(whole.length).toBeGreaterThan(1);
      },
    );

    it('is narrowed by the horizons that the fold notes, and loses nothing by it', async () => {
      await house.world.query(
        `INSERT INTO ledger_horizon (at, upto) VALUES (now() - interval '7 days', 0),
           (now() + interval '2 days', (SELECT max(journal) FROM ledger_transfer))`,
      );
      expect(await history({ from: today(), to: today() })).toEqual(ALL.filter(([kind]) => kind !== 'purchase'));
      expect((await fan.api.coin.spending(fan.userId)).days.at(-1)?.messagesMicrocoins).toBe(coins(4));
    });

    it.each([
      'kind=theft',
      'direction=up',
      'from=yesterday',
      'to=2026-02-30',
      'limit=101',
      'cursor=WyIxIiwiMiJd&kind=tip',
    ])('refuses %s', async (query) => {
      const answer = await fetch(`${house.origin}/coin/transactions/${fan.userId}?${query}`, {
        headers: { authorization: `Bearer ${fan.session.token}` },
      });
      expect(await answer.json()).toMatchObject({ statusCode: 400, code: 'validation_failed' });
    });
  });

  it('adds spending up by UTC day and kind, within bounds', async () => {
    const { days } = await fan.api.coin.spending(fan.userId, { days: 90 });
    expect(days).toHaveLength(90);
    expect(days.at(-1)).toEqual({
      day: today(),
      messagesMicrocoins: coins(4),
      tipsMicrocoins: coins(30),
      giftsMicrocoins: coins(5),
      refundsMicrocoins: coins(2),
    });
    expect(days[0]).toMatchObject({ day: daysAgo(89), messagesMicrocoins: 0 });
    await expect(fan.api.coin.spending(fan.userId, { days: 91 })).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(fan.api.coin.spending(fan.userId, { days: 0 })).rejects.toMatchObject({ code: 'validation_failed' });
  });

  describe('a receipt', () => {
    const journalOf = async (kind: 'message' | 'refund' | 'gift' | 'tip' | 'swap' | 'purchase', actor = fan) => {
      const [item] = (await actor.api.coin.transactions(actor.userId, { kind })).items;
      if (item === undefined) throw new Error(`no ${kind} in the history`);
      return actor.api.coin.journalReceipt(item.journalId);
    };

    it('is there for every entry of the history', async () => {
      const { items } = await fan.api.coin.transactions(fan.userId);
      for (const item of items) {
        const receipt = await fan.api.coin.journalReceipt(item.journalId);
        expect(receipt.kind).toBe(item.kind);
        expect(receipt.coinsMicrocoins + receipt.bonusMicrocoins).toBe(item.amountMicrocoins);
      }
      expect(items).toHaveLength(ALL.length);
    });

    it('tells the split of a tip to its payer, and the creator only what came in', async () => {
      const receipt = await journalOf('tip');
      // What was left of the welcome bonus went first.
      expect(receipt).toMatchObject({
        bonusMicrocoins: -coins(28),
        coinsMicrocoins: -coins(2),
        split: { creatorShareMicrocoins: coins(21), platformShareMicrocoins: coins(9) },
        subject: { title: 'Orla', personaSlug: cast.personaSlug },
        note: 'Bravo',
        reversedAt: null,
      });
    });

    it('names the other side of a gift to both', async () => {
      expect(await journalOf('gift')).toMatchObject({
        coinsMicrocoins: -coins(5),
        counterpart: { name: 'Kim' },
        split: null,
      });
      expect(await journalOf('gift', friend)).toMatchObject({
        coinsMicrocoins: coins(5),
        counterpart: { name: 'Robin' },
      });
    });

    it('shows both ends of a swap, and what a refund took back', async () => {
      expect(await journalOf('swap')).toMatchObject({ coinsMicrocoins: coins(7), earningsMicrocoins: -coins(7) });
      const refund = await journalOf('refund');
      expect(refund).toMatchObject({ bonusMicrocoins: coins(2), split: null, subject: { title: 'Orla' } });
      const original = await fan.api.coin.journalReceipt(refund.reverses ?? '');
      expect(original).toMatchObject({ kind: 'message', reversedAt: refund.createdAt });
    });

    it('says the same as the message’s own ticket', async () => {
      const ticket = await fan.api.coin.receipt(replyId);
      const receipt = await fan.api.coin.journalReceipt(ticket.journalId);
      expect(receipt.split).toEqual({
        creatorShareMicrocoins: ticket.creatorShareMicrocoins,
        platformShareMicrocoins: ticket.platformShareMicrocoins,
      });
    });

    it('of somebody else answers like one that never was', async () => {
      const { journalId } = await journalOf('swap');
      await expect(friend.api.coin.journalReceipt(journalId)).rejects.toMatchObject({ code: 'not_found' });
      await expect(friend.api.coin.journalReceipt('999999999999')).rejects.toMatchObject({ code: 'not_found' });
    });
  });
});
