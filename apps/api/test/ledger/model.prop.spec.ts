import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { openWorld, type World } from '@troupe/test-kit/world';
import fc from 'fast-check';
import { coinAccount, userAccount } from '../../src/modules/coin/ledger/accounts.ts';
import { VERIFY } from '../../src/modules/coin/ledger/verify.sql.ts';
import { type Books, openBooks, type Wallet } from './books.ts';
import { Oracle, type OracleHold, type OracleJournal, OraclePerson } from './oracle.ts';

/**
 * Random operations against the oracle. `LEDGER_MODEL_OPERATIONS` makes the run longer, `LEDGER_MODEL_SEED` repeats one:
 * fast-check prints the seed of a run that fails.
 */
const OPERATIONS = Number(process.env['LEDGER_MODEL_OPERATIONS'] ?? 3_000);
const SEED = process.env['LEDGER_MODEL_SEED'];
const OPERATIONS_PER_RUN = 150;
const FANS = 4;
const PEOPLE = 6;

const fan = fc.nat(FANS - 1);
/** Anybody, so that fans pay fans and, now and then, themselves. */
const creator = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: FANS, max: PEOPLE - 1 }) },
  { weight: 1, arbitrary: fan },
);
const price = fc.oneof(
  { weight: 30, arbitrary: fc.bigInt({ min: 1n, max: 60n }) },
  { weight: 1, arbitrary: fc.constantFrom(0n, -5n) },
);
const pick = fc.nat(1_000);
const limit = fc.option(fc.bigInt({ min: 1n, max: 200n }), { nil: null });

const operation = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant('charge' as const), fan, creator, price, retry: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('batch' as const),
      members: fc.uniqueArray(fc.record({ fan, creator, price }), {
        selector: (member) => member.fan,
        minLength: 2,
        maxLength: FANS,
      }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('topUp' as const),
      fan,
      bucket: fc.constantFrom('coins' as const, 'bonus' as const),
      amount: fc.bigInt({ min: 1n, max: 120n }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('hold' as const), fan, creator, price }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('settle' as const), pick, actual: fc.bigInt({ min: -1n, max: 70n }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('release' as const), pick }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('reverse' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('block' as const), fan, blocked: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('limits' as const), fan, daily: limit, message: limit }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fold' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('mature' as const), creator: fc.integer({ min: FANS, max: PEOPLE - 1 }) }),
  },
);
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

class Run {
  readonly oracle = new Oracle();
  readonly people: OraclePerson[] = [];
  readonly wallets: Wallet[] = [];
  readonly holds: { id: string; oracle: OracleHold }[] = [];
  readonly journals: { id: string; creator: number; oracle: OracleJournal }[] = [];

  constructor(
    readonly world: World,
    readonly books: Books,
    readonly tally: Map<string, number>,
  ) {}

  async open(): Promise<void> {
    for (let index = 0; index < PEOPLE; index += 1) {
      this.people.push(new OraclePerson());
      this.wallets.push(await this.books.openWallet());
    }
  }

  async step(step: Operation): Promise<void> {
    switch (step.kind) {
      case 'charge':
        return this.charge([step], step.retry);
      case 'batch':
        return this.charge(step.members, false);
      case 'topUp':
        return this.topUp(step);
      case 'hold':
        return this.hold(step);
      case 'settle':
        return this.settle(step);
      case 'release': {
        const hold = this.holds[step.pick % Math.max(1, this.holds.length)];
        if (hold !== undefined)
          this.expect('release', (await this.books.release(hold.id)).outcome, this.oracle.release(hold.oracle));
        return;
      }
      case 'reverse':
        return this.reverse(step.pick);
      case 'block':
        this.person(step.fan).blocked = step.blocked;
        await this.world.query('UPDATE wallet SET suspended = $2 WHERE id = $1', [
          this.wallet(step.fan).id,
          step.blocked,
        ]);
        return;
      case 'limits':
        Object.assign(this.person(step.fan), { dailyLimit: step.daily, messageLimit: step.message });
        await this.world.query(
          'UPDATE wallet SET daily_limit_microcoins = $2, message_limit_microcoins = $3 WHERE id = $1',
          [this.wallet(step.fan).id, step.daily, step.message],
        );
        return;
      case 'fold':
        await this.books.fold();
        return;
      case 'mature':
        return this.mature(step.creator);
    }
  }

  private async charge(
    members: readonly { fan: number; creator: number; price: bigint }[],
    retry: boolean,
  ): Promise<void> {
    const sent = members.map((member) => ({
      fan: this.wallet(member.fan),
      creator: this.wallet(member.creator),
      price: member.price,
      key: randomUUID(),
    }));
    const answers = await this.books.charge(sent);
    for (const [index, member] of members.entries()) {
      const expected = this.oracle.charge(this.person(member.fan), this.person(member.creator), member.price);
      this.expect('charge', answers[index]?.outcome, expected.outcome);
      if (expected.journal)
        this.journals.push({ id: answers[index]?.journal ?? '', creator: member.creator, oracle: expected.journal });
    }
    const [first] = answers;
    if (!retry || first?.outcome !== 'charged') return;
    const [again] = await this.books.charge(sent);
    expect(again).toMatchObject({ outcome: 'duplicate', journal: first.journal });
    const [other] = await this.books.charge(sent.map((member) => ({ ...member, hash: 2n })));
    expect(other).toMatchObject({ outcome: 'reused', journal: first.journal });
  }

  private async topUp({
    fan: index,
    bucket,
    amount,
  }: {
    fan: number;
    bucket: 'coins' | 'bonus';
    amount: bigint;
  }): Promise<void> {
    const account = userAccount(this.wallet(index).id, bucket);
    const { outcome, journal } = await this.books.post(
      coinAccount(bucket === 'coins' ? 'issued' : 'promotions'),
      account,
      amount,
    );
    this.expect('topUp', outcome, 'posted');
    this.journals.push({
      id: journal ?? '',
      creator: -1,
      oracle: this.oracle.topUp(this.person(index), bucket, amount),
    });
  }

  private async hold(step: { fan: number; creator: number; price: bigint }): Promise<void> {
    const answer = await this.books.hold(this.wallet(step.fan), this.wallet(step.creator), step.price);
    const expected = this.oracle.hold(this.person(step.fan), this.person(step.creator), step.price);
    this.expect('hold', answer.outcome, expected.outcome);
    if (expected.hold) this.holds.push({ id: answer.hold ?? '', oracle: expected.hold });
  }

  private async settle({ pick: at, actual }: { pick: number; actual: bigint }): Promise<void> {
    const hold = this.holds[at % Math.max(1, this.holds.length)];
    if (hold === undefined) return;
    const answer = await this.books.settle(hold.id, actual);
    const expected = this.oracle.settle(hold.oracle, actual);
    this.expect('settle', answer.outcome, expected.outcome);
    if (expected.journal) {
      const creatorIndex = this.people.indexOf(hold.oracle.creator);
      this.journals.push({ id: answer.journal ?? '', creator: creatorIndex, oracle: expected.journal });
    }
  }

  private async reverse(at: number): Promise<void> {
    const journal = this.journals[at % Math.max(1, this.journals.length)];
    if (journal === undefined) return;
    const answer = await this.books.reverse(journal.id);
    const expected = this.oracle.reverse(journal.oracle);
    this.expect('reverse', answer.outcome, expected);
    if (expected !== 'posted') return;
    const reversal = {
      kind: 'reversal' as const,
      matured: false,
      reversed: false,
      undo: () => false,
      mature: () => undefined,
    };
    this.journals.push({ id: answer.journal ?? '', creator: -1, oracle: reversal });
  }

  private async mature(index: number): Promise<void> {
    await this.books.fold();
    const person = this.person(index);
    const before = person.pending + person.promoPending;
    const { outcome } = await this.books.mature(this.wallet(index), await this.books.age());
    for (const journal of this.journals) if (journal.creator === index) journal.oracle.mature();
    if (before > 0n) this.oracle.journals += 1;
    this.expect('mature', outcome, before > 0n ? 'posted' : 'nothing');
  }

  /** Every balance, and the number of journals: what was refused has left no trace. */
  async compare(journalsBefore: number): Promise<void> {
    for (const [index, person] of this.people.entries()) {
      const { id } = this.wallet(index);
      const row = await this.books.one(
        'SELECT coins::text, bonus::text, coins_held::text, bonus_held::text, earnings::text, promo::text, receivable::text, spent::text FROM wallet WHERE id = $1',
        [id],
      );
      const lockFree = {
        pending: String(await this.books.balance(userAccount(id, 'earningsPending'))),
        promoPending: String(await this.books.balance(userAccount(id, 'earningsPromoPending'))),
      };
      expect({ ...row, ...lockFree }).toEqual({
        coins: String(person.coins),
        bonus: String(person.bonus),
        coins_held: String(person.coinsHeld),
        bonus_held: String(person.bonusHeld),
        earnings: String(person.earnings),
        promo: String(person.promo),
        receivable: String(person.receivable),
        spent: String(person.spent),
        pending: String(person.pending),
        promoPending: String(person.promoPending),
      });
    }
    expect((await this.books.journals()) - journalsBefore).toBe(this.oracle.journals);
  }

  private expect(name: string, actual: string | undefined, expected: string): void {
    expect(`${name}: ${actual}`).toBe(`${name}: ${expected}`);
    const key = `${name} ${expected}`;
    this.tally.set(key, (this.tally.get(key) ?? 0) + 1);
  }

  private person(index: number): OraclePerson {
    const person = this.people[index];
    if (person === undefined) throw new Error(`nobody at ${index}`);
    return person;
  }

  private wallet(index: number): Wallet {
    const wallet = this.wallets[index];
    if (wallet === undefined) throw new Error(`no wallet at ${index}`);
    return wallet;
  }
}

describe('the ledger against an oracle', () => {
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await createTestDatabase();
    world = openWorld(database.url);
  });
  afterAll(async () => {
    await world.close();
    await database.drop();
  });

  it(
    'agrees with it after any run of charges, batches, holds, settlements, releases, reversals, limits, folds and maturing',
    async () => {
      const books = openBooks(world);
      const tally = new Map<string, number>();
      const runs = Math.ceil(OPERATIONS / OPERATIONS_PER_RUN);
      const steps = fc.array(operation, { minLength: OPERATIONS_PER_RUN, maxLength: OPERATIONS_PER_RUN, size: 'max' });
      await fc.assert(
        fc.asyncProperty(steps, async (operations) => {
          const run = new Run(world, books, tally);
          await run.open();
          const before = await books.journals();
          for (const step of operations) await run.step(step);
          await run.compare(before);
        }),
        { numRuns: runs, endOnFailure: true, ...(SEED !== undefined && { seed: Number(SEED) }) },
      );
      expect(await world.query(VERIFY)).toEqual([]);
      // Not vacuous: every kind of answer came.
      const seen = [...tally.keys()].sort();
      expect(seen).toEqual(expect.arrayContaining(EVERY_ANSWER));
      if (process.env['LEDGER_MODEL_OPERATIONS'] !== undefined)
        process.stdout.write(`${JSON.stringify(Object.fromEntries([...tally].sort()), null, 2)}\n`);
    },
    // Longer than any run of this size takes on a slow machine.
    60_000 + OPERATIONS * 10,
  );
});

const EVERY_ANSWER = [
  'charge blocked',
  'charge charged',
  'charge insufficient',
  'charge invalid',
  'charge limited',
  'hold held',
  'hold insufficient',
  'mature posted',
  'release duplicate',
  'release ended',
  'release released',
  'reverse duplicate',
  'reverse insufficient',
  'reverse posted',
  'reverse refused',
  'settle above',
  'settle duplicate',
  'settle ended',
  'settle invalid',
  'settle settled',
];
