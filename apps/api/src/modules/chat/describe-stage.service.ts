import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TransactionSubject } from '@troupe/contracts/http/coin';
import { CoinFacade, type StageSource } from '../coin/index.ts';
import { PersonaFacade } from '../persona/index.ts';

/** Tells coin who earns what a persona is tipped: chat is where personas and coins meet. */
@Injectable()
export class DescribeStageService implements StageSource, OnModuleInit {
  constructor(
    private readonly coin: CoinFacade,
    private readonly personas: PersonaFacade,
  ) {}

  onModuleInit(): void {
    this.coin.registerStage(this);
  }

  async creatorOfPersona(personaId: string): Promise<string | undefined> {
    const persona = await this.personas.findForChat(personaId);
    return persona?.available === true ? persona.creatorId : undefined;
  }

  async creatorByHandle(handle: string): Promise<string | undefined> {
    return this.personas.findCreator(handle);
  }

  async describe(personaIds: readonly string[]): Promise<ReadonlyMap<string, TransactionSubject>> {
    const briefs = await this.personas.findBriefs(personaIds);
    return new Map(
      [...briefs].map(([id, { name, slug, hueDegrees }]) => [
        id,
        {
          title: name,
          messageId: null,
          conversationId: null,
          personaSlug: slug,
          hueDegrees,
          reason: null,
          tokens: null,
        },
      ]),
    );
  }
}
