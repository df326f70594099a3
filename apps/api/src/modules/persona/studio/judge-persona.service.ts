import { Injectable } from '@nestjs/common';
import type { PersonaContent, PublishProblem } from '@troupe/contracts/http/creator-persona';
import { ModerationFacade } from '../../moderation/index.ts';
import { publishProblems } from '../domain/publish-checks.ts';
import { notPublishable } from './studio.errors.ts';

/** The automatic checks of publishing, in memory. */
@Injectable()
export class JudgePersonaService {
  constructor(private readonly moderation: ModerationFacade) {}

  problemsOf(content: PersonaContent): PublishProblem[] {
    return publishProblems(content, (text) => this.moderation.judgeWriting(text));
  }

  /** Throws `persona_not_publishable` with what is in the way. */
  requirePublishable(content: PersonaContent): void {
    const problems = this.problemsOf(content);
    if (problems.length > 0) throw notPublishable(problems);
  }
}
