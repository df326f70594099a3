import { Injectable } from '@nestjs/common';
import type { PersonaVersionBrief } from '@troupe/contracts/http/creator-persona';
import { diffPersonas } from '@troupe/contracts/persona-diff';
import type { Tx } from '@troupe/database';
import { KeepRoomService } from './keep-room.service.ts';
import type { WrittenPersona } from './studio.repository.ts';
import { VersionRepository } from './version.repository.ts';

/** Writes versions. The caller holds the persona's lock. */
@Injectable()
export class KeepVersionsService {
  constructor(
    private readonly repository: VersionRepository,
    private readonly room: KeepRoomService,
  ) {}

  /** Throws `storage_full`. */
  async keep(
    tx: Tx,
    { id, creatorId, content }: WrittenPersona,
    about: Pick<PersonaVersionBrief, 'cause' | 'note' | 'authorId'>,
  ): Promise<void> {
    await this.repository.insert(tx, { personaId: id, content, ...about, createdAt: new Date() });
    await this.room.make(tx, creatorId);
  }

  /** Keeps what was published before there were versions, so that the first change to it can be taken back. */
  async keepFound(tx: Pick<Tx, 'personaVersion'>, persona: WrittenPersona): Promise<void> {
    const { id, content, creatorId, publishedAt } = persona;
    if (publishedAt === null || (await this.repository.isAny(tx, id))) return;
    const about = { cause: 'found', authorId: creatorId, note: '', createdAt: publishedAt } as const;
    await this.repository.insert(tx, { personaId: id, content, ...about });
  }

  /** Keeps what nobody but its creator has met, unless it is kept as it is. Throws `storage_full`. */
  async keepUnmet(tx: Tx, persona: WrittenPersona, authorId: string): Promise<void> {
    const newest = await this.repository.findNewestContent(tx, persona.id);
    if (newest !== undefined && diffPersonas(newest, persona.content).length === 0) return;
    await this.keep(tx, persona, { cause: 'saved', note: 'Before the next version', authorId });
  }
}
