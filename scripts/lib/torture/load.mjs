const TICK_MS = 20;
/** Above this the load waits for answers: a house that is down must not pile up clients without end. */
const BUSY_CLIENTS_MAX = 600;

/** Fans that send and buy, so many a second, whether or not earlier ones were answered. */
export function createLoad({ fans, buyer, random, figures, sendsPerSecond, purchasesPerSecond }) {
  const busy = new Set();
  const giveUp = new AbortController();
  let timer;
  let owedSends = 0;
  let owedPurchases = 0;

  const begin = (work) => {
    const running = work
      .catch((error) => figures.fault('contract', 'a client', error.stack))
      .finally(() => busy.delete(running));
    busy.add(running);
  };
  const tick = () => {
    owedSends += (sendsPerSecond * TICK_MS) / 1000;
    owedPurchases += (purchasesPerSecond * TICK_MS) / 1000;
    for (; owedSends >= 1; owedSends -= 1) {
      if (busy.size < BUSY_CLIENTS_MAX) begin(random.pick(fans).say());
      else figures.count('held back');
    }
    for (; owedPurchases >= 1; owedPurchases -= 1) {
      if (busy.size < BUSY_CLIENTS_MAX) begin(buyer.buy(random.pick(fans), { signal: giveUp.signal }));
    }
  };
  return {
    start() {
      timer = setInterval(tick, TICK_MS);
    },
    stop: () => clearInterval(timer),
    get busyClients() {
      return busy.size;
    },
    /** Tells providers that still wait for an answer not to ask again. */
    giveUp: () => giveUp.abort(),
  };
}
