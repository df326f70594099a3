import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { NotificationSubject } from '@troupe/contracts/http/notification';
import type { Tx } from '@troupe/database';
import { NotificationFacade, type NotificationSource, type Reader } from '../notification/index.ts';
import { PersonaFacade } from '../persona/index.ts';
import { RemovalRepository } from './removal.repository.ts';

/** Tells the notifications of posts that an admin removed: each to its creator, and to nobody else. */
@Injectable()
export class AnnounceRemovalService implements NotificationSource, OnModuleInit {
  constructor(
    private readonly removals: RemovalRepository,
    private readonly personas: PersonaFacade,
    private readonly notifications: NotificationFacade,
  ) {}

  onModuleInit(): void {
    this.notifications.register('postRemoved', this);
  }

  async audience(tx: Tx, postId: string) {
    const creatorId = await this.removals.findCreator(tx, postId);
    return { userIds: creatorId === undefined ? [] : [creatorId], lastUserId: undefined };
  }

  async describe(postIds: readonly string[], reader: Reader | undefined) {
    const removals = await this.removals.findAll(postIds);
    const briefs = await this.personas.findBriefs(removals.map((removal) => removal.personaId));
    const described = new Map<string, NotificationSubject>();
    for (const { postId, personaId, creatorId, excerpt, pictureCount, reason } of removals) {
      const brief = briefs.get(personaId);
      if (brief === undefined || (reader !== undefined && reader.userId !== creatorId)) continue;
      const { name: personaName, slug: personaSlug, hueDegrees, portrait } = brief;
      described.set(postId, { postId, personaName, personaSlug, hueDegrees, portrait, excerpt, pictureCount, reason });
    }
    return described;
  }
}
