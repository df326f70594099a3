import { Controller, HttpCode, Post } from '@nestjs/common';
import { idParam } from '@troupe/contracts/http/common';
import { type LoreFindings, type LoreTrial, loreTrial } from '@troupe/contracts/http/lorebook';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam } from '../../platform/validation/validate.ts';
import { TryLorebookService } from './try-lorebook.service.ts';

/** Beside the studio's other routes, but here: what fires, and what it costs, is the chat's to say. */
@Controller('creator/persona/:id/lorebook/trial')
export class LorebookTrialController {
  constructor(
    private readonly trials: TryLorebookService,
    private readonly rates: RateLimits,
  ) {}

  @Post()
  @HttpCode(200)
  async try(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(loreTrial) body: LoreTrial,
  ): Promise<LoreFindings> {
    await this.rates.takeOrThrow('studio-saves', actor.userId);
    return this.trials.try(actor.userId, param.id, body);
  }
}
