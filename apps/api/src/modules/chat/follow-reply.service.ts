import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { replyNotFound } from './chat.errors.ts';
import { ReplyRepository, type StandingRow } from './reply.repository.ts';
import { RunningReplies, type RunningReply } from './running-replies.ts';

/** A reply that runs in another process is seen by what that one saves, which is about as often. */
const LOOK_AGAIN_MS = 500;

export type Followed = { kind: 'text'; text: string; toldChars: number } | { kind: 'end'; standing: StandingRow };

/** Follows a reply from any point of it to its end, wherever it runs; for readers that have no socket. */
@Injectable()
export class FollowReplyService {
  constructor(
    private readonly replies: ReplyRepository,
    private readonly running: RunningReplies,
  ) {}

  /** How this fan's reply stands; throws `not_found`. */
  async find(fanId: string, replyId: string): Promise<StandingRow> {
    const standing = await this.replies.standing(replyId);
    if (standing?.fan_id !== fanId) throw replyNotFound();
    return standing;
  }

  /** From the `toldChars`-th character on. Ends with the reply, with `signal`, or when the reply was deleted. */
  async *follow(replyId: string, toldChars: number, signal: AbortSignal): AsyncGenerator<Followed> {
    let told = toldChars;
    while (!signal.aborted) {
      const here = this.running.find(replyId);
      const standing = here === undefined ? await this.replies.standing(replyId) : undefined;
      if (here === undefined && standing === undefined) return;
      const text = (here?.told ?? standing?.content ?? '').slice(told);
      told += text.length;
      if (text !== '') yield { kind: 'text', text, toldChars: told };
      if (standing !== undefined && standing.status !== 'queued' && standing.status !== 'streaming') {
        yield { kind: 'end', standing };
        return;
      }
      if (text === '') await waitFor(here, signal);
    }
  }
}

async function waitFor(here: RunningReply | undefined, signal: AbortSignal): Promise<void> {
  try {
    if (here === undefined) await delay(LOOK_AGAIN_MS, undefined, { signal });
    else await once(here.changes, 'changed', { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
