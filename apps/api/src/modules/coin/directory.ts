import { Injectable } from '@nestjs/common';
import type { Person, TransactionSubject } from '@troupe/contracts/http/coin';

/** What coin can't know about people: who is behind a handle, and what others call them. The module that knows users registers one. */
export interface PeopleSource {
  /** The user behind a lower-case handle, or undefined. */
  findByHandle(handle: string): Promise<string | undefined>;
  describe(userIds: readonly string[]): Promise<ReadonlyMap<string, Person>>;
}

/** What coin can't know about the stage: who earns what a persona is tipped. The module that knows personas registers one. */
export interface StageSource {
  /** The creator of a published persona, or undefined. */
  creatorOfPersona(personaId: string): Promise<string | undefined>;
  /** The creator behind a lower-case creator's handle, or undefined. */
  creatorByHandle(handle: string): Promise<string | undefined>;
  /** Personas by id, published or not, as what a transaction was for. */
  describe(personaIds: readonly string[]): Promise<ReadonlyMap<string, TransactionSubject>>;
}

/** Names of both kinds; without a source everything is unknown (ADR 5). */
@Injectable()
export class Directory {
  private people: PeopleSource | undefined;
  private stage: StageSource | undefined;

  registerPeople(source: PeopleSource): void {
    this.people = source;
  }

  registerStage(source: StageSource): void {
    this.stage = source;
  }

  async userByHandle(handle: string): Promise<string | undefined> {
    return this.people?.findByHandle(handle);
  }

  async creatorOf(target: {
    personaId?: string | undefined;
    creatorHandle?: string | undefined;
  }): Promise<string | undefined> {
    if (target.personaId !== undefined) return this.stage?.creatorOfPersona(target.personaId);
    return target.creatorHandle === undefined ? undefined : this.stage?.creatorByHandle(target.creatorHandle);
  }

  async namesOf(userIds: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    return this.people === undefined || userIds.length === 0 ? new Map() : this.people.describe(userIds);
  }

  async personas(personaIds: readonly string[]): Promise<ReadonlyMap<string, TransactionSubject>> {
    return this.stage === undefined || personaIds.length === 0 ? new Map() : this.stage.describe(personaIds);
  }
}
