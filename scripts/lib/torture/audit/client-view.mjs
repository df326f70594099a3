import { check } from '../figures.mjs';

const PAGE_ITEMS = 100;
const FANS_AT_A_TIME = 8;

/**
 * The account as fans can draw it up themselves: from their own logs and from what the API shows them now, without a look
 * into the database.
 */
export async function checkClientView(fans, purchases) {
  const faults = [];
  const waiting = [...fans];
  const worker = async () => {
    for (let fan = waiting.pop(); fan !== undefined; fan = waiting.pop()) {
      const own = purchases.filter((purchase) => purchase.fan === fan);
      faults.push(...(await faultsOfFan(fan, own)));
    }
  };
  await Promise.all(Array.from({ length: FANS_AT_A_TIME }, worker));
  return [
    check('every balance is start + purchases − charges + refunds, by the logs of the clients', fans.length, faults),
  ];
}

async function faultsOfFan(fan, purchases) {
  const [client] = fan.clients;
  const messages = (await Promise.all(fan.conversations.map(({ id }) => messagesOf(client, id)))).flat();
  const saidByClientId = new Map(messages.map((message) => [message.clientMessageId, message]));
  const replyByParent = new Map(
    messages.filter(({ charge }) => charge !== null).map((reply) => [reply.parentId, reply]),
  );
  const faults = [];
  let expected = fan.startMicrocoins;
  for (const send of fan.log.sends) {
    const said = saidByClientId.get(send.clientMessageId);
    const charge = said && replyByParent.get(said.id)?.charge;
    if (send.ack !== undefined && charge === undefined)
      faults.push(`${send.clientMessageId} was acknowledged and isn't shown`);
    expected -= send.ack?.chargedMicrocoins ?? charge?.chargedMicrocoins ?? 0;
    expected += charge?.refundedMicrocoins ?? 0;
  }
  for (const { payment, isCancelled, isAcknowledged } of purchases) {
    if (isCancelled) continue;
    // A payment whose provider was never answered may have been taken all the same.
    const taken = isAcknowledged || (await client.payment.payment(payment.id)).payment.status === 'succeeded';
    if (taken) expected += payment.coinsMicrocoins + payment.bonusMicrocoins;
  }
  const { balanceMicrocoins } = await client.coin.balance(fan.id);
  if (balanceMicrocoins !== expected) faults.push(`is shown ${balanceMicrocoins}, and should have ${expected}`);
  return faults.map((detail) => ({ subject: `fan ${fan.id}`, detail }));
}

async function messagesOf(client, conversationId) {
  const messages = [];
  let cursor;
  do {
    const page = await client.chat.messages(conversationId, { cursor, limit: PAGE_ITEMS });
    messages.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return messages;
}
