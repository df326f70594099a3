import { Injectable } from '@nestjs/common';
import type { PersonaCards, Suggestions } from '@troupe/contracts/http/discovery';
import type { Actor } from '../../../platform/auth/actor.ts';
import { toBrief } from '../persona.presenter.ts';
import { PersonaRepository } from '../persona.repository.ts';
import { GalleryRepository } from './gallery.repository.ts';
import { PaidTalk } from './paid-talk.ts';
import { PresentCardsService } from './present-cards.service.ts';
import { viewerOf } from './viewer.ts';

const SUGGESTED_MAX = 12;
/** So many are left out because they are known already; the first few of them are what is suggested from. */
const LAST_PERSONAS_MAX = 100;
const TRIED_MAX = 3;

/** What the front page shows beside the wall. */
@Injectable()
export class SuggestPersonasService {
  constructor(
    private readonly gallery: GalleryRepository,
    private readonly cards: PresentCardsService,
    private readonly personas: PersonaRepository,
    private readonly talk: PaidTalk,
  ) {}

  /** Who is like the persona that a fan talked to last; the one before where there is nobody like that one, three at most. */
  async suggest(actor: Actor): Promise<Suggestions> {
    const known = await this.talk.source.lastPersonas(actor.userId, LAST_PERSONAS_MAX);
    for (const personaId of known.slice(0, TRIED_MAX)) {
      const found = await this.gallery.similar(personaId, known, viewerOf(actor), SUGGESTED_MAX);
      const [because] = found.length === 0 ? [] : await this.personas.findBriefs([personaId]);
      if (because !== undefined) return { because: toBrief(because), items: await this.cards.present(found) };
    }
    return { because: null, items: [] };
  }

  async featured(actor: Actor | undefined): Promise<PersonaCards> {
    return { items: await this.cards.present(await this.gallery.featured(viewerOf(actor))) };
  }
}
