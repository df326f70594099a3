import { ECONOMY } from '../../../../packages/contracts/src/economy.ts';
import { markIn } from '../content.mjs';
import { check } from '../figures.mjs';
import { endingOf } from '../send-log.mjs';

/** Whether every reply that was paid for was either delivered or refunded, and says what it should. */
export function checkReplies(fans, tables) {
  const stopRefunds = Map.groupBy(
    tables.replies.filter(({ status, refunded }) => status === 'stopped' && refunded),
    dayOfFan,
  );
  const faultsOf = (find) =>
    tables.replies.flatMap((reply) => find(reply).map((detail) => ({ subject: `reply ${reply.id}`, detail })));
  const saidById = new Map(tables.said.map((row) => [row.id, row]));
  return [
    check(
      'every charged message is answered or refunded: never neither, never both, never twice',
      tables.replies.length,
      faultsOf((reply) => faultsOfEnding(reply, tables, stopRefunds)),
    ),
    check(
      'stops are refunded within the daily limit',
      stopRefunds.size,
      [...stopRefunds]
        .filter(([, rows]) => rows.length > ECONOMY.stopRefundsPerDayMax)
        .map(([key, rows]) => ({ subject: key, detail: `${rows.length} refunds` })),
    ),
    check(
      'every reply answers its own message',
      tables.replies.length,
      faultsOf(({ content, parentId }) => {
        const mark = markIn(saidById.get(parentId)?.content ?? '');
        return content === '' || (mark !== '' && content.startsWith(mark))
          ? []
          : [`begins with ${content.slice(0, 40)}`];
      }),
    ),
    checkSeen(fans, tables),
  ];
}

function faultsOfEnding(reply, tables, stopRefunds) {
  const { status, content, failureCode, refunded, charged, journal, fanId } = reply;
  const reversals = tables.reversalsOf.get(journal) ?? [];
  const visibleChars = [...content.replace(/[\s\p{C}]/gu, '')].length;
  const delivered = visibleChars > 0;
  const sentence = visibleChars >= ECONOMY.sentenceVisibleChars;
  const faults = [];
  const expect = (holds, detail) => holds || faults.push(`${detail} (${status}, ${visibleChars} characters)`);
  expect(reversals.length <= 1, `refunded ${reversals.length} times`);
  expect(
    refunded === reversals.length > 0,
    `the message says refunded: ${refunded}, the ledger: ${reversals.length > 0}`,
  );
  expect(
    reversals.every(({ ownerId, delta }) => ownerId === fanId && delta === charged),
    'refunded to somebody else, or not the whole price',
  );
  switch (status) {
    case 'done':
      expect(delivered, 'done without text');
      expect(!refunded, 'answered and refunded');
      expect(failureCode === null || sentence, 'cut within the first sentence and not refunded');
      break;
    case 'stopped':
      expect(!(delivered && refunded), 'answered and refunded');
      expect(
        delivered || refunded || stopRefunds.get(dayOfFan(reply))?.length === ECONOMY.stopRefundsPerDayMax,
        'stopped before the first word and not refunded',
      );
      break;
    case 'failed':
      expect(refunded, 'neither answered nor refunded');
      expect(!sentence, 'answered and refunded');
      break;
    default:
      expect(false, 'still in progress');
  }
  return faults;
}

/** What the sockets told the clients has to be what is written. */
function checkSeen(fans, tables) {
  const replyById = new Map(tables.replies.map((row) => [row.id, row]));
  const seen = fans.flatMap((fan) => [...fan.log.endings]);
  const faults = seen.flatMap(([replyId, ending]) => {
    const reply = replyById.get(replyId);
    const written = reply && endingOf(reply.status, reply.refunded ? reply.charged : 0);
    return ending === written
      ? []
      : [{ subject: `reply ${replyId}`, detail: `seen as ${ending}, written as ${written}` }];
  });
  return check('replies ended as their clients were told', seen.length, faults);
}

const dayOfFan = ({ fanId, day }) => `fan ${fanId} on ${day}`;
