import { Client } from 'pg';
import { VERIFY } from '../../src/modules/coin/ledger/verify.sql.ts';
import { VerifyLedgerService } from '../../src/modules/coin/verify-ledger.service.ts';
import { HearPaymentService } from '../../src/modules/payment/hear-payment.service.ts';
import { PAYMENTS_VERIFY } from '../../src/modules/payment/payments-verify.sql.ts';
import { PaymentProviders } from '../../src/modules/payment/providers/payment-providers.ts';
import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { accomplice, buy, poorFan, press, refundPart, tip } from '../support/cheats.ts';
import { coins } from '../support/wallets.ts';

describe('the check of the books against the payments', () => {
  let house: House;
  let paymentId: string;

  /** A payment with everything on it: a fee, a part that was refunded, and a dispute with a fee that took shares, was won, and came again. */
  beforeAll(async () => {
    house = await openHouse();
    const [fan, creator, packId] = [await poorFan(house), await accomplice(house), await house.world.addPack()];
    paymentId = await buy(fan, packId);
    await buy(fan, packId);
    await tip(fan, creator.handle, coins(200));
    await refundPart(house, paymentId, 20);
    await press(fan, paymentId, 'disputed');
    await press(fan, paymentId, 'dispute_won');
    await press(fan, paymentId, 'disputed');
    const [dispute] = await house.world.query<{ ref: string }>(
      "SELECT ref FROM payment_dispute WHERE payment_id = $1 AND status = 'open'",
      [paymentId],
    );
    await house.get(HearPaymentService).hear(house.get(PaymentProviders).get('sandbox'), paymentId, {
      refs: [],
      facts: {
        paid: { amountMinor: 99, currency: 'USD', feeMinor: 5, instrument: null },
        disputes: [{ ref: dispute?.ref ?? '', amountMinor: 79, feeMinor: 1500, reason: null, status: 'lost' }],
      },
    });
  });
  afterAll(async () => house.close());

  it('finds nothing while they are right, and has something to look at', async () => {
    expect(await faultsIn(house.world)).toEqual([]);
    const [seen] = await house.world.query(
      `SELECT (SELECT count(*)::int FROM payment_clawback) AS clawbacks, (SELECT count(*)::int FROM ledger_share_taken) AS taken,
              (SELECT count(*)::int FROM ledger_share_returned) AS returned, (SELECT count(*)::int FROM ledger_transfer WHERE kind = 44) AS fees`,
    );
    expect(seen).toEqual({ clawbacks: 4, taken: 2, returned: 1, fees: 2 });
  });

  const journalOf = '(SELECT journal_id FROM payment WHERE taken_minor > 0)';
  it.each<[string, string, string]>([
    [
      'another amount than was posted',
      `UPDATE payment SET amount_minor = amount_minor + 1`,
      'payment and its journal differ',
    ],
    ['other coins', `UPDATE payment SET coins_microcoins = coins_microcoins + 1`, 'payment and its journal differ'],
    ['another bonus', `UPDATE payment SET bonus_microcoins = bonus_microcoins + 1`, 'payment and its journal differ'],
    [
      'cash at another provider',
      `UPDATE payment SET provider = 'stripe' WHERE taken_minor > 0`,
      'payment and its journal differ',
    ],
    ['a journal of another payment', `UPDATE payment SET journal_id = ${journalOf}`, 'payment and its journal differ'],
    [
      'a journal with one transfer too many',
      `INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind) VALUES (${journalOf}, 9, 35, 33, 1, 37)`,
      'payment and its journal differ',
    ],
    [
      'a transfer that is not there',
      `DELETE FROM ledger_transfer WHERE kind = 12 AND journal = ${journalOf}`,
      'payment and its journal differ',
    ],
    [
      'coins that nobody paid',
      `UPDATE payment SET status = 'created', journal_id = NULL WHERE taken_minor = 0`,
      'purchase without its payment',
    ],
    [
      'a clawback that is not there',
      'DELETE FROM payment_clawback WHERE amount_minor < 0',
      'taken differs from the clawbacks',
    ],
    [
      'a clawback of another amount',
      'UPDATE payment_clawback SET amount_minor = amount_minor + 1 WHERE amount_minor = 20',
      'clawback and its journal differ',
    ],
    [
      'less taken than went back',
      `UPDATE payment SET taken_minor = taken_minor - 1 WHERE taken_minor > 0`,
      'taken differs from what went back',
    ],
    [
      'a refund that did not count',
      `UPDATE payment_refund SET amount_minor = amount_minor + 1`,
      'what went back differs from what was told',
    ],
    [
      'a dispute that did not count',
      `UPDATE payment_dispute SET amount_minor = amount_minor - 30 WHERE status = 'lost'`,
      'what went back differs from what was told',
    ],
    [
      'coins that did not follow',
      `UPDATE ledger_transfer SET amount = amount - 1 WHERE kind = 40 AND leg = 1`,
      'clawback and its journal differ',
    ],
    [
      'coins taken for nothing',
      `INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind) VALUES (999999, 1, 32001, 35, 1, 40)`,
      'taking or return of coins without its clawback',
    ],
    [
      'a fee that was not posted',
      `UPDATE payment SET fee_minor = fee_minor + 1 WHERE taken_minor > 0`,
      'what a provider holds differs from its payments',
    ],
    [
      'a fee of a dispute that was not posted',
      `UPDATE payment_dispute SET fee_minor = 0`,
      'what a provider holds differs from its payments',
    ],
    [
      'cash that left by itself',
      `INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind) VALUES (999999, 1, 66, 72, 1, 44)`,
      'what a provider holds differs from its payments',
    ],
    [
      'more taken of a share than there was',
      'UPDATE ledger_share_taken SET amount = amount * 2',
      'more was taken of a share than there was',
    ],
    [
      'a share taken that was not posted',
      'UPDATE ledger_share_taken SET amount = amount - 1',
      'shares taken or returned differ from their journal',
    ],
    [
      'a share taken that was not noted',
      'DELETE FROM ledger_share_taken',
      'shares taken or returned differ from their journal',
    ],
    [
      'a share returned that was not noted',
      'DELETE FROM ledger_share_returned',
      'shares taken or returned differ from their journal',
    ],
    [
      'a debt below zero',
      `ALTER TABLE wallet DROP CONSTRAINT wallet_earnings_never_negative; UPDATE wallet SET receivable = -1`,
      'owes less than nothing',
    ],
  ])('finds %s', async (_, damage, fault) => {
    const client = new Client({ connectionString: house.databaseUrl });
    await client.connect();
    try {
      await client.query(
        'BEGIN; SET LOCAL session_replication_role = replica; ALTER TABLE payment DROP CONSTRAINT IF EXISTS payment_went_back;',
      );
      await client.query(damage);
      const faults = [...(await client.query(VERIFY)).rows, ...(await client.query(PAYMENTS_VERIFY)).rows];
      expect(faults.map((row) => row.fault)).toContain(fault);
    } finally {
      await client.query('ROLLBACK');
      await client.end();
    }
  });

  it('is part of the check that admins see', async () => {
    const check = house.get(VerifyLedgerService);
    const faults = async () => {
      await check.verify(new AbortController().signal);
      return (await check.health()).faults.map((row) => row.fault);
    };
    expect(await faults()).toEqual([]);
    await house.world.query('UPDATE payment SET fee_minor = 6 WHERE id = $1', [paymentId]);
    expect(await faults()).toEqual(['what a provider holds differs from its payments']);
  });
});
