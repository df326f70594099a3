import { request } from 'node:http';
import type { PaymentProviderName } from '@troupe/contracts/http/payment';
import { Metrics } from '../../src/platform/metrics/metrics.service.ts';
import { faultsIn } from '../support/books.ts';
import { mutated, scrambled, withOtherAmounts } from '../support/mutate.ts';
import { seeded } from '../support/orders.ts';
import { eventFor } from '../support/payments.ts';
import { openAtRazorpay, openAtStripe, openTills, type Tills } from '../support/providers.ts';

/** `WEBHOOK_FUZZ=10000` sends that many. */
const REQUESTS = Number(process.env['WEBHOOK_FUZZ'] ?? 2000);
const AT_ONCE = 6;
const SEED = 1121;
const MS_EACH = 60;
const PROVIDERS = ['stripe', 'razorpay', 'sandbox'] as const;

describe('what nobody should post to a webhook', () => {
  let tills: Tills;
  const real: Record<PaymentProviderName, { body: Buffer; headers: Record<string, string> }[]> = {
    stripe: [],
    razorpay: [],
    sandbox: [],
  };
  const random = seeded(SEED);

  /** Everything that each provider says in the life of a payment. */
  beforeAll(async () => {
    tills = await openTills({ LOG_LEVEL: 'error' });
    const { house, stripe, razorpay } = tills;
    const [fan, packId] = [await house.register(), await house.world.addPack()];
    const { ref } = await openAtStripe(tills, fan, packId, 'page');
    const intent = stripe.act.process(ref);
    stripe.act.fail(ref);
    stripe.act.pay(ref);
    stripe.act.settleRefund(stripe.act.refund(intent.id, { amount: 10, status: 'pending' }).id, 'failed');
    stripe.act.moveDispute(stripe.act.dispute(intent.id).id, 'won');
    real.stripe.push(...stripe.events.map((event) => stripe.delivery(event)));
    const { begun } = await openAtRazorpay(tills, fan, packId);
    razorpay.payments.settle(razorpay.payments.authorize(begun));
    const disputed = razorpay.payments.dispute(begun.id, { amount_deducted: begun.amount });
    razorpay.payments.moveDispute(disputed.id, 'lost', { status: 'lost' });
    real.razorpay.push(...razorpay.events.map(({ body, headers }) => ({ body, headers })));
    const { payment } = await fan.api.payment.sandboxCheckout({ packId, currency: 'USD' });
    const told = { ref: 'r_1', amountMinor: 5, status: 'succeeded' };
    const events = [
      {},
      { type: 'payment.pending' },
      { type: 'refund.updated', refund: told },
      { type: 'dispute.updated', dispute: { ...told, status: 'open' } },
    ];
    for (const changes of events) {
      const body = Buffer.from(JSON.stringify(eventFor(payment.id, changes)));
      real.sandbox.push({ body, headers: tills.sign('sandbox', body) });
    }
  });
  afterAll(async () => tills.close());

  const some = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
  const stored = async () =>
    (await tills.house.world.query<{ n: number }>('SELECT count(*)::int AS n FROM webhook_event'))[0]?.n;
  const credits = async () =>
    (
      await tills.house.world.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM ledger_transfer WHERE kind IN (10, 11, 12)',
      )
    )[0]?.n;
  /** So many, some at a time; the statuses that came, counted. */
  const send = async (
    times: number,
    make: () => { provider: PaymentProviderName; body: Buffer; headers: Record<string, string> },
  ) => {
    const counts: Record<number, number> = {};
    let left = times;
    const sender = async () => {
      while (left > 0) {
        left -= 1;
        const { provider, ...post } = make();
        const status = await tills.post(provider, post);
        counts[status] = (counts[status] ?? 0) + 1;
        if (status < 500) continue;
        left = 0;
        throw new Error(
          `${status} for ${provider}: ${post.body.toString('utf8').slice(0, 2_000)}\n${tills.house.log.at(-1)}`,
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    return counts;
  };

  it(
    'other bytes under a good signature, and good bytes under another: nothing is kept but a count',
    async () => {
      const before = await stored();
      const counts = await send(Math.ceil(REQUESTS / 2), () => {
        const provider = some(PROVIDERS);
        const { body, headers } = some(real[provider]);
        if (random() < 0.5) return { provider, headers, body: scrambled(body, random) };
        const forged = Object.entries(headers).map(([name, value]) => {
          const bytes = scrambled(Buffer.from(value), random)
            .toString('latin1')
            .replace(/[^\x20-\x7e]/g, '.');
          // Stripe's header is a list: with the right signature in it, it would be right.
          const [right = ''] = /[0-9a-f]{64}/.exec(value) ?? [];
          return [name, /signature/.test(name) ? bytes.replaceAll(right, right.slice(1)) : value];
        });
        return { provider, body, headers: Object.fromEntries(forged) };
      });
      expect(
        Object.keys(counts)
          .map(Number)
          .filter((status) => ![400, 413, 429].includes(status)),
      ).toEqual([]);
      expect(await stored()).toBe(before);
      expect(await credits()).toBe(0);
      const { text } = await tills.house.get(Metrics).render();
      expect(text).toMatch(/payment_webhooks_total\{provider="\w+",outcome="bad_signature"\} [1-9]/);
    },
    60_000 + REQUESTS * MS_EACH,
  );

  it(
    'nonsense under a good signature: it is refused or kept for people to look at, and credits nobody',
    async () => {
      const counts = await send(Math.floor(REQUESTS / 2), () => {
        const provider = some(PROVIDERS);
        const { body: original, headers } = some(real[provider]);
        const told: unknown = mutated(withOtherAmounts(JSON.parse(original.toString('utf8'))), random);
        const body = Buffer.from(JSON.stringify(told));
        const id = some(['', 'evt', `evt ${random()}`, headers['x-razorpay-event-id'] ?? '', 'x'.repeat(500)]);
        return { provider, body, headers: { ...tills.sign(provider, body), 'x-razorpay-event-id': id } };
      });
      expect(
        Object.keys(counts)
          .map(Number)
          .filter((status) => ![200, 400, 413, 422].includes(status)),
      ).toEqual([]);
      expect(counts[200]).toBeGreaterThan(0);
      expect(await credits()).toBe(0);
      expect(await faultsIn(tills.house.world)).toEqual([]);
    },
    60_000 + REQUESTS * MS_EACH,
  );

  /** Past what `fetch` would send. */
  const raw = (
    provider: string,
    headers: Record<string, string | string[]>,
    chunks: readonly Buffer[],
  ): Promise<number | 'closed'> =>
    new Promise((resolve) => {
      const outgoing = request(
        `${tills.house.origin}/payment/${provider}/webhook`,
        { method: 'POST', headers },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      outgoing.on('error', () => resolve('closed'));
      for (const chunk of chunks) outgoing.write(chunk);
      outgoing.end();
    });

  it.each(PROVIDERS)('%s: bodies and headers that are none', async (provider) => {
    const before = await stored();
    // A dispute of what nobody paid here: it moves nothing.
    const { body } = real[provider].at(-1) ?? { body: Buffer.alloc(0) };
    const signed = tills.sign(provider, body);
    const json = { 'content-type': 'application/json' };
    const big = Buffer.concat([Buffer.from('{"a":"'), Buffer.alloc(1_048_576, 'a'), Buffer.from('"}')]);
    const nested = Buffer.from(`${'['.repeat(30_000)}${']'.repeat(30_000)}`);
    const proto = Buffer.from('{"__proto__":{"id":"evt_1"}}');
    const twice = Object.fromEntries(Object.entries(signed).map(([name, value]) => [name, [value, 'another']]));
    const tries: [Record<string, string | string[]>, Buffer[]][] = [
      [{ ...json, ...tills.sign(provider, big) }, [big]],
      [{ ...json, ...tills.sign(provider, nested) }, [nested]],
      [{ ...json, ...tills.sign(provider, proto) }, [proto]],
      [{ ...json, ...tills.sign(provider, Buffer.alloc(0)) }, []],
      [{ ...json, ...tills.sign(provider, Buffer.from('"text"')) }, [Buffer.from('"text"')]],
      [{ 'content-type': 'text/plain', ...signed }, [body]],
      [{ 'content-type': 'multipart/form-data; boundary=x', ...signed }, [body]],
      [signed, [body]],
      [{ ...json, 'content-encoding': 'gzip', ...signed }, [Buffer.from('1f8b08', 'hex')]],
      [{ ...json, ...signed, 'content-length': '5' }, [body]],
      [json, [body]],
    ];
    const taken: unknown[] = [];
    for (const [headers, chunks] of tries) {
      const status = await raw(provider, headers, chunks);
      if (![400, 413, 415, 422, 429, 'closed'].includes(status)) taken.push([status, headers]);
    }
    expect(taken).toEqual([]);
    expect([await stored(), await credits()]).toEqual([before, 0]);
    // What the bytes are called doesn't matter as long as they are signed, and Stripe's header is a list.
    for (const headers of [
      { 'content-type': 'application/x-www-form-urlencoded', ...signed },
      { ...json, ...twice },
    ]) {
      expect([200, 400, 429]).toContain(await raw(provider, headers, [body]));
    }
    expect(await credits()).toBe(0);
    const halves = [body.subarray(0, 10), body.subarray(10)];
    expect(
      await raw(provider, { ...json, ...tills.sign(provider, body), 'transfer-encoding': 'chunked' }, halves),
    ).toBe(200);
  });
});
