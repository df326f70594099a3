import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '@troupe/database';
import { AppError } from '../../../platform/errors/app-error.ts';
import type { MediaStore } from '../../../platform/media/media-store.ts';
import { MEDIA_STORE } from '../../../platform/media/picture-library.service.ts';
import { type CardPack, packHash } from '../cards/card-pack.ts';
import { KeepRoomService } from '../studio/keep-room.service.ts';
import { CardPackRepository } from './card-pack.repository.ts';
import { PurgePacksService } from './purge-packs.service.ts';

/** Longer than the slowest store takes, and the save that names it afterwards. */
const RESERVED_MS = 10 * 60_000;

/** The files that come with cards: kept as they came, decoded by nobody, and given to nobody but their creator in a card. */
@Injectable()
export class KeepFilesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: CardPackRepository,
    private readonly room: KeepRoomService,
    private readonly purging: PurgePacksService,
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
  ) {}

  /** Where they are from now on; the card that names the place has to be saved within minutes. Throws `storage_full`, and `busy` when the store is away. */
  async keep(creatorId: string, pack: CardPack): Promise<string> {
    // What the creator has let go takes no room, here and in the store.
    await this.purging.purge(creatorId);
    const { key, isStored } = await this.unitOfWork.run('reserve-card-files', async (tx) => {
      await this.room.enter(tx, creatorId);
      const reserved = await this.repository.reserve(tx, creatorId, pack, new Date(Date.now() + RESERVED_MS));
      await this.room.make(tx, creatorId);
      return reserved;
    });
    if (isStored) return key;
    await this.store.put(key, Buffer.from(pack.bytes), 'application/octet-stream');
    await this.repository.markStored(key, new Date());
    return key;
  }

  /** With the card that names them. Throws `busy` for what was kept too long ago: send it again. */
  async name(tx: Tx, key: string): Promise<void> {
    if (!(await this.repository.name(tx, key))) throw new AppError('busy', 'This took too long: please try again');
  }

  /** What came with a card; null without anything. Throws `busy` when the store is away or has lost it. */
  async read(personaId: string, cardKey: string): Promise<Pick<CardPack, 'files' | 'bytes'> | null> {
    const kept = await this.repository.find(personaId, cardKey);
    if (kept === undefined) return null;
    const { key, files, hash, sizeBytes } = kept;
    const found = await this.store.read(key, sizeBytes);
    if (found === undefined) throw unreadable(new Error(`${key} is not in the store of media`));
    const bytes = await buffer(found.body).catch((cause: unknown) => {
      throw unreadable(cause);
    });
    if (packHash(files, bytes) !== hash) throw unreadable(new Error(`${key} is not what was put there`));
    return { files, bytes };
  }
}

const unreadable = (cause: unknown): AppError =>
  new AppError('busy', 'The files of this card can’t be read right now: please try again', undefined, { cause });
