import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LoreFindings, LoreTrial } from '@troupe/contracts/http/lorebook';
import { LIMITS } from '@troupe/contracts/limits';
import { LorebookFacade, scanLorebook } from '../persona/index.ts';
import { expandMacros } from './domain/macros.ts';
import { presentLore } from './lore.presenter.ts';
import { LORE_TOKENS_MAX, loreTokens } from './scan-lore.ts';

const FAN = 'Alex';

/** The editor's test box: what a lorebook finds in a conversation that somebody made up, with everything as it would be in a real one. */
@Injectable()
export class TryLorebookService {
  constructor(private readonly lorebooks: LorebookFacade) {}

  /** Luck is drawn anew each time. Throws `not_found`. */
  async try(creatorId: string, personaId: string, trial: LoreTrial): Promise<LoreFindings> {
    const { name, lorebook } = await this.lorebooks.findCompiled(creatorId, personaId);
    const budgetTokens = Math.min(trial.budgetTokens ?? LORE_TOKENS_MAX, LORE_TOKENS_MAX);
    if (lorebook === undefined) return { active: [], refused: [], refusedCount: 0, usedTokens: 0, budgetTokens };
    const seed = randomUUID();
    const macros = { char: name, user: trial.fanName ?? FAN, original: '', now: new Date(), timeZone: 'UTC' };
    const scan = scanLorebook({
      lorebook,
      messages: trial.messages.map((text, index) => ({ id: `${index}`, text })),
      ...{ state: { started: [] }, budgetTokens, seed, replyId: seed, countTokens: loreTokens, locatesPatterns: true },
      expand: (text) => expandMacros(text, { ...macros, pickSeed: seed, randomSeed: seed }),
    });
    return { ...presentLore(scan, LIMITS.loreNamedMax), budgetTokens };
  }
}
