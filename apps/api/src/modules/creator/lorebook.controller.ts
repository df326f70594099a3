import { Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { idParam } from '@troupe/contracts/http/common';
import {
  type Lorebook,
  type LorebookChanges,
  type LoreEntryAddition,
  type LoreEntryAnswer,
  type LoreEntryEdit,
  type LoreEntryMove,
  type LoreLinesPage,
  type LoreSaved,
  lorebookChanges,
  loreEntryAddition,
  loreEntryEdit,
  loreEntryMove,
  loreEntryParam,
  loreLinesQuery,
  loreRevisionQuery,
} from '@troupe/contracts/http/lorebook';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { LorebookFacade } from '../persona/index.ts';

type EntryParam = z.output<typeof loreEntryParam>;
type Revision = z.output<typeof loreRevisionQuery>;

@Controller('creator/persona/:id/lorebook')
export class LorebookController {
  constructor(
    private readonly lorebooks: LorebookFacade,
    private readonly rates: RateLimits,
  ) {}

  @Get()
  async read(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<Lorebook> {
    return this.lorebooks.read(actor.userId, param.id);
  }

  @Put()
  async change(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(lorebookChanges) body: LorebookChanges,
  ): Promise<LoreSaved> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.lorebooks.change(actor.userId, param.id, body);
  }

  @Delete()
  async clear(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidQuery(loreRevisionQuery) query: Revision,
  ): Promise<LoreSaved> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.lorebooks.clear(actor.userId, param.id, query);
  }

  @Get('entries')
  async list(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidQuery(loreLinesQuery) query: z.output<typeof loreLinesQuery>,
  ): Promise<LoreLinesPage> {
    return this.lorebooks.list(actor.userId, param.id, query);
  }

  @Post('entries')
  async add(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(loreEntryAddition) body: LoreEntryAddition,
  ): Promise<LoreSaved> {
    await this.rates.takeOrThrow('studio-saves', actor.userId);
    return this.lorebooks.addEntry(actor.userId, param.id, body);
  }

  @Get('entries/:entryId')
  async readEntry(
    @CurrentActor() actor: Actor,
    @ValidParam(loreEntryParam) param: EntryParam,
  ): Promise<LoreEntryAnswer> {
    return this.lorebooks.readEntry(actor.userId, param.id, param.entryId);
  }

  @Patch('entries/:entryId')
  async saveEntry(
    @CurrentActor() actor: Actor,
    @ValidParam(loreEntryParam) param: EntryParam,
    @ValidBody(loreEntryEdit) body: LoreEntryEdit,
  ): Promise<LoreSaved> {
    await this.rates.takeOrThrow('studio-saves', actor.userId);
    return this.lorebooks.saveEntry(actor.userId, param.id, param.entryId, body);
  }

  @Delete('entries/:entryId')
  async removeEntry(
    @CurrentActor() actor: Actor,
    @ValidParam(loreEntryParam) param: EntryParam,
    @ValidQuery(loreRevisionQuery) query: Revision,
  ): Promise<LoreSaved> {
    await this.rates.takeOrThrow('studio-saves', actor.userId);
    return this.lorebooks.removeEntry(actor.userId, param.id, param.entryId, query);
  }

  @Post('order')
  @HttpCode(200)
  async move(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(loreEntryMove) body: LoreEntryMove,
  ): Promise<LoreSaved> {
    await this.rates.takeOrThrow('studio-saves', actor.userId);
    return this.lorebooks.moveEntry(actor.userId, param.id, body);
  }
}
