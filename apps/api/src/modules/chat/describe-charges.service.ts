import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TransactionSubject } from '@troupe/contracts/http/coin';
import { type ChargeSubjectSource, CoinFacade, type SubjectAudience } from '../coin/index.ts';
import { PersonaFacade } from '../persona/index.ts';
import { ChatRepository, failureCodeOf, type SubjectRow } from './chat.repository.ts';

/** Tells coin what a charge was for: the chat is what charges. */
@Injectable()
export class DescribeChargesService implements ChargeSubjectSource, OnModuleInit {
  constructor(
    private readonly coin: CoinFacade,
    private readonly repository: ChatRepository,
    private readonly personas: PersonaFacade,
  ) {}

  onModuleInit(): void {
    this.coin.registerChargeSubjects(this);
  }

  async describe(
    audience: SubjectAudience,
    journalIds: readonly bigint[],
  ): Promise<ReadonlyMap<bigint, TransactionSubject>> {
    const isPayer = audience.kind === 'payer';
    const rows = await this.repository.subjectsOf(journalIds, isPayer ? audience.ownerId : null);
    const briefs = await this.personas.findBriefs([...new Set(rows.map((row) => row.persona_id))]);
    return new Map(
      rows.map((row) => {
        const persona = briefs.get(row.persona_id);
        const subject: TransactionSubject = {
          title: persona?.name ?? '',
          // A creator learns that somebody wrote, never which message it was.
          messageId: isPayer ? row.message_id : null,
          conversationId: isPayer ? row.conversation_id : null,
          personaSlug: persona?.slug ?? null,
          hueDegrees: persona?.hueDegrees ?? null,
          reason: failureCodeOf(row.failure_code),
          tokens: isPayer ? tokensOf(row) : null,
        };
        return [row.journal, subject];
      }),
    );
  }

  async journalOf(payerId: string, messageId: string): Promise<bigint | undefined> {
    return this.repository.journalOfMessage(messageId, payerId);
  }
}

/** Null for a flat price. */
function tokensOf(row: SubjectRow): TransactionSubject['tokens'] {
  const { base_microcoins, input_rate_microcoins, output_rate_microcoins } = row;
  if (base_microcoins === null || input_rate_microcoins === null || output_rate_microcoins === null) return null;
  return {
    prompt: row.prompt_tokens ?? 0,
    completion: row.completion_tokens ?? 0,
    estimated: row.usage_estimated,
    price: {
      baseMicrocoins: Number(base_microcoins),
      inputRateMicrocoins: Number(input_rate_microcoins),
      outputRateMicrocoins: Number(output_rate_microcoins),
    },
  };
}
