import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import type { Tx } from '@troupe/database';
import { CardFault } from '../cards/card-fault.ts';
import type { PersonaDraft } from '../cards/persona-draft.ts';
import { JudgeLorebookService } from '../lore/judge-lorebook.service.ts';
import { KeptObjectRepository } from '../lore/kept-object.repository.ts';
import { keptObject, packBook } from '../lorebook/stored-book.ts';

/** What a persona knows of a card, ready to be put beside it. */
export interface CardKnowledge {
  keys: { lorebookKey: string | null; cardKey: string };
  put: (tx: Tx, personaId: string) => Promise<void>;
}

/** Keeps what a card brings besides what a persona says: its lorebook, and all that goes out again with it. */
@Injectable()
export class KeepCardService {
  constructor(
    private readonly objects: KeptObjectRepository,
    private readonly judging: JudgeLorebookService,
  ) {}

  /** Judges the lorebook before anything is locked. Throws CardFault for one that is larger than ours may be. */
  async prepare({ lorebook, cardExtras }: Pick<PersonaDraft, 'lorebook' | 'cardExtras'>): Promise<CardKnowledge> {
    const card = keptObject('card', cardExtras);
    const packed = lorebook === null ? undefined : packBook(lorebook);
    if (packed !== undefined && packed.sizeBytes > LIMITS.lorebookBytesMax) {
      throw new CardFault('too-large', 'The card’s lorebook is larger than 8 MB.');
    }
    if (lorebook !== null && packed !== undefined) await this.judging.learn(packed.head.hash, lorebook);
    return {
      keys: { lorebookKey: packed?.head.hash ?? null, cardKey: card.hash },
      put: async (tx, personaId) => {
        await this.objects.put(tx, personaId, [card]);
        if (packed !== undefined) await this.objects.putBook(tx, personaId, packed);
      },
    };
  }
}
