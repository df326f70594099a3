import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Post, Req, Res, StreamableFile } from '@nestjs/common';
import {
  type CardImportQuery,
  type CardPreview,
  type CardPreviewQuery,
  cardExportQuery,
  cardImportQuery,
  cardPreviewQuery,
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
    return this.cards.import(actor.userId, query, uploadOf(request));
  }

  @Post('import/preview')
  @HttpCode(200)
  async preview(
    @CurrentActor() actor: Actor,
    @ValidQuery(cardPreviewQuery) query: CardPreviewQuery,
    @Req() request: FastifyRequest,
  ): Promise<CardPreview> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.cards.preview(actor.userId, query, uploadOf(request));
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

const uploadOf = ({ body, headers }: FastifyRequest) => ({
  body: body instanceof Readable ? body : undefined,
  declaredBytes: headers['content-length'],
});
