import { check } from '../figures.mjs';

/** Whether every send is in the tables as its client was told: once, with one charge of its price and one reply. */
export function checkSends(fans, tables) {
  const sends = fans.flatMap((fan) => fan.log.sends.map((send) => ({ fan, send })));
  const acknowledged = sends.filter(({ send }) => send.ack !== undefined);
  const silent = sends.filter(({ send }) => send.ack === undefined);
  const refused = silent.filter(({ fan, send }) => fan.log.isRefused(send));
  const faultsOf = (list, find) =>
    list.flatMap(({ fan, send }) => find(fan, send).map((detail) => ({ subject: send.clientMessageId, detail })));
  return [
    check(
      'every acknowledged message exists once, with one charge of exactly its price',
      acknowledged.length,
      faultsOf(acknowledged, (fan, send) => faultsOfAcknowledged(fan, send, tables)),
    ),
    check(
      'no message without an acknowledgement was charged twice, or without its messages',
      silent.length,
      faultsOf(silent, (fan, send) => faultsOfSilent(fan, send, tables)),
    ),
    check(
      'a message that was refused left no trace',
      refused.length,
      faultsOf(refused, (_, send) => (tables.saidByClientId.has(send.clientMessageId) ? ['it was written'] : [])),
    ),
    checkNothingElse(sends, tables),
  ];
}

function faultsOfAcknowledged(fan, send, tables) {
  const rows = tables.saidByClientId.get(send.clientMessageId) ?? [];
  if (rows.length !== 1) return [rows.length === 0 ? 'lost' : `written ${rows.length} times`];
  const { messageId, replyId, chargedMicrocoins } = send.ack;
  const faults = faultsOfExchange(fan, send, rows[0], tables);
  if (rows[0].id !== messageId) faults.push(`acknowledged as message ${messageId}, written as ${rows[0].id}`);
  const [reply] = tables.repliesByJournal.get(rows[0].journal) ?? [];
  if (reply?.id !== replyId) faults.push(`acknowledged with reply ${replyId}, written with ${reply?.id}`);
  if (chargedMicrocoins !== send.priceMicrocoins) faults.push(`acknowledged at ${chargedMicrocoins}`);
  return faults;
}

function faultsOfSilent(fan, send, tables) {
  const rows = tables.saidByClientId.get(send.clientMessageId) ?? [];
  if (rows.length > 1) return [`written ${rows.length} times`];
  return rows.flatMap((row) => faultsOfExchange(fan, send, row, tables));
}

function faultsOfExchange(fan, send, said, tables) {
  const faults = [];
  const expect = (holds, detail) => holds || faults.push(detail);
  expect(said.fanId === fan.id && said.conversationId === send.conversationId, 'written for somebody else');
  expect(said.content === send.content, 'written with another text');
  const replies = tables.repliesByJournal.get(said.journal) ?? [];
  expect(replies.length === 1, `has ${replies.length} replies`);
  expect(
    replies.every(({ parentId }) => parentId === said.id),
    'its reply answers another message',
  );
  expect(
    replies.every(({ charged }) => charged === BigInt(send.priceMicrocoins)),
    'its reply names another price',
  );
  const felt = tables.feltByJournal.get(said.journal) ?? [];
  const paid = felt.filter(({ ownerId }) => ownerId === fan.id).map(({ delta }) => -delta);
  expect(
    felt.length === 1 && paid[0] === BigInt(send.priceMicrocoins),
    `was charged [${paid}], not ${send.priceMicrocoins}`,
  );
  return faults;
}

/** Messages that nobody sent, and charges that paid for no message or for two. */
function checkNothingElse(sends, tables) {
  const sent = new Set(sends.map(({ send }) => send.clientMessageId));
  const strange = tables.said.filter(({ clientMessageId }) => !sent.has(clientMessageId));
  const saidByJournal = Map.groupBy(tables.said, ({ journal }) => journal);
  const unpaired = tables.charges.filter(({ journal }) => saidByJournal.get(journal)?.length !== 1);
  return check('every charge paid for one message that somebody sent', tables.charges.length, [
    ...strange.map(({ id }) => ({ subject: `message ${id}`, detail: 'nobody sent it' })),
    ...unpaired.map(({ journal }) => ({
      subject: `journal ${journal}`,
      detail: `paid for ${saidByJournal.get(journal)?.length ?? 0} messages`,
    })),
  ]);
}
