import { Controller, Get } from '@nestjs/common';
import { pageQuery } from '@troupe/contracts/http/common';
import { type CreatorFace, handleParam } from '@troupe/contracts/http/community';
import type { GalleryPage } from '@troupe/contracts/http/persona';
import type { z } from 'zod';
import { OpenToAll } from '../../platform/auth/access.guard.ts';
import { type Actor, MaybeActor } from '../../platform/auth/actor.ts';
import { ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { ShowCreatorService } from './show-creator.service.ts';

@OpenToAll()
@Controller('profiles')
export class FaceController {
  constructor(private readonly showing: ShowCreatorService) {}

  @Get(':handle')
  async face(
    @MaybeActor() actor: Actor | undefined,
    @ValidParam(handleParam) param: { handle: string },
  ): Promise<CreatorFace> {
    return this.showing.face(param.handle, actor);
  }

  @Get(':handle/personas')
  async personas(
    @MaybeActor() actor: Actor | undefined,
    @ValidParam(handleParam) param: { handle: string },
    @ValidQuery(pageQuery) query: z.output<typeof pageQuery>,
  ): Promise<GalleryPage> {
    return this.showing.personas(param.handle, actor, query);
  }
}
