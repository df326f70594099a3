import { Injectable } from '@nestjs/common';
import type { User } from '@troupe/contracts/http/auth';
import type { Tx } from '@troupe/database';
import type { Actor } from '../../platform/auth/actor.ts';
import { AuthRepository } from './auth.repository.ts';
import { OpenSessionService } from './open-session.service.ts';

@Injectable()
export class AuthFacade {
  constructor(
    private readonly repository: AuthRepository,
    private readonly sessions: OpenSessionService,
  ) {}

  /** The user behind an id, or undefined. */
  async findUser(userId: string): Promise<User | undefined> {
    return this.repository.findUser(userId);
  }

  /** The id of the user with this lower-case handle, or undefined. */
  async findByHandle(handle: string): Promise<string | undefined> {
    return this.repository.findByHandle(handle);
  }

  /** What others see of these users; unknown ids are left out. */
  async describePeople(userIds: readonly string[]): Promise<ReadonlyMap<string, { handle: string; name: string }>> {
    const rows = await this.repository.findPeople(userIds);
    return new Map(rows.map(({ id, handle, name }) => [id, { handle, name }]));
  }

  /** Which of these users confirmed that they are 18 or older. */
  async adultsAmong(userIds: readonly string[]): Promise<string[]> {
    return this.repository.findAdults(userIds);
  }

  /**
   * Writes down that the actor is 18 or older and answers with an access token that says so; undefined when they have said that they are not, and
   * when they are gone.
   */
  async confirmAdult(actor: Actor, now: Date): Promise<{ token: string; tokenExpiresInSeconds: number } | undefined> {
    const confirmed = await this.repository.confirmAdult(actor.userId, now);
    const user = confirmed ? await this.repository.findUser(actor.userId) : undefined;
    return user && this.sessions.sign(user, actor.sessionId);
  }

  /** Makes a creator of a user, in the caller's transaction; one stays one. */
  async makeCreator(tx: Tx, userId: string): Promise<void> {
    await this.repository.addRole(tx, userId, 'creator');
  }

  /** Gives a user another handle, in the caller's transaction; false when somebody else has it. Nobody else takes it until that ends. */
  async takeHandle(tx: Tx, userId: string, handle: string): Promise<boolean> {
    await this.repository.lockHandle(tx, handle);
    const holder = await this.repository.findHolder(tx, handle);
    if (holder === undefined) await this.repository.updateHandle(tx, userId, handle);
    return holder === undefined || holder === userId;
  }

  /** An access token of the actor's session that says what is known of them now; undefined when they are gone. */
  async renewToken(actor: Actor): Promise<{ token: string; tokenExpiresInSeconds: number } | undefined> {
    const user = await this.repository.findUser(actor.userId);
    return user && this.sessions.sign(user, actor.sessionId);
  }

  /** Writes down that this user is younger than 18. */
  async stateMinor(userId: string, now: Date): Promise<void> {
    await this.repository.stateMinor(userId, now);
  }
}
