import { coinAccount, userAccount } from './accounts.ts';
import { planReturn, planTaking } from './clawback-plan.ts';
import { KIND } from './kinds.ts';

const FAN = 1000n;
const CREATOR = 1001n;
const [promotions, issued] = [coinAccount('promotions'), coinAccount('issued')];
const of = (account: Parameters<typeof userAccount>[1], wallet = FAN) => userAccount(wallet, account);
const sum = (transfers: readonly { amount: bigint }[]) => transfers.reduce((total, { amount }) => total + amount, 0n);

describe('taking coins back', () => {
  const due = { coins: 100n, bonus: 10n };

  it('takes the bonus from the bonus and the coins from the coins while both are there', () => {
    const { transfers, owed } = planTaking(due, { wallet: FAN, coins: 500n, bonus: 30n }, []);
    expect(transfers).toEqual([
      { debit: of('bonus'), credit: promotions, amount: 10n, kind: KIND.clawback },
      { debit: of('coins'), credit: issued, amount: 100n, kind: KIND.clawback },
    ]);
    expect(owed).toBe(0n);
  });

  it('takes bonus that was spent in coins, and no bonus for coins', () => {
    const { transfers, owed } = planTaking(due, { wallet: FAN, coins: 60n, bonus: 4n }, []);
    expect(transfers).toEqual([
      { debit: of('bonus'), credit: promotions, amount: 4n, kind: KIND.clawback },
      { debit: of('coins'), credit: promotions, amount: 6n, kind: KIND.clawback },
      { debit: of('coins'), credit: issued, amount: 54n, kind: KIND.clawback },
      { debit: of('receivable'), credit: issued, amount: 46n, kind: KIND.clawback },
    ]);
    expect(owed).toBe(46n);
    const rich = planTaking({ coins: 100n, bonus: 0n }, { wallet: FAN, coins: 0n, bonus: 1_000n }, []);
    expect(rich.transfers).toEqual([{ debit: of('receivable'), credit: issued, amount: 100n, kind: KIND.clawback }]);
  });

  it('takes maturing shares, the newest first, before anything is owed, and only as much as is due', () => {
    const shares = [
      { charge: 9n, wallet: CREATOR, amount: 70n },
      { charge: 7n, wallet: CREATOR, amount: 70n },
      { charge: 5n, wallet: CREATOR, amount: 70n },
    ];
    const taking = planTaking({ coins: 100n, bonus: 0n }, { wallet: FAN, coins: 10n, bonus: 0n }, shares);
    expect(taking.shares).toEqual([
      { charge: 9n, wallet: CREATOR, amount: 70n },
      { charge: 7n, wallet: CREATOR, amount: 20n },
    ]);
    expect(taking.owed).toBe(0n);
    expect(sum(taking.transfers)).toBe(100n);
  });
});

describe('returning coins', () => {
  const taken = planTaking({ coins: 100n, bonus: 10n }, { wallet: FAN, coins: 60n, bonus: 4n }, [
    { charge: 9n, wallet: CREATOR, amount: 20n },
  ]).transfers;

  it('returns the last taken first: the debt, then shares, then coins', () => {
    expect(planReturn(taken, { coins: 50n, bonus: 0n }, 26n)).toEqual([
      { debit: issued, credit: of('receivable'), amount: 26n, kind: KIND.clawbackReturn },
      { debit: issued, credit: of('earningsPending', CREATOR), amount: 20n, kind: KIND.clawbackReturn },
      { debit: issued, credit: of('coins'), amount: 4n, kind: KIND.clawbackReturn },
    ]);
  });

  it('returns as coins what was owed and has been settled since', () => {
    expect(planReturn(taken, { coins: 26n, bonus: 0n }, 10n)).toEqual([
      { debit: issued, credit: of('receivable'), amount: 10n, kind: KIND.clawbackReturn },
      { debit: issued, credit: of('coins'), amount: 16n, kind: KIND.clawbackReturn },
    ]);
  });

  it('returns in parts exactly what was taken, and never more', () => {
    const first = planReturn(taken, { coins: 30n, bonus: 3n }, 26n);
    const rest = planReturn([...taken, ...first], { coins: 70n, bonus: 7n }, 0n);
    expect(sum(first) + sum(rest)).toBe(110n);
    const back = (account: bigint) => sum([...first, ...rest].filter(({ credit }) => credit === account));
    expect([back(of('bonus')), back(of('coins')), back(of('receivable'))]).toEqual([4n, 60n, 26n]);
    expect(() => planReturn([...taken, ...first], { coins: 70n, bonus: 8n }, 0n)).toThrow(RangeError);
  });

  it('remembers what was taken again after a return', () => {
    const returned = planReturn(taken, { coins: 100n, bonus: 10n }, 26n);
    const again = planTaking({ coins: 5n, bonus: 0n }, { wallet: FAN, coins: 5n, bonus: 0n }, []).transfers;
    expect(planReturn([...taken, ...returned, ...again], { coins: 5n, bonus: 0n }, 0n)).toEqual([
      { debit: issued, credit: of('coins'), amount: 5n, kind: KIND.clawbackReturn },
    ]);
  });
});
