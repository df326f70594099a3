import { Injectable } from '@nestjs/common';
import type { OwnPersona, OwnPersonasPage } from '@troupe/contracts/http/creator-persona';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../../platform/ids/cursor.ts';
import { personaNotFound } from '../persona.policy.ts';
import { JudgePersonaService } from './judge-persona.service.ts';
import { toOwn, toOwnBrief } from './studio.presenter.ts';
import { StudioRepository } from './studio.repository.ts';

const ownPosition = z.object({ id: z.uuid() });

@Injectable()
export class ListOwnService {
  constructor(
    private readonly repository: StudioRepository,
    private readonly judging: JudgePersonaService,
  ) {}

  /** One's own, the newest first; none for who is no creator. */
  async list(
    creatorId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<OwnPersonasPage> {
    const before = cursor === undefined ? undefined : decodeCursor(ownPosition, cursor).id;
    const rows = await this.repository.listOwn(creatorId, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items: shown.map(toOwnBrief), nextCursor: more ? encodeCursor({ id: last.id }) : null };
  }

  /** Throws `not_found`. */
  async read(creatorId: string, personaId: string): Promise<OwnPersona> {
    const found = await this.repository.findOwn(creatorId, personaId);
    if (found === undefined) throw personaNotFound();
    return toOwn(found, await this.judging.problemsOf(personaId, found.content));
  }
}
