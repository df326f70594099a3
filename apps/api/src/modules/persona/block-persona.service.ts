import { Injectable } from '@nestjs/common';
import type { BlockedPage } from '@troupe/contracts/http/persona';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { BlockRepository, blockPosition } from './block.repository.ts';
import { PersonaFacade } from './persona.facade.ts';
import { personaNotFound } from './persona.policy.ts';
import { toBrief } from './persona.presenter.ts';

/** Personas that a fan does not want to meet: out of their gallery, and no message goes to them. What was said stays readable. */
@Injectable()
export class BlockPersonaService {
  constructor(
    private readonly repository: BlockRepository,
    private readonly personas: PersonaFacade,
  ) {}

  /** Throws `not_found` for what is no persona, and for drafts, which are not there for anybody else. */
  async block(fanId: string, personaId: string): Promise<void> {
    const persona = await this.personas.findForChat(personaId, fanId);
    if (persona?.everPublished !== true || persona.barred) throw personaNotFound();
    await this.repository.insert(fanId, personaId);
  }

  /** What is not blocked stays so. */
  async unblock(fanId: string, personaId: string): Promise<void> {
    await this.repository.delete(fanId, personaId);
  }

  async list(fanId: string, cursor: string | undefined, limit: number): Promise<BlockedPage> {
    const before = cursor === undefined ? undefined : decodeCursor(blockPosition, cursor);
    const rows = await this.repository.list(fanId, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      items: shown.map((row) => toBrief(row.persona)),
      nextCursor: more ? encodeCursor({ at: last.createdAt.toISOString(), id: last.persona.id }) : null,
    };
  }
}
