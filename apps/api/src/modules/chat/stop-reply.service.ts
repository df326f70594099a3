import { Injectable } from '@nestjs/common';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { replyEnded, replyNotFound } from './chat.errors.ts';
import { ReplyRepository } from './reply.repository.ts';
import { RunningReplies } from './running-replies.ts';

@Injectable()
export class StopReplyService {
  constructor(
    private readonly replies: ReplyRepository,
    private readonly running: RunningReplies,
    private readonly failpoints: Failpoints,
  ) {}

  /**
   * Asks a running reply to end. The wish is written first, so that it holds also when another process runs the reply or the one that did
   * is dead; whoever settles it decides by the text that was delivered. Throws `not_found` or `reply_already_ended`.
   */
  async stop(fanId: string, replyId: string): Promise<void> {
    if (this.failpoints.armed) await this.failpoints.reach('stop.before-statement');
    if (await this.replies.requestStop(replyId, fanId)) {
      if (this.failpoints.armed) await this.failpoints.reach('stop.after-statement');
      await this.running.stop(replyId);
      return;
    }
    throw (await this.replies.ownsReply(replyId, fanId)) ? replyEnded() : replyNotFound();
  }
}
