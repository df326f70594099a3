import { Readable } from 'node:stream';
import { Controller, Delete, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { idParam } from '@troupe/contracts/http/common';
import {
  type OpenTrainingFileRequest,
  openTrainingFileRequest,
  type TrainingFile,
  type TrainingFilesPage,
  type TrainingPassagesPage,
  trainingFilesQuery,
  trainingPartParam,
  trainingPassagesQuery,
} from '@troupe/contracts/http/training';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../platform/auth/actor.ts';
import { RateLimits } from '../../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../../platform/validation/validate.ts';
import { BrowseFilesService } from './browse-files.service.ts';
import { UploadFileService } from './upload-file.service.ts';

@Controller('creator/training-data')
export class TrainingController {
  constructor(
    private readonly uploading: UploadFileService,
    private readonly files: BrowseFilesService,
    private readonly rates: RateLimits,
  ) {}

  @Post()
  async open(
    @CurrentActor() actor: Actor,
    @ValidBody(openTrainingFileRequest) body: OpenTrainingFileRequest,
  ): Promise<TrainingFile> {
    await this.rates.takeOrThrow('studio-saves', actor.userId);
    return this.uploading.open(actor.userId, body);
  }

  @Put(':id/parts/:offsetBytes')
  async takePart(
    @CurrentActor() actor: Actor,
    @ValidParam(trainingPartParam) { id, offsetBytes }: z.output<typeof trainingPartParam>,
    @Req() request: FastifyRequest,
  ): Promise<TrainingFile> {
    await this.rates.takeOrThrow('upload-parts', actor.userId);
    const body = request.body instanceof Readable ? request.body : undefined;
    return this.uploading.takePart(actor.userId, id, offsetBytes, body, request.headers['content-length']);
  }

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @ValidQuery(trainingFilesQuery) query: z.output<typeof trainingFilesQuery>,
  ): Promise<TrainingFilesPage> {
    return this.files.list(actor.userId, query);
  }

  @Get(':id')
  async read(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<TrainingFile> {
    return this.files.read(actor.userId, param.id);
  }

  @Get(':id/passages')
  async passages(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidQuery(trainingPassagesQuery) query: z.output<typeof trainingPassagesQuery>,
  ): Promise<TrainingPassagesPage> {
    return this.files.passages(actor.userId, param.id, query.cursor);
  }

  @Delete(':id')
  @HttpCode(204)
  async delete(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<void> {
    await this.rates.takeOrThrow('studio-saves', actor.userId);
    await this.files.delete(actor.userId, param.id);
  }
}
