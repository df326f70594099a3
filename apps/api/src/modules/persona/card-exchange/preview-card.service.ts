import { Injectable } from '@nestjs/common';
import type { CardPreview, CardPreviewQuery } from '@troupe/contracts/http/cards';
import { personaOver } from '../cards/persona-draft.ts';
import { problemsInTheWay } from '../domain/publish-checks.ts';
import { CompareVersionsService } from '../lore/compare-versions.service.ts';
import { personaNotFound } from '../persona.policy.ts';
import { requireShort } from '../studio/change-persona.service.ts';
import { JudgePersonaService } from '../studio/judge-persona.service.ts';
import { changedMeanwhile } from '../studio/studio.errors.ts';
import { StudioRepository, type WrittenPersona } from '../studio/studio.repository.ts';
import { KeepCardService } from './keep-card.service.ts';
import { type CardUpload, ReadCardFileService } from './read-card-file.service.ts';

/** What a card would change of one's own persona, before anything is saved. */
@Injectable()
export class PreviewCardService {
  constructor(
    private readonly files: ReadCardFileService,
    private readonly keeping: KeepCardService,
    private readonly repository: StudioRepository,
    private readonly comparing: CompareVersionsService,
    private readonly judging: JudgePersonaService,
  ) {}

  /** Throws `not_found`, `changed_meanwhile`, `payload_too_large` for what no persona may say in all, and what reading a card throws. */
  async preview(creatorId: string, query: CardPreviewQuery, upload: CardUpload): Promise<CardPreview> {
    // Before anything is read.
    const { content, status } = await this.requireSame(creatorId, query);
    const read = await this.files.read(creatorId, upload, (brought) => this.keeping.judge(brought));
    const { lorebook, knowledge, writtenAs, notices, picture } = read;
    const after = { ...content, ...personaOver(content, read), ...knowledge.keys };
    requireShort(after);
    const { personaId } = query;
    return {
      changes: await this.comparing.changesTo(personaId, content, after, lorebook),
      problems: problemsInTheWay(status, await this.judging.problemsOf(personaId, after)),
      hasPicture: picture !== null,
      writtenAs,
      notices,
      lorebookEntries: lorebook?.entries.length ?? 0,
    };
  }

  private async requireSame(creatorId: string, { personaId, revision }: CardPreviewQuery): Promise<WrittenPersona> {
    const found = await this.repository.findOwn(creatorId, personaId);
    if (found === undefined) throw personaNotFound();
    if (found.revision !== revision) throw changedMeanwhile();
    return found;
  }
}
