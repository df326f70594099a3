import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PersonaContent, PersonaStatus, PublishProblem } from '@troupe/contracts/http/creator-persona';
import { ModerationFacade } from '../../moderation/index.ts';
import { problemsInTheWay, publishProblems } from '../domain/publish-checks.ts';
import { JudgeLorebookService } from '../lore/judge-lorebook.service.ts';
import { notPublishable } from './studio.errors.ts';

const REMEMBERED_MAX = 500;

/** The automatic checks of publishing, in memory. The rules are this process's own, so the same content is judged once: the longest takes some 70 ms. */
@Injectable()
export class JudgePersonaService {
  /** By hash of the content, the one that was judged longest ago first. */
  private readonly judged = new Map<string, PublishProblem[]>();

  constructor(
    private readonly moderation: ModerationFacade,
    private readonly lorebooks: JudgeLorebookService,
  ) {}

  /** Of all it says and knows. Reads its lorebook if that was never judged here. */
  async problemsOf(personaId: string, content: PersonaContent): Promise<PublishProblem[]> {
    const { lorebookKey, mature } = content;
    const said = this.saidProblems(content);
    if (lorebookKey === null) return said;
    return [...said, ...(await this.lorebooks.problemsOf(personaId, lorebookKey, mature))];
  }

  /** Throws `persona_not_publishable` with those of `problems` that keep a persona of this status from saying that. */
  requireFit(status: PersonaStatus, problems: readonly PublishProblem[]): void {
    const inTheWay = problemsInTheWay(status, problems);
    if (inTheWay.length > 0) throw notPublishable(inTheWay);
  }

  private saidProblems(content: PersonaContent): PublishProblem[] {
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64');
    const known = this.judged.get(hash);
    if (known !== undefined) return known;
    const problems = publishProblems(content, (text) => this.moderation.judgeWriting(text));
    this.judged.set(hash, problems);
    const oldest = this.judged.size > REMEMBERED_MAX ? this.judged.keys().next() : undefined;
    if (oldest?.done === false) this.judged.delete(oldest.value);
    return problems;
  }
}
