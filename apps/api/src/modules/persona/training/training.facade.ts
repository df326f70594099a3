import { Injectable, Logger } from '@nestjs/common';
import { type Knowing, type Passage, RecallService } from './recall.service.ts';
import { TrainingRepository } from './training.repository.ts';
import { TrainingVault } from './training-vault.ts';

/** What personas know from files. */
@Injectable()
export class TrainingFacade {
  private readonly logger = new Logger('TrainingData');

  constructor(
    private readonly recalling: RecallService,
    private readonly repository: TrainingRepository,
    private readonly vault: TrainingVault,
  ) {}

  /**
   * Passages that bear on `asked`, the best first; `before` is what was said before it, the newest first. One read at most (two the first time); none for a persona
   * without training data, and for small talk. Never throws and is limited in time: what fails is logged and answered with nothing.
   */
  async recall(knowing: Knowing, asked: string, before: readonly string[]): Promise<readonly Passage[]> {
    return this.recalling.recall(knowing, asked, before);
  }

  /** The names of these passages' files, by id; for their creator's eyes only. What doesn't open has none. */
  async namesOf(passages: readonly Passage[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(passages.map(({ fileId }) => fileId))];
    if (ids.length === 0) return new Map();
    const rows = await this.repository.findMany(ids);
    return new Map(
      rows.flatMap((row) => {
        try {
          return [[row.id, this.vault.openAbout(this.vault.open(row), row.about).name]];
        } catch (error) {
          this.logger.error(error instanceof Error ? error.message : 'a file could not be opened');
          return [];
        }
      }),
    );
  }
}
