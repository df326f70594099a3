import { Injectable } from '@nestjs/common';
import { TrainingRepository } from './training.repository.ts';
import { TrainingVault } from './training-vault.ts';

const KNOWN_MAX = 5_000;

/** The keys of personas' indexes. One never changes as long as its persona is there, so each process reads it once. */
@Injectable()
export class IndexKeys {
  /** The one that was used longest ago first. */
  private readonly known = new Map<string, Buffer>();

  constructor(
    private readonly repository: TrainingRepository,
    private readonly vault: TrainingVault,
  ) {}

  /** Undefined for a persona without one. Throws what the vault throws. */
  async find(personaId: string): Promise<Buffer | undefined> {
    let key = this.known.get(personaId);
    if (key === undefined) {
      const row = await this.repository.findIndexKey(personaId);
      if (row === undefined) return undefined;
      key = this.vault.openIndexKey(personaId, row);
    }
    this.known.delete(personaId);
    this.known.set(personaId, key);
    const oldest = this.known.size > KNOWN_MAX ? this.known.keys().next() : undefined;
    if (oldest?.done === false) this.known.delete(oldest.value);
    return key;
  }
}
