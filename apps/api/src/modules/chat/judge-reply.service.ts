import { Injectable } from '@nestjs/common';
import { isHarmless, ModerationFacade } from '../moderation/index.ts';
import { PersonaFacade } from '../persona/index.ts';
import { ChatRepository } from './chat.repository.ts';
import { type Ending, judgeEnding, type Verdict } from './domain/reply-ending.ts';
import { ReplyRepository } from './reply.repository.ts';

/** How a reply ends, what that costs, and what of its text is kept. */
@Injectable()
export class JudgeReplyService {
  constructor(
    private readonly replies: ReplyRepository,
    private readonly conversations: ChatRepository,
    private readonly personas: PersonaFacade,
    private readonly moderation: ModerationFacade,
  ) {}

  /** Reads nothing unless a rule is broken that might not hold for a mature persona. */
  async judge(replyId: string, ending: Ending, content: string): Promise<{ verdict: Verdict; content: string }> {
    const isBlocked = (await this.isBlocked(replyId, content)) || ending.kind === 'blocked';
    return { verdict: judgeEnding(ending, content, isBlocked), content: isBlocked ? '' : content };
  }

  private async isBlocked(replyId: string, content: string): Promise<boolean> {
    if (isHarmless(content)) return false;
    const mature = await this.isMature(replyId);
    // A minor has no mature conversation: the age gate is in front of it.
    return this.moderation.checkOutput(content, { mature, minor: false }).kind === 'blocked';
  }

  private async isMature(replyId: string): Promise<boolean> {
    const reply = await this.replies.standing(replyId);
    const conversation = reply && (await this.conversations.findOwnConversation(reply.conversation_id, reply.fan_id));
    const persona = conversation && (await this.personas.findForChat(conversation.personaId));
    return persona?.mature === true;
  }
}
