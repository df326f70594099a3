import type { Message } from '@troupe/contracts/http/chat';
import fc from 'fast-check';
import type { ReplyLine } from './lines';
import type { ReplyEnding, Transcript, TranscriptEvent } from './transcript';
import { hasGap, openTranscript, reduceTranscript, runningReply } from './transcript';

const AT = '2026-11-21T10:00:00.000Z';
const CHARGED = { chargedMicrocoins: 2_000_000, refundedMicrocoins: 0 };
const RETURNED = { chargedMicrocoins: 2_000_000, refundedMicrocoins: 2_000_000 };

function message(id: string, fields: Partial<Message> = {}): Message {
  return {
    id,
    conversationId: 'conversation',
    parentId: null,
    role: 'assistant',
    content: '',
    status: 'done',
    failureCode: null,
    demoVoice: false,
    charge: null,
    clientMessageId: null,
    siblingIds: [id],
    reaction: null,
    care: null,
    createdAt: AT,
    ...fields,
  };
}

const greeting = message('greeting', { content: 'Come in.' });
const question = message('question', {
  role: 'user',
  content: 'Hello',
  clientMessageId: 'client',
  parentId: 'greeting',
});
const queued = message('reply', { status: 'queued', parentId: 'question', charge: CHARGED });

const started: TranscriptEvent = { type: 'sendStarted', clientMessageId: 'client', content: 'Hello', createdAt: AT };
const acked: TranscriptEvent = {
  type: 'sendAcked',
  clientMessageId: 'client',
  messageId: 'question',
  replyId: 'reply',
  chargedMicrocoins: 2_000_000,
};
const arrived = (item: Message): TranscriptEvent => ({ type: 'messageArrived', message: item });
const delta = (seq: number, text: string): TranscriptEvent => ({ type: 'deltaArrived', replyId: 'reply', seq, text });
const ended = (fields: Partial<ReplyEnding> = {}): TranscriptEvent => ({
  type: 'replyEnded',
  replyId: 'reply',
  ending: { status: 'done', content: 'Good evening.', failureCode: null, charge: CHARGED, ...fields },
});
const loaded = (items: Message[], nextCursor: string | null = null): TranscriptEvent => ({
  type: 'pageLoaded',
  page: { items, nextCursor },
});

function play(events: TranscriptEvent[], from: Message[] = [greeting]): Transcript {
  return events.reduce(reduceTranscript, openTranscript({ items: from, nextCursor: null }));
}

function reply(transcript: Transcript): ReplyLine {
  const line = transcript.lines.find((candidate) => candidate.id === 'reply');
  if (line?.kind !== 'reply') throw new Error('there is no reply');
  return line;
}

const order = (transcript: Transcript) => transcript.lines.map((line) => line.id ?? `~${line.key}`);

describe('sending', () => {
  it('shows the bubble at once and confirms it by acknowledgement, then by message', () => {
    const transcript = play([started, acked, arrived(question), arrived(queued)]);
    expect(order(transcript)).toEqual(['greeting', 'question', 'reply']);
    expect(transcript.lines[1]).toMatchObject({ delivery: 'sent', key: 'client' });
  });

  it('learns from the stored message, and only from it, that care is asked for', () => {
    const cared = message('question', { ...question, care: 'crisis' });
    expect(play([started, acked]).lines[1]).toMatchObject({ care: null });
    expect(play([started, acked, arrived(cared)]).lines[1]).toMatchObject({ care: 'crisis', key: 'client' });
    expect(play([started, arrived(cared), acked]).lines[1]).toMatchObject({ care: 'crisis', key: 'client' });
  });

  it('comes to the same end when the messages overtake the acknowledgement', () => {
    expect(play([started, arrived(question), arrived(queued), acked])).toEqual(
      play([started, acked, arrived(question), arrived(queued)]),
    );
  });

  it('puts the reply behind its parent when it arrives first', () => {
    expect(order(play([arrived(queued), arrived(question)]))).toEqual(['greeting', 'question', 'reply']);
  });

  it('keeps the bubble and its client message id when sending fails, and again when it is retried', () => {
    const failed = play([started, { type: 'sendFailed', clientMessageId: 'client', code: 'timeout' }]);
    expect(failed.lines[1]).toMatchObject({ delivery: 'failed', failureCode: 'timeout', clientMessageId: 'client' });
    const again = reduceTranscript(failed, started);
    expect(again.lines).toHaveLength(2);
    expect(again.lines[1]).toMatchObject({ delivery: 'sending', failureCode: null });
  });

  it('does not call a message failed that has arrived though its acknowledgement was lost', () => {
    const transcript = play([
      started,
      arrived(question),
      { type: 'sendFailed', clientMessageId: 'client', code: 'timeout' },
    ]);
    expect(transcript.lines[1]).toMatchObject({ delivery: 'sent' });
  });

  it('takes a withdrawn message away, but never one that was sent', () => {
    const withdrawn: TranscriptEvent = { type: 'sendWithdrawn', clientMessageId: 'client' };
    expect(order(play([started, withdrawn]))).toEqual(['greeting']);
    expect(order(play([started, arrived(question), withdrawn]))).toEqual(['greeting', 'question']);
  });
});

describe('a stream', () => {
  const opened = [started, acked];

  it('grows delta by delta', () => {
    const transcript = play([...opened, delta(1, 'Good '), delta(2, 'evening')]);
    expect(reply(transcript)).toMatchObject({ content: 'Good evening', status: 'streaming', seq: 2 });
    expect(runningReply(transcript)?.id).toBe('reply');
  });

  it('ignores a delta that comes twice', () => {
    expect(reply(play([...opened, delta(1, 'Good '), delta(1, 'Good ')])).content).toBe('Good ');
  });

  it('reports a gap, shows nothing beyond it, and heals when the missing delta comes late', () => {
    const gap = play([...opened, delta(1, 'a'), delta(3, 'c'), delta(4, 'd')]);
    expect(hasGap(gap)).toBe(true);
    expect(reply(gap).content).toBe('a');
    const healed = reduceTranscript(gap, delta(2, 'b'));
    expect(hasGap(healed)).toBe(false);
    expect(reply(healed)).toMatchObject({ content: 'abcd', seq: 4 });
  });

  it('heals a gap by joining again, with the deltas that came meanwhile', () => {
    const joined: TranscriptEvent = { type: 'roomJoined', active: [{ replyId: 'reply', seq: 3, text: 'abc' }], at: AT };
    const transcript = play([...opened, delta(1, 'a'), delta(4, 'd'), joined]);
    expect(hasGap(transcript)).toBe(false);
    expect(reply(transcript)).toMatchObject({ content: 'abcd', seq: 4 });
  });

  it('is not shortened by a snapshot that is older than what was heard', () => {
    const joined: TranscriptEvent = { type: 'roomJoined', active: [{ replyId: 'reply', seq: 1, text: 'a' }], at: AT };
    expect(reply(play([...opened, delta(1, 'a'), delta(2, 'b'), joined])).content).toBe('ab');
  });

  it('ends with the final text even if the ending overtakes the deltas', () => {
    const transcript = play([...opened, ended(), delta(1, 'Good ')]);
    expect(reply(transcript)).toMatchObject({ status: 'done', content: 'Good evening.', ahead: {} });
    expect(runningReply(transcript)).toBeNull();
  });

  it('does not end twice', () => {
    const transcript = play([...opened, ended(), ended({ status: 'stopped', content: 'Good' })]);
    expect(reply(transcript).status).toBe('done');
  });

  it('keeps the text and the returned coins of a failure', () => {
    const failure = ended({ status: 'failed', content: 'Goo', failureCode: 'provider_failed', charge: RETURNED });
    expect(reply(play([...opened, delta(1, 'Goo'), failure]))).toMatchObject({
      status: 'failed',
      content: 'Goo',
      failureCode: 'provider_failed',
      charge: RETURNED,
    });
  });

  it('asks for the stored page when it hears of a reply that nobody announced', () => {
    expect(play([delta(1, 'Good')]).stale).toBe(true);
    expect(play([ended()]).stale).toBe(true);
    expect(play([ended(), loaded([greeting, question, queued])]).stale).toBe(false);
  });

  it('reads the same whatever happens to its deltas on the way', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.nat()), (texts, picks) => {
        const whole = texts.join('');
        const sent = texts.flatMap((text, index) => [delta(index + 1, text), delta(index + 1, text)]);
        const shuffled = sent
          .map((event) => ({ event, rank: picks.next().value }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ event }) => event);
        let transcript = play(opened);
        for (const event of shuffled) {
          transcript = reduceTranscript(transcript, event);
          expect(whole.startsWith(reply(transcript).content)).toBe(true);
        }
        expect(reply(transcript).content).toBe(whole);
        expect(hasGap(transcript)).toBe(false);
      }),
    );
  });
});

describe('a reload in the middle of a stream', () => {
  const streaming = message('reply', { ...queued, status: 'streaming', content: 'Good' });

  it('shows the stored text, then takes the snapshot and goes on from there', () => {
    const transcript = play(
      [
        delta(6, '!'),
        { type: 'roomJoined', active: [{ replyId: 'reply', seq: 5, text: 'Good evening' }], at: AT },
        delta(7, ' Sit.'),
      ],
      [greeting, question, streaming],
    );
    expect(reply(transcript)).toMatchObject({ content: 'Good evening! Sit.', seq: 7 });
  });

  it('is not undone by a page that was read earlier', () => {
    const transcript = play([
      started,
      acked,
      delta(1, 'Good '),
      delta(2, 'evening'),
      loaded([greeting, question, streaming]),
    ]);
    expect(reply(transcript)).toMatchObject({ content: 'Good evening', seq: 2 });
    const over = reduceTranscript(transcript, ended());
    expect(reply(reduceTranscript(over, loaded([greeting, question, streaming]))).status).toBe('done');
  });

  it('learns from the page how a reply ended while nobody listened', () => {
    const over = message('reply', { ...queued, status: 'failed', failureCode: 'provider_timeout', charge: RETURNED });
    const transcript = play([started, acked, delta(1, 'Goo'), delta(3, '!'), loaded([greeting, question, over])]);
    expect(reply(transcript)).toMatchObject({ status: 'failed', charge: RETURNED });
    expect(hasGap(transcript)).toBe(false);
  });
});

describe('two tabs', () => {
  it('see the same exchange: one sends, the other only listens', () => {
    const heard = [arrived(question), arrived(queued), delta(1, 'Good '), delta(2, 'evening.'), ended()];
    const sender = play([started, acked, ...heard]);
    const listener = play(heard);
    expect(listener.lines).toEqual(sender.lines);
  });

  it('start a stream that is running when the second one joins', () => {
    const joined: TranscriptEvent = {
      type: 'roomJoined',
      active: [{ replyId: 'reply', seq: 2, text: 'Good e' }],
      at: AT,
    };
    const transcript = play([joined, loaded([greeting, question, { ...queued, status: 'streaming' }])]);
    expect(order(transcript)).toEqual(['greeting', 'question', 'reply']);
    expect(reply(transcript).content).toBe('Good e');
  });
});

describe('stored pages', () => {
  const page = (...names: string[]) => names.map((name) => message(name, { content: name }));

  it('are put before what is here when they are older', () => {
    const transcript = play([{ type: 'olderLoaded', page: { items: page('a', 'b'), nextCursor: 'more' } }], page('c'));
    expect(order(transcript)).toEqual(['a', 'b', 'c']);
    expect(transcript.olderCursor).toBe('more');
  });

  it('keep the older history when they join it without a hole', () => {
    const before = reduceTranscript(play([], page('b', 'c')), {
      type: 'olderLoaded',
      page: { items: page('a'), nextCursor: 'oldest' },
    });
    const after = reduceTranscript(before, loaded(page('b', 'c', 'd'), 'newest'));
    expect(order(after)).toEqual(['a', 'b', 'c', 'd']);
    expect(after.olderCursor).toBe('oldest');
  });

  it('replace a history that is a whole page behind, but not what is on its way', () => {
    const after = play([started, loaded(page('x', 'y'), 'newest')], page('a', 'b'));
    expect(order(after)).toEqual(['x', 'y', '~client']);
    expect(after.olderCursor).toBe('newest');
  });

  it('keep what arrived after they were read', () => {
    expect(order(play([arrived(question), arrived(queued), loaded([greeting])]))).toEqual([
      'greeting',
      'question',
      'reply',
    ]);
  });

  it('confirm a message whose acknowledgement never came', () => {
    const transcript = play([started, loaded([greeting, question, queued])]);
    expect(order(transcript)).toEqual(['greeting', 'question', 'reply']);
    expect(transcript.lines[1]).toMatchObject({ delivery: 'sent', key: 'client' });
  });
});

describe('branches', () => {
  const answer = message('reply', { content: 'Good evening.', parentId: 'question', charge: CHARGED });
  const second = message('second', { role: 'user', content: 'And?', parentId: 'reply', clientMessageId: 'c2' });
  const told = [greeting, question, answer, second];

  it('another reply takes the place of its sibling and of all below it, and the arrows know both', () => {
    const transcript = play([arrived(message('take', { status: 'queued', parentId: 'question' }))], told);
    expect(order(transcript)).toEqual(['greeting', 'question', 'take']);
    expect(transcript.lines[2]?.siblingIds).toEqual(['reply', 'take']);
  });

  it('an edited message does the same, with its reply below it', () => {
    const edited = message('edited', { role: 'user', content: 'Hi', parentId: 'greeting', clientMessageId: 'c3' });
    const reply2 = message('reply2', { status: 'queued', parentId: 'edited' });
    const transcript = play([arrived(edited), arrived(reply2)], told);
    expect(order(transcript)).toEqual(['greeting', 'edited', 'reply2']);
    expect(transcript.lines[1]?.siblingIds).toEqual(['edited', 'question']);
  });

  it('what was not sent yet survives the change of the branch', () => {
    const waiting: TranscriptEvent = { ...started, clientMessageId: 'later', type: 'sendPostponed' };
    const transcript = play([waiting, arrived(message('take', { parentId: 'question' }))], told);
    expect(order(transcript)).toEqual(['greeting', 'question', 'take', '~later']);
  });

  it('a page of another branch leaves nothing of the one before, except what came since it was asked for', () => {
    const before = play([], told);
    const knownIds = new Set(before.lines.flatMap((line) => (line.id === null ? [] : [line.id])));
    const other = message('other', { role: 'user', parentId: 'greeting', clientMessageId: 'c4' });
    const late = message('late', { status: 'queued', parentId: 'other' });
    const page = { items: [greeting, other], nextCursor: null };
    const after = [arrived(late), { type: 'pageLoaded', page, knownIds } as const].reduce(reduceTranscript, before);
    expect(order(after)).toEqual(['greeting', 'other', 'late']);
  });

  it('a message is removed with all below it', () => {
    expect(order(play([{ type: 'messageRemoved', messageId: 'reply' }], told))).toEqual(['greeting', 'question']);
  });

  it('a message whose parent is not here asks for the stored page', () => {
    expect(play([arrived(message('far', { parentId: 'elsewhere' }))], told).stale).toBe(true);
  });
});
