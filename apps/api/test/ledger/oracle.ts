/** A person's accounts as the plainest possible code keeps them. */
export class OraclePerson {
  coins = 0n;
  bonus = 0n;
  coinsHeld = 0n;
  bonusHeld = 0n;
  pending = 0n;
  promoPending = 0n;
  earnings = 0n;
  promo = 0n;
  receivable = 0n;
  blocked = false;
  dailyLimit: bigint | null = null;
  messageLimit: bigint | null = null;
  spent = 0n;

  get available(): bigint {
    return this.coins - this.coinsHeld + this.bonus - this.bonusHeld;
  }
}

interface Split {
  fan: OraclePerson;
  creator: OraclePerson;
  coins: bigint;
  bonus: bigint;
}

export interface OracleJournal {
  kind: 'split' | 'topUp' | 'reversal';
  matured: boolean;
  reversed: boolean;
  undo: () => boolean;
  /** Moves what is still maturing. */
  mature: () => void;
}

export interface OracleHold {
  fan: OraclePerson;
  creator: OraclePerson;
  coins: bigint;
  bonus: bigint;
  end: { kind: 'settled'; used: bigint } | { kind: 'released' } | null;
}

const share = (part: bigint): bigint => (part * 70n) / 100n;

/** What the ledger should answer and hold, one operation after the other. Every method answers the outcome's name. */
export class Oracle {
  revenue = 0n;
  promotions = 0n;
  issued = 0n;
  journals = 0;

  charge(fan: OraclePerson, creator: OraclePerson, price: bigint): { outcome: string; journal?: OracleJournal } {
    if (price <= 0n || fan === creator) return { outcome: 'invalid' };
    if (fan.blocked) return { outcome: 'blocked' };
    if (overLimit(fan, price, 0n)) return { outcome: 'limited' };
    if (fan.available < price) return { outcome: 'insufficient' };
    const bonus = least(fan.bonus - fan.bonusHeld, price);
    return { outcome: 'charged', journal: this.#split({ fan, creator, bonus, coins: price - bonus }) };
  }

  topUp(person: OraclePerson, bucket: 'coins' | 'bonus', amount: bigint): OracleJournal {
    person[bucket] += amount;
    this[bucket === 'coins' ? 'issued' : 'promotions'] -= amount;
    this.journals += 1;
    return {
      kind: 'topUp',
      matured: false,
      reversed: false,
      mature: () => undefined,
      undo: () => {
        const held = bucket === 'coins' ? person.coinsHeld : person.bonusHeld;
        if (person[bucket] - held < amount) return false;
        person[bucket] -= amount;
        this[bucket === 'coins' ? 'issued' : 'promotions'] += amount;
        return true;
      },
    };
  }

  hold(fan: OraclePerson, creator: OraclePerson, amount: bigint): { outcome: string; hold?: OracleHold } {
    if (amount <= 0n || fan === creator) return { outcome: 'invalid' };
    if (fan.blocked) return { outcome: 'blocked' };
    if (fan.available < amount) return { outcome: 'insufficient' };
    if (overLimit(fan, amount, fan.coinsHeld + fan.bonusHeld)) return { outcome: 'limited' };
    const bonus = least(fan.bonus - fan.bonusHeld, amount);
    fan.bonusHeld += bonus;
    fan.coinsHeld += amount - bonus;
    return { outcome: 'held', hold: { fan, creator, bonus, coins: amount - bonus, end: null } };
  }

  settle(hold: OracleHold, actual: bigint): { outcome: string; journal?: OracleJournal } {
    if (actual < 0n) return { outcome: 'invalid' };
    if (hold.end !== null) {
      return { outcome: hold.end.kind === 'settled' && hold.end.used === actual ? 'duplicate' : 'ended' };
    }
    if (actual > hold.coins + hold.bonus) return { outcome: 'above' };
    free(hold);
    hold.end = { kind: 'settled', used: actual };
    const bonus = least(hold.bonus, actual);
    const parts = { fan: hold.fan, creator: hold.creator, bonus, coins: actual - bonus };
    return { outcome: 'settled', ...(actual > 0n && { journal: this.#split(parts) }) };
  }

  release(hold: OracleHold): string {
    if (hold.end !== null) return hold.end.kind === 'settled' ? 'ended' : 'duplicate';
    free(hold);
    hold.end = { kind: 'released' };
    return 'released';
  }

  reverse(journal: OracleJournal): string {
    if (journal.kind === 'reversal') return 'refused';
    if (journal.reversed) return 'duplicate';
    if (!journal.undo()) return 'insufficient';
    journal.reversed = true;
    this.journals += 1;
    return 'posted';
  }

  #split({ fan, creator, coins, bonus }: Split): OracleJournal {
    fan.coins -= coins;
    fan.bonus -= bonus;
    fan.spent += coins + bonus;
    creator.pending += share(coins);
    creator.promoPending += share(bonus);
    this.revenue += coins - share(coins);
    this.promotions += bonus - share(bonus);
    this.journals += 1;
    const journal: OracleJournal = {
      kind: 'split',
      matured: false,
      reversed: false,
      mature: () => {
        if (journal.matured) return;
        journal.matured = true;
        if (journal.reversed) return;
        creator.pending -= share(coins);
        creator.promoPending -= share(bonus);
        creator.earnings += share(coins);
        creator.promo += share(bonus);
      },
      undo: () => {
        fan.coins += coins;
        fan.bonus += bonus;
        fan.spent = fan.spent > coins + bonus ? fan.spent - coins - bonus : 0n;
        this.revenue -= coins - share(coins);
        this.promotions -= bonus - share(bonus);
        if (journal.matured) {
          takeBack(creator, 'earnings', share(coins));
          takeBack(creator, 'promo', share(bonus));
        } else {
          creator.pending -= share(coins);
          creator.promoPending -= share(bonus);
        }
        return true;
      },
    };
    return journal;
  }
}

function overLimit(fan: OraclePerson, price: bigint, alsoCounted: bigint): boolean {
  if (fan.messageLimit !== null && price > fan.messageLimit) return true;
  return fan.dailyLimit !== null && fan.spent + alsoCounted + price > fan.dailyLimit;
}

function free(hold: OracleHold): void {
  hold.fan.coinsHeld -= hold.coins;
  hold.fan.bonusHeld -= hold.bonus;
}

/** What isn't there any more is owed. */
function takeBack(creator: OraclePerson, from: 'earnings' | 'promo', amount: bigint): void {
  const there = least(creator[from], amount);
  creator[from] -= there;
  creator.receivable += amount - there;
}

function least(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
