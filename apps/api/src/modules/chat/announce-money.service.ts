import { Injectable, Logger } from '@nestjs/common';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { CoinFacade } from '../coin/index.ts';
import { PersonaFacade } from '../persona/index.ts';
import { ChatRepository } from './chat.repository.ts';
import type { SettledRow } from './reply.repository.ts';

/** Tells those whose coins a reply's end has moved. A failure here undoes nothing. */
@Injectable()
export class AnnounceMoneyService {
  private readonly logger = new Logger('Replies');

  constructor(
    private readonly conversations: ChatRepository,
    private readonly coin: CoinFacade,
    private readonly personas: PersonaFacade,
    private readonly realtime: Realtime,
  ) {}

  /** Pushes are a courtesy: what can't be read now is read again by the client. */
  async announceBalance({ id, fan_id }: { id: string; fan_id: string }): Promise<void> {
    try {
      this.realtime.toUser(fan_id, 'balance', await this.coin.balance(fan_id));
    } catch (error) {
      this.logger.warn(`the balance after reply ${id} could not be announced: ${String(error)}`);
    }
  }

  /** To the fan, and to the creator: a charge that was taken back, or what a price by tokens came to. */
  async announce(settled: SettledRow): Promise<void> {
    await this.announceBalance(settled);
    try {
      const conversation = await this.conversations.findOwnConversation(settled.conversation_id, settled.fan_id);
      const persona = conversation && (await this.personas.findForChat(conversation.personaId));
      if (!persona || settled.journal_id === null) return;
      const sign = settled.refunded ? -1 : 1;
      const shares = await this.coin.creatorShares(settled.journal_id);
      this.realtime.toUser(persona.creatorId, 'earning', {
        personaId: persona.brief.id,
        kind: settled.refunded ? 'refund' : 'message',
        payableMicrocoins: sign * Number(shares.payable),
        promotionalMicrocoins: sign * Number(shares.promotional),
        createdAt: new Date().toISOString(),
      });
    } catch (error) {
      this.logger.warn(
        `what reply ${settled.id} did to its creator’s earnings could not be announced: ${String(error)}`,
      );
    }
  }
}
