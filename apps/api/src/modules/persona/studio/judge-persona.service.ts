import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PersonaContent, PersonaStatus, PublishProblem } from '@troupe/contracts/http/creator-persona';
import { ModerationFacade } from '../../moderation/index.ts';
import { problemsInTheWay, publishProblems } from '../domain/publish-checks.ts';
import { notPublishable } from './studio.errors.ts';

const REMEMBERED_MAX = 500;

/** The automatic checks of publishing, in memory. The rules are this process's own, so the same content is judged once: the longest takes some 70 ms. */
@Injectable()
export class JudgePersonaService {
  /** By hash of the content, the one that was judged longest ago first. */
  private readonly judged = new Map<string, PublishProblem[]>();

  constructor(private readonly moderation: ModerationFacade) {}

  problemsOf(content: PersonaContent): PublishProblem[] {
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('base64');
    const known = this.judged.get(hash);
    if (known !== undefined) return known;
    const problems = publishProblems(content, (text) => this.moderation.judgeWriting(text));
    this.judged.set(hash, problems);
    const oldest = this.judged.size > REMEMBERED_MAX ? this.judged.keys().next() : undefined;
    if (oldest?.done === false) this.judged.delete(oldest.value);
    return problems;
  }

  /** Throws `persona_not_publishable` with what keeps a persona of this status from saying that. */
  requireFit(status: PersonaStatus, content: PersonaContent): void {
    const problems = problemsInTheWay(status, this.problemsOf(content));
    if (problems.length > 0) throw notPublishable(problems);
  }
}
