import { Injectable } from '@nestjs/common';
import type { GalleryPage } from '@troupe/contracts/http/persona';
import type { Actor } from '../../platform/auth/actor.ts';
import { decodeCursor, encodeCursor } from '../../platform/ids/cursor.ts';
import { CreatorPageRepository, publishedPosition } from './creator-page.repository.ts';
import { KeepWishesService } from './discovery/keep-wishes.service.ts';
import { type ChatPersona, KnownPersonas } from './known-personas.service.ts';
import { personaNotFound, requireAdult } from './persona.policy.ts';
import { toCard } from './persona.presenter.ts';

/** Personas as whoever looks may meet them. */
@Injectable()
export class MeetPersonaService {
  constructor(
    private readonly known: KnownPersonas,
    private readonly repository: CreatorPageRepository,
    private readonly wishes: KeepWishesService,
  ) {}

  /** Its creator meets one that isn't published too. Throws `not_found` for what isn't there for this actor, and `age_confirmation_required`. */
  async meet(personaId: string, actor: Actor | undefined): Promise<ChatPersona> {
    const persona = await this.known.find(personaId, actor?.userId);
    if (persona === undefined || persona.deleted) throw personaNotFound();
    if (persona.creatorId === actor?.userId) return persona;
    if (!persona.available) throw personaNotFound();
    if (persona.mature) requireAdult(actor);
    return persona;
  }

  /** Published ones of a creator, the newest first. */
  async ofCreator(
    creatorId: string,
    actor: Actor | undefined,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<GalleryPage> {
    const before = cursor === undefined ? undefined : decodeCursor(publishedPosition, cursor);
    const rows = await this.repository.list(creatorId, await this.wantsMature(creatorId, actor), before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const at = rows.length > limit ? last?.publishedAt : undefined;
    return {
      items: shown.map(toCard),
      nextCursor: at && last ? encodeCursor({ at: at.toISOString(), id: last.id }) : null,
    };
  }

  async countOfCreator(creatorId: string, actor: Actor | undefined): Promise<number> {
    return this.repository.count(creatorId, await this.wantsMature(creatorId, actor));
  }

  /** As in every list: adults who asked for them; and whoever made them. */
  private async wantsMature(creatorId: string, actor: Actor | undefined): Promise<boolean> {
    if (actor === undefined) return false;
    return actor.userId === creatorId || (await this.wishes.read(actor)).showsMature;
  }

  async withoutHiding(personaId: string, fanIds: readonly string[]): Promise<string[]> {
    return this.repository.withoutHiding(personaId, fanIds);
  }
}
