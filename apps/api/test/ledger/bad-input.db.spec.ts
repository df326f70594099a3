import { randomUUID } from 'node:crypto';
import { coinAccount, userAccount } from '../../src/modules/coin/ledger/accounts.ts';
import { type Books, openBooks, type Wallet } from './books.ts';
import { type Engine, openEngine } from './engine.ts';

/** Who is there before each bad call: 20 bought coins and 5 of bonus less what the scene did, a hold that is open, and what has ended already. */
interface Scene {
  books: Books;
  fan: Wallet;
  creator: Wallet;
  /** Of six. */
  openHold: string;
  /** Of four, settled to three. */
  settledHold: string;
  releasedHold: string;
  reversed: string;
  reversal: string;
  /** Of a charge of two, a hold and a post. */
  keys: { charge: string; hold: string; post: string };
}

type Call = (scene: Scene) => Promise<unknown>;

const nobody: Wallet = { ownerId: randomUUID(), id: 999_999n };
const chargeOf = (scene: Scene, price: unknown, of: Partial<Scene> = {}, key: string = randomUUID(), hash = 1n) =>
  scene.books
    .charge([{ fan: of.fan ?? scene.fan, creator: of.creator ?? scene.creator, price: price as bigint, key, hash }])
    .then(([charged]) => charged?.outcome);
const holdOf = (scene: Scene, amount: unknown, of: Partial<Scene> = {}, key: string = randomUUID(), hash = 1n) =>
  scene.books
    .hold(of.fan ?? scene.fan, of.creator ?? scene.creator, amount as bigint, key, hash)
    .then(({ outcome }) => outcome);
const postOf = (
  { books, fan }: Scene,
  amount: unknown,
  to = userAccount(fan.id, 'coins'),
  key?: string,
  hash?: bigint,
) => books.post(coinAccount('issued'), to, amount as bigint, key, hash).then(({ outcome }) => outcome);
const settleOf = ({ books }: Scene, hold: string, actual: unknown) =>
  books.settle(hold, actual as bigint).then(({ outcome }) => outcome);
const releaseOf = ({ books }: Scene, hold: string) => books.release(hold).then(({ outcome }) => outcome);
const reverseOf = ({ books }: Scene, journal: unknown) => books.reverse(journal).then(({ outcome }) => outcome);

/** More than 64 bits hold. */
const HUGE = 9_223_372_036_854_775_808n;
const MOST = 9_223_372_036_854_775_807n;

const NO_AMOUNTS: readonly [string, unknown, string, string, string][] = [
  // what, amount, and how a charge, a hold and a post answer: an outcome, or the database's own word
  ['a negative amount', -1n, 'invalid', 'invalid', 'ledger_transfer_amount'],
  ['the most negative amount', -HUGE, 'invalid', 'invalid', 'insufficient'],
  ['zero', 0n, 'invalid', 'invalid', 'ledger_transfer_amount'],
  ['no amount', null, 'invalid', 'invalid', 'null value'],
  ['a fraction', '0.5', 'invalid input syntax', 'invalid input syntax', 'invalid input syntax'],
  ['NaN', 'NaN', 'invalid input syntax', 'invalid input syntax', 'invalid input syntax'],
  ['Infinity', 'Infinity', 'invalid input syntax', 'invalid input syntax', 'invalid input syntax'],
  ['more than 64 bits', HUGE, 'out of range', 'out of range', 'out of range'],
  ['all that 64 bits hold', MOST, 'out of range', 'out of range', 'out of range'],
];

const CALLS: readonly [string, string, Call][] = [
  ...NO_AMOUNTS.flatMap(([what, amount, charge, hold, post]): [string, string, Call][] => [
    [`a charge of ${what}`, charge, (scene) => chargeOf(scene, amount)],
    [`a hold of ${what}`, hold, (scene) => holdOf(scene, amount)],
    [`a post of ${what}`, post, (scene) => postOf(scene, amount)],
  ]),
  ['a settlement below zero', 'invalid', (scene) => settleOf(scene, scene.openHold, -1n)],
  ['a settlement of no amount', 'invalid', (scene) => settleOf(scene, scene.openHold, null)],
  ['a settlement of a fraction', 'invalid input syntax', (scene) => settleOf(scene, scene.openHold, '0.5')],
  ['a settlement of NaN', 'invalid input syntax', (scene) => settleOf(scene, scene.openHold, 'NaN')],
  ['a settlement above the hold', 'above', (scene) => settleOf(scene, scene.openHold, 7n)],
  ['a settlement far above the hold', 'above', (scene) => settleOf(scene, scene.openHold, MOST)],
  ['the same settlement again', 'duplicate', (scene) => settleOf(scene, scene.settledHold, 3n)],
  ['another settlement after the first', 'ended', (scene) => settleOf(scene, scene.settledHold, 2n)],
  ['a settlement after a release', 'ended', (scene) => settleOf(scene, scene.releasedHold, 1n)],
  ['a settlement of a hold that never was', 'unknown', (scene) => settleOf(scene, '999999', 1n)],
  ['a release after a settlement', 'ended', (scene) => releaseOf(scene, scene.settledHold)],
  ['the same release again', 'duplicate', (scene) => releaseOf(scene, scene.releasedHold)],
  ['a release of a hold that never was', 'unknown', (scene) => releaseOf(scene, '999999')],
  ['the same reversal again', 'duplicate', (scene) => reverseOf(scene, scene.reversed)],
  ['the reversal of a reversal', 'refused', (scene) => reverseOf(scene, scene.reversal)],
  ['the reversal of a journal that never was', 'unknown', (scene) => reverseOf(scene, 999_999)],
  ['a charge of one’s own wallet for oneself', 'invalid', (scene) => chargeOf(scene, 1n, { creator: scene.fan })],
  ['a hold of one’s own wallet for oneself', 'invalid', (scene) => holdOf(scene, 1n, { creator: scene.fan })],
  ['a post from an account to itself', 'two_sides', (scene) => postOf(scene, 1n, coinAccount('issued'))],
  ['a post between two currencies', 'one_currency', (scene) => postOf(scene, 1n, 65n)],
  ['a charge of a wallet that never was', 'invalid', (scene) => chargeOf(scene, 1n, { fan: nobody })],
  ['a charge for a creator who never was', 'invalid', (scene) => chargeOf(scene, 1n, { creator: nobody })],
  ['a hold of a wallet that never was', 'invalid', (scene) => holdOf(scene, 1n, { fan: nobody })],
  ['a hold for a creator who never was', 'invalid', (scene) => holdOf(scene, 1n, { creator: nobody })],
  ['a post to a wallet that never was', 'unknown', (scene) => postOf(scene, 1n, userAccount(nobody.id, 'coins'))],
  [
    'a post to a lock-free account of it',
    'unknown',
    (scene) => postOf(scene, 1n, userAccount(nobody.id, 'earningsPending')),
  ],
  ['a post to an account that no wallet has', 'unknown', (scene) => postOf(scene, 1n, scene.fan.id * 32n + 31n)],
  [
    'a post between accounts of a book that there is not',
    'unknown',
    ({ books }) => books.post(7n * 32n + 1n, 7n * 32n + 2n, 1n).then(({ outcome }) => outcome),
  ],
  ['a charge with a key of another one', 'reused', (scene) => chargeOf(scene, 2n, {}, scene.keys.charge, 2n)],
  ['a hold with a key of another one', 'reused', (scene) => holdOf(scene, 6n, {}, scene.keys.hold, 2n)],
  ['a hold with a key of a charge', 'reused', (scene) => holdOf(scene, 2n, {}, scene.keys.charge, 2n)],
  ['a post with a key of another one', 'reused', (scene) => postOf(scene, 20n, undefined, scene.keys.post, 9n)],
  ['the same charge again', 'duplicate', (scene) => chargeOf(scene, 2n, {}, scene.keys.charge)],
];

/** What the ledger is asked and must not do: each is answered in a way of its own, and nothing is written. */
describe('what the ledger refuses', () => {
  let engine: Engine;
  let scene: Scene;

  beforeAll(async () => {
    engine = await openEngine();
    scene = await play(engine);
  });
  afterAll(async () => engine.close());
  afterEach(async () => expect(await engine.faults()).toEqual([]));

  /** Everything that an operation could leave behind. */
  const traces = () =>
    engine.books.one(
      `SELECT (SELECT count(*)::int FROM ledger_transfer) AS transfers, (SELECT count(*)::int FROM ledger_key) AS keys,
              (SELECT count(*)::int FROM ledger_hold) AS holds, (SELECT count(*)::int FROM ledger_hold_end) AS ends,
              (SELECT jsonb_agg(to_jsonb(w) ORDER BY w.id) FROM wallet w) AS wallets`,
      [],
    );

  it.each(CALLS)('%s is answered with “%s” and leaves no trace', async (_, answer, call) => {
    const before = await traces();
    const answered = await call(scene).catch((error: Error) => error.message);
    expect(answered).toEqual(expect.stringContaining(answer));
    expect(await traces()).toEqual(before);
  });
});

async function play({ world }: Engine): Promise<Scene> {
  const books = openBooks(world);
  const keys = { charge: randomUUID(), hold: randomUUID(), post: randomUUID() };
  const [fan, creator] = [await books.openFunded(0n, 5n), await books.openWallet()];
  await books.post(coinAccount('issued'), userAccount(fan.id, 'coins'), 20n, keys.post);
  await books.charge([{ fan, creator, price: 2n, key: keys.charge }]);
  const [reversed] = await books.charge([{ fan, creator, price: 2n, key: randomUUID() }]);
  const reversal = await books.reverse(reversed?.journal);
  const [open, settled, released] = [
    await books.hold(fan, creator, 6n, keys.hold),
    await books.hold(fan, creator, 4n),
    await books.hold(fan, creator, 4n),
  ];
  await books.settle(settled.hold ?? '', 3n);
  await books.release(released.hold ?? '');
  return {
    books,
    fan,
    creator,
    keys,
    openHold: open.hold ?? '',
    settledHold: settled.hold ?? '',
    releasedHold: released.hold ?? '',
    reversed: reversed?.journal ?? '',
    reversal: reversal.journal ?? '',
  };
}
