import type { CARD_FAULTS } from '@troupe/contracts/http/cards';

/** Why a file is not taken. Each is something its sender can understand and, mostly, mend; docs/cards.md says when. */
export type CardFaultKind = (typeof CARD_FAULTS)[number];

/** A refusal. The message is one sentence for whoever sent the file, and quotes nothing from it. */
export class CardFault extends Error {
  readonly kind: CardFaultKind;

  constructor(kind: CardFaultKind, message: string) {
    super(message);
    this.name = 'CardFault';
    this.kind = kind;
  }
}

/** What was done to a card that was taken all the same; people are told. */
export type CardNoticeKind =
  /** NULs, halves of characters or numbers beyond all bounds were replaced: they can't be stored. */
  | 'text-mended'
  /** A key that only an attack uses was left out. */
  | 'key-dropped'
  /** A value of a wrong type was read as what it meant: `"100"` as 100. */
  | 'value-mended'
  /** A value of a wrong type stands unchanged in the card's extensions, by its path, and is not used. */
  | 'set-aside'
  /** Written by a later specification than this code knows. */
  | 'newer-spec'
  /** The first card of the file could not be read, and another one in it was. */
  | 'other-card-taken'
  /** The card names files elsewhere; they are never fetched. */
  | 'remote-assets'
  /** Its picture was not taken; the card was. */
  | 'picture-left'
  /** A field was longer than a persona's may be and was cut. */
  | 'cut';

export interface CardNotice {
  kind: CardNoticeKind;
  message: string;
}

const NOTICES_MAX = 50;

/** Bounded: a file with a million faults is told of by its first ones. */
export class CardNotices {
  readonly all: CardNotice[] = [];

  add(kind: CardNoticeKind, message: string): void {
    if (this.all.length < NOTICES_MAX && !this.all.some((notice) => notice.message === message)) {
      this.all.push({ kind, message });
    }
  }
}
