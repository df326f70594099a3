import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import type { Tx } from '@troupe/database';
import { KeepFilesService } from '../card-files/keep-files.service.ts';
import { CardFault } from '../cards/card-fault.ts';
import type { CardPack } from '../cards/card-pack.ts';
import type { PersonaDraft } from '../cards/persona-draft.ts';
import { JudgeLorebookService } from '../lore/judge-lorebook.service.ts';
import { KeptObjectRepository } from '../lore/kept-object.repository.ts';
import { type KeptObject, keptObject, type PackedBook, packBook } from '../lorebook/stored-book.ts';

/** What a persona knows of a card, ready to be put beside it. */
export interface CardKnowledge {
  keys: { lorebookKey: string | null; cardKey: string };
  /** `pictureKey`: of the picture that was made of the card's own. */
  put: (tx: Tx, personaId: string, pictureKey: string | null) => Promise<void>;
}

type Brought = Pick<PersonaDraft, 'lorebook' | 'cardExtras'> & { pack: CardPack | null };

interface Judged extends Pick<CardKnowledge, 'keys'> {
  card: KeptObject;
  packed: PackedBook | undefined;
}

/** Keeps what a card brings besides what a persona says: its lorebook, its files, and all that goes out again with it. */
@Injectable()
export class KeepCardService {
  constructor(
    private readonly objects: KeptObjectRepository,
    private readonly judging: JudgeLorebookService,
    private readonly files: KeepFilesService,
  ) {}

  /** What a persona would know of a card; judges the lorebook, and keeps nothing. Throws CardFault for a lorebook that is larger than ours may be. */
  async judge({ lorebook, cardExtras, pack }: Brought): Promise<Judged> {
    // The same words with other files are another card.
    const card = keptObject(pack === null ? 'card' : `card ${pack.hash}`, cardExtras);
    const packed = lorebook === null ? undefined : packBook(lorebook);
    if (packed !== undefined && packed.sizeBytes > LIMITS.lorebookBytesMax) {
      throw new CardFault('too-large', 'The card’s lorebook is larger than 8 MB.');
    }
    if (lorebook !== null && packed !== undefined) await this.judging.learn(packed.head.hash, lorebook);
    return { keys: { lorebookKey: packed?.head.hash ?? null, cardKey: card.hash }, card, packed };
  }

  /** Judges the lorebook and stores the files before anything is locked. Throws the same, `storage_full`, and `busy` when the store is away. */
  async prepare(creatorId: string, brought: Brought): Promise<CardKnowledge> {
    const { keys, card, packed } = await this.judge(brought);
    const { pack } = brought;
    const packKey = pack === null ? null : await this.files.keep(creatorId, pack);
    return {
      keys,
      put: async (tx, personaId, pictureKey) => {
        if (packKey !== null) await this.files.name(tx, packKey);
        await this.objects.put(tx, personaId, [{ ...card, packKey, pictureKey }]);
        if (packed !== undefined) await this.objects.putBook(tx, personaId, packed);
      },
    };
  }
}
