import { faultsIn } from '../support/books.ts';
import { type House, openHouse } from '../support/boot.ts';
import { BONUS, COINS, deliver, eventFor, openPayments, PRICE_MINOR, standsOf } from '../support/payments.ts';

const COPIES = 200;
const CONNECTIONS = 20;

describe('two hundred copies of one webhook at once, over twenty connections', () => {
  let house: House;
  let packId: string;

  beforeAll(async () => {
    house = await openHouse();
    packId = await house.world.addPack();
  });
  afterAll(async () => house.close());
  afterEach(async () => expect(await faultsIn(house.world)).toEqual([]));

  /** Twenty senders, each with its ten one after the other. */
  const send = async (events: readonly object[]): Promise<number[]> => {
    const left = [...events];
    const statuses: number[] = [];
    const sender = async () => {
      for (let event = left.pop(); event !== undefined; event = left.pop())
        statuses.push((await deliver(house, event)).status);
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, sender));
    return statuses;
  };
  const payment = async () => {
    const [opened] = await openPayments(house.world, packId, 1);
    if (opened === undefined) throw new Error('no payment');
    return opened.id;
  };
  const all200 = Array<number>(COPIES).fill(200);

  it('of one event: one credit, and every copy is taken', async () => {
    const id = await payment();
    const event = eventFor(id);
    expect(await send(Array(COPIES).fill(event))).toEqual(all200);
    expect(await standsOf(house.world, [id])).toMatchObject([
      { credits: 1, coins: COINS, bonus: BONUS, cash: PRICE_MINOR },
    ]);
    const kept = await house.world.query('SELECT tries, state FROM webhook_event WHERE event_id = $1', [event.id]);
    expect(kept).toEqual([{ tries: 1, state: 'applied' }]);
  });

  it('all two hundred in the air at the same time', async () => {
    const id = await payment();
    const event = eventFor(id);
    const answers = await Promise.all(Array.from({ length: COPIES }, () => deliver(house, event)));
    expect(answers.map((answer) => answer.status)).toEqual(all200);
    expect(await standsOf(house.world, [id])).toMatchObject([
      { credits: 1, coins: COINS, bonus: BONUS, cash: PRICE_MINOR },
    ]);
  });

  it('of two hundred events about one payment: one credit', async () => {
    const id = await payment();
    expect(await send(Array.from({ length: COPIES }, () => eventFor(id)))).toEqual(all200);
    expect(await standsOf(house.world, [id])).toMatchObject([
      { credits: 1, coins: COINS, bonus: BONUS, cash: PRICE_MINOR },
    ]);
  });

  it('of the payment, its refund and its dispute in confusion: taken back once', async () => {
    const id = await payment();
    const refund = { ref: `r_${id}`, amountMinor: 50, status: 'succeeded' };
    const dispute = { ref: `d_${id}`, amountMinor: PRICE_MINOR, status: 'lost' };
    const told = [
      eventFor(id),
      eventFor(id, { type: 'refund.updated', refund }),
      eventFor(id, { type: 'dispute.updated', dispute }),
    ];
    expect(await send(Array.from({ length: COPIES }, (_, index) => told[index % told.length] ?? {}))).toEqual(all200);
    expect(await standsOf(house.world, [id])).toMatchObject([
      { credits: 1, coins: 0, bonus: 0, owed: 0, cash: 0, refunded: 50, disputed: 49, taken: PRICE_MINOR },
    ]);
  });
});
