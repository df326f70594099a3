import { Injectable } from '@nestjs/common';
import {
  type BecomeCreatorRequest,
  CREATOR_TERMS_VERSION,
  type CreatorProfile,
  type CreatorProfileChanges,
  type CreatorWelcome,
} from '@troupe/contracts/http/creator';
import { isReservedHandle, isReservedName } from '@troupe/contracts/reserved-names';
import { type Tx, UnitOfWork } from '@troupe/database';
import type { Actor } from '../../platform/auth/actor.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { PictureLibrary } from '../../platform/media/picture-library.service.ts';
import { AuthFacade } from '../auth/index.ts';
import { contentBlocked, ModerationFacade } from '../moderation/index.ts';
import * as errors from './creator.errors.ts';
import { toProfile } from './creator.presenter.ts';
import { CreatorRepository } from './creator.repository.ts';

@Injectable()
export class WriteProfileService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: CreatorRepository,
    private readonly auth: AuthFacade,
    private readonly moderation: ModerationFacade,
    private readonly pictures: PictureLibrary,
  ) {}

  /**
   * Makes a creator of a fan who agrees to today's terms; of a creator it takes the agreement and what is named. Throws `terms_changed`,
   * `age_confirmation_required`, `handle_taken`, `handle_reserved`, `content_blocked`, and `validation_failed` for a picture that isn't theirs.
   */
  async become(actor: Actor, { agreedTermsVersion, ...request }: BecomeCreatorRequest): Promise<CreatorWelcome> {
    if (agreedTermsVersion !== CREATOR_TERMS_VERSION) throw errors.termsChanged();
    const user = await this.auth.findUser(actor.userId);
    if (user === undefined) throw new AppError('unauthenticated', 'Please sign in');
    // Of today, and not of when the token was made.
    if (user.age !== 'adult') throw errors.adultsOnly();
    await this.requireFit(actor.userId, request);
    const known = await this.repository.find(actor.userId);
    const kept = { handle: known?.handle ?? user.handle, displayName: known?.displayName ?? user.name };
    const { handle = kept.handle, displayName = kept.displayName } = request;
    await this.unitOfWork.run('become-creator', async (tx) => {
      await this.takeHandle(tx, actor.userId, handle);
      const terms = { termsVersion: agreedTermsVersion, termsAgreedAt: new Date() };
      await this.repository.agree(tx, actor.userId, { ...request, handle, displayName }, terms);
      await this.auth.makeCreator(tx, actor.userId);
    });
    const token = await this.auth.renewToken(actor);
    if (token === undefined) throw new AppError('unauthenticated', 'Please sign in');
    return { profile: await this.read(actor.userId), ...token };
  }

  /** Throws `not_found` for who is no creator, and else what `become` throws of the same fields. */
  async change(actor: Actor, changes: CreatorProfileChanges): Promise<CreatorProfile> {
    if ((await this.repository.find(actor.userId)) === undefined) throw errors.creatorNotFound();
    await this.requireFit(actor.userId, changes);
    await this.unitOfWork.run('change-creator', async (tx) => {
      if (changes.handle !== undefined) await this.takeHandle(tx, actor.userId, changes.handle);
      if (!(await this.repository.update(tx, actor.userId, changes))) throw errors.creatorNotFound();
    });
    return this.read(actor.userId);
  }

  /** Throws `not_found`. */
  private async read(userId: string): Promise<CreatorProfile> {
    const found = await this.repository.find(userId);
    if (found === undefined) throw errors.creatorNotFound();
    return toProfile(found);
  }

  private async requireFit(userId: string, profile: CreatorProfileChanges): Promise<void> {
    const { handle, displayName, bio, links, pictureKey } = profile;
    if (handle !== undefined && isReservedHandle(handle)) throw errors.handleReserved();
    if (displayName !== undefined && isReservedName(displayName)) {
      throw new AppError('validation_failed', 'Some fields are not right', [
        { path: 'displayName', problem: 'must not be taken for the house or its people' },
      ]);
    }
    const words = [displayName, bio, ...(links ?? []).map((link) => link.label)].filter((text) => text !== undefined);
    // Everybody reads it, of any age.
    if (this.moderation.judgeWriting(words.join('\n')) !== 'allowed') throw contentBlocked();
    if (pictureKey !== undefined && pictureKey !== null) await this.pictures.requireOwn(userId, pictureKey);
  }

  /** One handle for the fan and the creator: neither another fan nor another creator may have it. */
  private async takeHandle(tx: Tx, userId: string, handle: string): Promise<void> {
    const isFree = await this.auth.takeHandle(tx, userId, handle);
    const holder = await this.repository.findHolder(tx, handle);
    if (!isFree || (holder !== undefined && holder !== userId)) throw errors.handleTaken();
  }
}
