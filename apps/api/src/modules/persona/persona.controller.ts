import { Controller, Get } from '@nestjs/common';
import {
  type GalleryPage,
  type GalleryQuery,
  galleryQuery,
  type PersonaPage,
  slugParam,
  type TagList,
} from '@troupe/contracts/http/persona';
import { OpenToAll } from '../../platform/auth/access.guard.ts';
import { type Actor, MaybeActor } from '../../platform/auth/actor.ts';
import { ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { BrowsePersonasService } from './browse-personas.service.ts';

@OpenToAll()
@Controller('personas')
export class PersonaController {
  constructor(private readonly browse: BrowsePersonasService) {}

  @Get()
  async gallery(
    @MaybeActor() actor: Actor | undefined,
    @ValidQuery(galleryQuery) query: GalleryQuery,
  ): Promise<GalleryPage> {
    return this.browse.gallery(query, actor);
  }

  @Get('tags')
  async tags(@MaybeActor() actor: Actor | undefined): Promise<TagList> {
    return this.browse.tags(actor);
  }

  @Get(':slug')
  async page(
    @MaybeActor() actor: Actor | undefined,
    @ValidParam(slugParam) param: { slug: string },
  ): Promise<PersonaPage> {
    return this.browse.page(param.slug, actor);
  }
}
