import { check } from '../figures.mjs';

/** Whether purchases were credited once, and every wallet holds what the tables say was put in and taken out. */
export function checkCoins(fans, purchases, packs, tables) {
  const paymentById = new Map(tables.payments.map((row) => [row.id, row]));
  const known = new Set(purchases.map(({ payment }) => payment.id));
  const bought = tables.payments.filter(({ packId, status }) => packId === packs.small && status === 'succeeded');
  return [
    check('every paid purchase was credited exactly once, and no other', purchases.length, [
      ...purchases.flatMap((purchase) => faultsOfPurchase(purchase, paymentById.get(purchase.payment.id), tables)),
      ...bought
        .filter(({ id }) => !known.has(id))
        .map(({ id }) => ({ subject: `payment ${id}`, detail: 'credited, and nobody paid it' })),
      ...fans.flatMap((fan) => faultsOfCredits(fan, tables)),
    ]),
    check(
      'every balance is start + purchases − charges + refunds, by the tables',
      fans.length,
      fans.flatMap((fan) => faultsOfWallet(fan, bought, tables)),
    ),
  ];
}

function faultsOfPurchase({ payment, fan, isCancelled, isAcknowledged }, row, tables) {
  const subject = `payment ${payment.id}`;
  if (row === undefined) return [{ subject, detail: 'lost' }];
  if (isCancelled) return row.journal === null ? [] : [{ subject, detail: 'cancelled and credited' }];
  if (row.status !== 'succeeded') return isAcknowledged ? [{ subject, detail: `paid and ${row.status}` }] : [];
  const felt = tables.feltByJournal.get(row.journal) ?? [];
  const isRight = felt.length === 1 && felt[0].ownerId === fan.id && felt[0].delta === row.microcoins;
  return isRight ? [] : [{ subject, detail: `credited [${felt.map(({ delta }) => delta)}], not ${row.microcoins}` }];
}

/** Besides what was bought there is one gift, the welcome bonus. */
function faultsOfCredits(fan, { credits, payments }) {
  const paid = payments.filter(({ fanId, journal }) => fanId === fan.id && journal !== null);
  const credited = credits.filter(({ ownerId }) => ownerId === fan.id);
  if (credited.length === paid.length + 1) return [];
  return [
    { subject: `fan ${fan.id}`, detail: `${credited.length} credits for ${paid.length} payments and the welcome` },
  ];
}

function faultsOfWallet(fan, bought, tables) {
  const sum = (rows, amountOf) => rows.reduce((total, row) => total + amountOf(row), 0n);
  const replies = tables.replies.filter(({ fanId }) => fanId === fan.id);
  const expected =
    BigInt(fan.startMicrocoins) +
    sum(
      bought.filter(({ fanId }) => fanId === fan.id),
      ({ microcoins }) => microcoins,
    ) -
    sum(replies, ({ charged }) => charged ?? 0n) +
    sum(
      replies.filter(({ refunded }) => refunded),
      ({ charged }) => charged ?? 0n,
    );
  const wallet = tables.walletOf.get(fan.id);
  if (wallet?.posted === expected && wallet.held === 0n) return [];
  return [{ subject: `fan ${fan.id}`, detail: `has ${wallet?.posted}, held ${wallet?.held}, should have ${expected}` }];
}
