import { coinAccount, USER_ACCOUNT, userAccount } from './accounts.ts';
import { KIND } from './kinds.ts';
import type { TransferInput } from './transfer.ts';

/** What of a purchase has to come back, in microcoins. */
export interface Due {
  coins: bigint;
  bonus: bigint;
}

/** What is there: nothing of it is held by anything else. */
export interface Purse {
  wallet: bigint;
  coins: bigint;
  bonus: bigint;
}

/** A creator's share that still matures. */
export interface MaturingShare {
  charge: bigint;
  wallet: bigint;
  amount: bigint;
}

export interface Taking {
  transfers: TransferInput[];
  /** What was taken of which share. */
  shares: MaturingShare[];
  owed: bigint;
}

const ZERO = 0n;
export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/**
 * Takes coins back for money that went back: the purchase's bonus first, what of it was spent in coins; then its coins; then, newest first, the shares of
 * what the buyer paid that still mature; and the rest is owed. Of what comes back, the bonus returns to where bonus comes from, and the rest is
 * no longer issued. The transfers add up to what is due, in this order.
 */
export function planTaking(due: Due, purse: Purse, shares: readonly MaturingShare[]): Taking {
  let left = due.coins + due.bonus;
  const sources: { account: bigint; amount: bigint }[] = [];
  const take = (account: bigint, there: bigint): bigint => {
    const amount = least(there, left);
    if (amount > ZERO) sources.push({ account, amount });
    left -= amount;
    return amount;
  };
  take(userAccount(purse.wallet, 'bonus'), least(purse.bonus, due.bonus));
  take(userAccount(purse.wallet, 'coins'), purse.coins);
  const taken = shares.flatMap((share) => {
    const amount = take(userAccount(share.wallet, 'earningsPending'), share.amount);
    return amount > ZERO ? [{ ...share, amount }] : [];
  });
  const owed = take(userAccount(purse.wallet, 'receivable'), left);
  const transfers = pour(sources, [
    { account: coinAccount('promotions'), amount: due.bonus },
    { account: coinAccount('issued'), amount: due.coins },
  ]);
  return { transfers, shares: taken, owed };
}

/** Lets sources flow into sinks, each filled before the next. Both sum to the same. */
function pour(
  sources: readonly { account: bigint; amount: bigint }[],
  sinks: readonly { account: bigint; amount: bigint }[],
): TransferInput[] {
  const open = sinks.map((sink) => ({ ...sink }));
  return sources.flatMap(({ account, amount }) => {
    let left = amount;
    return open.flatMap((sink) => {
      const poured = least(left, sink.amount);
      left -= poured;
      sink.amount -= poured;
      return poured > ZERO ? [{ debit: account, credit: sink.account, amount: poured, kind: KIND.clawback }] : [];
    });
  });
}

/**
 * Returns some of what was taken: of what stood for coins and of what stood for bonus each the last taken first, so debts go before coins. A debt that was settled
 * meanwhile comes back as coins. `posted` are all legs of the earlier takings and returns, oldest first; `owedNow` is what the buyer owes in all. Throws a
 * RangeError for more than was taken and not returned.
 */
export function planReturn(posted: readonly TransferInput[], due: Due, owedNow: bigint): TransferInput[] {
  let debt = owedNow;
  const forCoins = pop(stackOf(posted, coinAccount('issued')), due.coins);
  const forBonus = pop(stackOf(posted, coinAccount('promotions')), due.bonus);
  return [...forCoins, ...forBonus].flatMap(({ debit, credit, amount: part }) => {
    const back = (account: bigint, much: bigint): TransferInput[] =>
      much > ZERO ? [{ debit: credit, credit: account, amount: much, kind: KIND.clawbackReturn }] : [];
    if ((debit & 31n) !== USER_ACCOUNT.receivable) return back(debit, part);
    const forgiven = least(part, debt);
    debt -= forgiven;
    return [...back(debit, forgiven), ...back(userAccount(debit >> 5n, 'coins'), part - forgiven)];
  });
}

/** What was taken into an account and has not been returned from it, the last on top. */
function stackOf(posted: readonly TransferInput[], sink: bigint): TransferInput[] {
  const stack: TransferInput[] = [];
  for (const leg of posted) {
    if (leg.kind === KIND.clawback && leg.credit === sink) stack.push({ ...leg });
    else if (leg.kind === KIND.clawbackReturn && leg.debit === sink) pop(stack, leg.amount);
  }
  return stack;
}

/** Takes `amount` off the top, splitting the last leg where it has to. */
function pop(stack: TransferInput[], amount: bigint): TransferInput[] {
  const popped: TransferInput[] = [];
  let left = amount;
  while (left > ZERO) {
    const top = stack.pop();
    if (top === undefined) throw new RangeError('more is to be returned than was taken');
    const part = least(top.amount, left);
    left -= part;
    popped.push({ ...top, amount: part });
    if (part < top.amount) stack.push({ ...top, amount: top.amount - part });
  }
  return popped;
}
