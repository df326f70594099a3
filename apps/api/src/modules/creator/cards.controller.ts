import { Readable } from 'node:stream';
import { Controller, Get, Post, Req, Res, StreamableFile } from '@nestjs/common';
import {
  type CardImportQuery,
  cardExportQuery,
  cardImportQuery,
  type ImportedCard,
} from '@troupe/contracts/http/cards';
import { idParam } from '@troupe/contracts/http/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { CardsFacade } from '../persona/index.ts';

@Controller('creator/persona')
export class CardsController {
  constructor(
    private readonly cards: CardsFacade,
    private readonly rates: RateLimits,
  ) {}

  @Post('import')
  async import(
    @CurrentActor() actor: Actor,
    @ValidQuery(cardImportQuery) query: CardImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportedCard> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    const body = request.body instanceof Readable ? request.body : undefined;
    return this.cards.import(actor.userId, query, { body, declaredBytes: request.headers['content-length'] });
  }

  @Get(':id/export')
  async export(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidQuery(cardExportQuery) query: z.output<typeof cardExportQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    // Sent whole, refused, or hung up.
    const sent = new Promise<void>((resolve) => reply.raw.once('close', resolve));
    await this.rates.takeOrThrow('user-writes', actor.userId);
    const { fileName, contentType, bytes } = await this.cards.export(actor.userId, param.id, query.format, sent);
    return new StreamableFile(bytes, {
      type: contentType,
      length: bytes.length,
      disposition: `attachment; filename="${fileName}"`,
    });
  }
}
