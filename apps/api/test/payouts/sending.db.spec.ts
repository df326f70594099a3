import { ProviderFault } from '../../src/modules/payment/providers/payment-provider.ts';
import { faultsIn } from '../support/books.ts';
import { fiatOf, standingOf } from '../support/payouts.ts';
import { coins } from '../support/wallets.ts';
import { openPayoutStage, type PayoutStage, type Staged } from './stage.ts';

describe('payouts that are sent', () => {
  let stage: PayoutStage;
  let creator: Staged;

  beforeAll(async () => {
    stage = await openPayoutStage();
  });
  afterAll(async () => stage.close());
  beforeEach(async () => {
    creator = await stage.creatorWith(100_000);
    stage.bank.calls = 0;
    stage.bank.feeMinor = null;
    stage.bank.arrives = false;
  });
  afterEach(async () => {
    expect(stage.bank.faults).toEqual([]);
    expect(await faultsIn(stage.world)).toEqual([]);
  });

  const approved = async (count = 2_500): Promise<string> => {
    const id = await stage.request(creator, count);
    await stage.approve(id);
    return id;
  };
  const away = () => new ProviderFault('unavailable', 'no answer');
  const rowOf = async (id: string) => (await stage.world.query('SELECT * FROM payout WHERE id = $1', [id]))[0] ?? {};

  it('wait for their approval, and leave once', async () => {
    const id = await stage.request(creator, 2_500);
    await stage.sender.run();
    expect(await stage.statusOf(id)).toBe('requested');
    await stage.approve(id);
    await Promise.all([stage.sender.run(), stage.senderWith().run(), stage.senderWith().run()]);
    expect(stage.bank.calls).toBe(1);
    expect(stage.bank.payments.get(id)).toMatchObject({ amountMinor: 2_000, currency: 'USD' });
    expect(await stage.statusOf(id)).toBe('in_flight');
    stage.bank.arrives = true;
    await stage.dueNow();
    await stage.sender.run();
    expect(await stage.statusOf(id)).toBe('paid');
    expect(stage.bank.calls).toBe(1);
  });

  it.each(['payout.before-send', 'payout.after-send'])('leave once when the process fails at %s', async (point) => {
    const id = await approved();
    const sent = stage.bank.payments.size;
    await stage.senderWith(`${point}=fail#1`).run();
    expect(await rowOf(id)).toMatchObject({ status: 'in_flight', provider_ref: null });
    await stage.dueNow();
    await stage.sender.run();
    expect(await rowOf(id)).toMatchObject({ status: 'in_flight', provider_ref: `bank_${id}` });
    expect(stage.bank.payments.size).toBe(sent + 1);
    expect(stage.bank.calls).toBe(point === 'payout.after-send' ? 2 : 1);
  });

  it('leave once when the bank’s answer is lost, and are asked about again later each time', async () => {
    const id = await approved();
    const sent = stage.bank.payments.size;
    stage.bank.faults.push({ fault: away(), done: true }, { fault: away(), done: false });
    await stage.sender.run();
    await stage.sender.run();
    expect(stage.bank.calls).toBe(1);
    await stage.dueNow();
    await stage.sender.run();
    await stage.dueNow();
    await stage.sender.run();
    expect(stage.bank.calls).toBe(3);
    expect(stage.bank.payments.size).toBe(sent + 1);
    expect(await rowOf(id)).toMatchObject({ status: 'in_flight', provider_ref: `bank_${id}`, attempts: 3 });
  });

  describe('once the bank may have forgotten the key', () => {
    const forgotten = async (done: boolean): Promise<string> => {
      const id = await approved();
      stage.bank.faults.push({ fault: away(), done });
      await stage.sender.run();
      const since = "sent_at = now() - interval '21 hours', due_at = now()";
      await stage.world.query(`UPDATE payout SET ${since} WHERE id = $1`, [id]);
      return id;
    };

    it('are looked for and found, and not repeated', async () => {
      const id = await forgotten(true);
      stage.bank.faults.push({ fault: new ProviderFault('refused', 'no', 'not_yours'), done: false });
      await stage.sender.run();
      expect(await rowOf(id)).toMatchObject({ status: 'in_flight', provider_ref: null });
      await stage.dueNow();
      await stage.sender.run();
      expect(await rowOf(id)).toMatchObject({ status: 'in_flight', provider_ref: `bank_${id}` });
      expect(stage.bank.calls).toBe(1);
      expect(await stage.tell(id, 'paid')).toMatchObject({ outcome: 'moved', status: 'paid' });
    });

    it('come back to the creator when they never arrived', async () => {
      const before = await standingOf(stage.world, creator.ownerId);
      const id = await forgotten(false);
      await stage.sender.run();
      expect(await rowOf(id)).toMatchObject({ status: 'returned', failure_code: 'never_arrived' });
      expect(await standingOf(stage.world, creator.ownerId)).toEqual(before);
      expect([stage.bank.calls, stage.bank.payments.has(id)]).toEqual([1, false]);
    });
  });

  it('come back with the bank’s code when it refuses them', async () => {
    const before = await fiatOf(stage.world, 'USD');
    const id = await approved();
    stage.bank.faults.push({ fault: new ProviderFault('refused', 'no', 'account_closed'), done: false });
    await stage.sender.run();
    expect(await rowOf(id)).toMatchObject({ status: 'returned', failure_code: 'account_closed' });
    expect(await standingOf(stage.world, creator.ownerId)).toEqual({ earnings: coins(100_000), inFlight: 0 });
    expect(await fiatOf(stage.world, 'USD')).toEqual(before);
  });

  it('that the bank returns days after it paid are undone, but for its price', async () => {
    const before = await fiatOf(stage.world, 'USD');
    const id = await approved(5_000);
    await stage.sender.run();
    stage.bank.feeMinor = 25;
    await stage.tell(id, 'paid');
    const paid = { ...before, liability: Number(before['liability']) - 4_000 };
    expect(await fiatOf(stage.world, 'USD')).toEqual({
      ...paid,
      cash: Number(before['cash']) + 4_025,
      fees: Number(before['fees']) - 25,
    });
    await stage.tell(id, 'returned', 'account_closed');
    expect(await standingOf(stage.world, creator.ownerId)).toEqual({ earnings: coins(100_000), inFlight: 0 });
    expect(await fiatOf(stage.world, 'USD')).toEqual({
      ...before,
      cash: Number(before['cash']) + 25,
      fees: Number(before['fees']) - 25,
    });
  });

  it('keep back the fee that was agreed, and give it back with the rest', async () => {
    const withFee = async () => {
      const id = await stage.request(creator, 5_000);
      await stage.world.query(
        `DO $$ BEGIN SET LOCAL session_replication_role = replica;
         UPDATE payout SET fee_minor = 30, amount_minor = amount_minor - 30 WHERE id = '${id}'; END $$`,
      );
      await stage.approve(id);
      await stage.sender.run();
      return id;
    };
    const before = await fiatOf(stage.world, 'USD');
    const [paid, returned] = [await withFee(), await withFee()];
    await stage.tell(returned, 'returned');
    await stage.tell(paid, 'paid');
    // What was withheld paid the bank's price: nothing of either is left.
    expect(await fiatOf(stage.world, 'USD')).toEqual({
      ...before,
      liability: Number(before['liability']) - 4_000,
      cash: Number(before['cash']) + 4_000,
    });
  });

  it('are held back when something came up after their approval, and go once it is settled', async () => {
    const id = await approved();
    const owe = (microcoins: number) =>
      stage.world.query('UPDATE wallet SET receivable = $2 WHERE owner_id = $1', [creator.ownerId, microcoins]);
    await owe(1);
    await stage.sender.run();
    expect(await rowOf(id)).toMatchObject({
      status: 'requested',
      approved_at: null,
      review_reasons: ['first_payout', 'receivable_open'],
    });
    await expect(stage.approve(id)).rejects.toMatchObject({ code: 'receivable_open' });
    await owe(0);
    await stage.approve(id);
    await stage.sender.run();
    expect(await stage.statusOf(id)).toBe('in_flight');
  });

  it('only go forward, whatever is told in whatever order', async () => {
    const id = await approved();
    expect(await stage.tell(id, 'paid')).toMatchObject({ outcome: 'unchanged', status: 'requested' });
    await stage.sender.run();
    for (const fact of ['paid', 'in_flight', 'paid', 'returned', 'paid', 'in_flight', 'returned'] as const) {
      await stage.tell(id, fact, 'late');
    }
    const trail = await stage.world.query('SELECT kind FROM payout_event WHERE payout_id = $1 ORDER BY id', [id]);
    expect(trail.map(({ kind }) => kind)).toEqual(['requested', 'approved', 'sent', 'paid', 'returned']);
    expect(await rowOf(id)).toMatchObject({ status: 'returned', failure_code: 'late' });
    await expect(stage.world.query("UPDATE payout SET status = 'paid' WHERE id = $1", [id])).rejects.toThrow(
      /does not go/,
    );
    await expect(stage.world.query('UPDATE payout SET amount_minor = 1 WHERE id = $1', [id])).rejects.toThrow(
      /its terms/,
    );
    await expect(stage.world.query('DELETE FROM payout WHERE id = $1', [id])).rejects.toThrow(/stays/);
    await expect(stage.world.query('DELETE FROM payout_event WHERE payout_id = $1', [id])).rejects.toThrow(
      /append-only/,
    );
  });

  it('that differ from the books are found by the check', async () => {
    const id = await approved();
    await stage.sender.run();
    const tamper = (text: string) =>
      stage.world.query(`DO $$ BEGIN SET LOCAL session_replication_role = replica; ${text} WHERE id = '${id}'; END $$`);
    await tamper('UPDATE payout SET amount_minor = amount_minor + 1, amount_microcoins = amount_microcoins - 1');
    const found = await faultsIn(stage.world);
    expect(found.map(({ fault }) => fault).toSorted()).toEqual([
      'in flight differs from the open payouts',
      'payout and its journal differ',
      'payout and its journal differ',
      'what was sent differs from the payouts on their way',
    ]);
    await tamper('UPDATE payout SET amount_minor = amount_minor - 1, amount_microcoins = amount_microcoins + 1');
  });

  it('are found by any of the provider’s names, and only by those of their own provider', async () => {
    const id = await approved();
    const named = { provider: 'sandbox', payoutId: null, refs: ['another', `bank_${id}`] };
    const facts = stage.bank.facts('x', 'paid');
    expect(await stage.facts.applyNow(named, facts)).toEqual({ outcome: 'unknown' });
    await stage.sender.run();
    expect(await stage.facts.applyNow({ ...named, provider: 'stripe' }, facts)).toEqual({ outcome: 'unknown' });
    expect(await stage.facts.applyNow({ provider: 'stripe', payoutId: id, refs: [] }, facts)).toEqual({
      outcome: 'unknown',
    });
    expect(await stage.facts.applyNow(named, facts)).toEqual({
      outcome: 'moved',
      payoutId: id,
      userId: creator.ownerId,
      status: 'paid',
    });
  });
});
