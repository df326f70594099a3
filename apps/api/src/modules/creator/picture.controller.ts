import { Readable } from 'node:stream';
import { Controller, Post, Req } from '@nestjs/common';
import { type Picture, type PictureUploadQuery, pictureUploadQuery } from '@troupe/contracts/http/creator';
import type { FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidQuery } from '../../platform/validation/validate.ts';
import { UploadPictureService } from './upload-picture.service.ts';

@Controller('creator/images')
export class PictureController {
  constructor(
    private readonly uploading: UploadPictureService,
    private readonly rates: RateLimits,
  ) {}

  @Post()
  async upload(
    @CurrentActor() actor: Actor,
    @ValidQuery(pictureUploadQuery) query: PictureUploadQuery,
    @Req() request: FastifyRequest,
  ): Promise<Picture> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    const body = request.body instanceof Readable ? request.body : undefined;
    return this.uploading.upload(actor.userId, query, body, request.headers['content-length']);
  }
}
