import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ModerationFacade } from '../../moderation/index.ts';
import { FileRefused } from './text/refusal.ts';

/** Some 5 ms of work; then this process does something else. */
const PASSAGES_AT_ONCE = 20;

/** The rules of care over a file: it is told to a model as the persona's own texts are. */
@Injectable()
export class JudgePassagesService {
  constructor(private readonly moderation: ModerationFacade) {}

  /** Whether only a persona for adults may know it. Throws FileRefused for what nobody may. */
  async judge(passages: readonly string[]): Promise<boolean> {
    let mature = false;
    for (const [number, text] of passages.entries()) {
      const judged = this.moderation.judgeWriting(text);
      if (judged === 'blocked') throw new FileRefused('content_blocked');
      mature ||= judged === 'mature';
      if (number % PASSAGES_AT_ONCE === PASSAGES_AT_ONCE - 1) await breathe();
    }
    return mature;
  }
}
