import { Injectable } from '@nestjs/common';
import { Coalescer, type CoalescerLimits } from '../../platform/coalesce/coalescer.ts';
import { isDataFault } from '../../platform/database/statements.ts';
import { newId } from '../../platform/ids/ids.ts';
import { ReplyRepository, type SettledRow, type Settlement } from './reply.repository.ts';

/** Replies that end wait for nobody's answer, so there is no hurry in turning one away: the lease is the limit. */
const FINISH_LIMITS: CoalescerLimits = {
  membersMax: 256,
  bytesMax: 4_000_000,
  waitingMax: 20_000,
  waitingBytesMax: 200_000_000,
  waitMaxMs: 10_000,
  batchesMax: 2,
};

/** The ends of this process's replies that move no coins, on their way into the database: those that come together go in one statement. */
@Injectable()
export class FinishQueue {
  private readonly queue: Coalescer<Settlement, SettledRow | undefined>;

  constructor(repository: ReplyRepository) {
    this.queue = new Coalescer({
      run: (settlements) => repository.finish(settlements),
      keyOf: (settlement) => settlement.replyId,
      // Never the same request: a second end of one reply has to find out by itself that it came too late, or it would announce what didn't happen.
      identityOf: () => newId(),
      bytesOf: (settlement) => 400 + 2 * settlement.content.length,
      isMemberFault: isDataFault,
      limits: FINISH_LIMITS,
    });
  }

  /** Undefined when it was settled before, or when somebody else holds the lease. Throws `busy` when too many are waiting. */
  async finish(settlement: Settlement): Promise<SettledRow | undefined> {
    return this.queue.submit(settlement);
  }
}
