import { Injectable } from '@nestjs/common';
import type { PersonaCard } from '@troupe/contracts/http/persona';
import { toCard } from '../persona.presenter.ts';
import { CardRepository } from './card.repository.ts';
import type { Placed } from './gallery.repository.ts';

/** Turns a list of ids into cards, in its order. */
@Injectable()
export class PresentCardsService {
  constructor(private readonly cards: CardRepository) {}

  async present(rows: readonly Pick<Placed, 'id'>[]): Promise<PersonaCard[]> {
    return (await this.cards.find(rows.map((row) => row.id))).map(toCard);
  }
}
