/** Why a file is not taken. Each is something its sender can understand and, mostly, mend. */
export type CardFaultKind =
  /** Longer than what is read at all, whole or in a part of it. */
  | 'too-large'
  /** Not one of the formats that carry cards. */
  | 'unknown-format'
  /** A picture whose parts don't hold together: cut off, a wrong checksum, lengths that lead nowhere. */
  | 'broken-picture'
  | 'broken-archive'
  /** An archive that nobody packs in good faith: paths that lead out of it, links, the same name twice. */
  | 'unsafe-archive'
  | 'encrypted'
  /** A little data that unpacks to far too much. */
  | 'bomb'
  /** A good file with no card in it. */
  | 'no-card'
  /** Neither base64 nor UTF-8 where the card's text should be. */
  | 'broken-text'
  | 'broken-json'
  | 'too-deep'
  | 'too-many'
  /** JSON, and no character. */
  | 'not-a-card'
  | 'unsupported-spec';

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
