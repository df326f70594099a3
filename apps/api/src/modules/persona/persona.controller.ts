import { Controller, Get } from '@nestjs/common';
import {
  type GalleryPage,
  type GalleryQuery,
  galleryQuery,
  type PersonaPage,
  slugParam,
  type TagList,
} from '@troupe/contracts/http/persona';
import { Public } from '../../platform/auth/access.guard.ts';
import { ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { BrowsePersonasService } from './browse-personas.service.ts';

@Public()
@Controller('personas')
export class PersonaController {
  constructor(private readonly browse: BrowsePersonasService) {}

  @Get()
  async gallery(@ValidQuery(galleryQuery) query: GalleryQuery): Promise<GalleryPage> {
    return this.browse.gallery(query);
  }

  @Get('tags')
  async tags(): Promise<TagList> {
    return this.browse.tags();
  }

  @Get(':slug')
  async page(@ValidParam(slugParam) param: { slug: string }): Promise<PersonaPage> {
    return this.browse.page(param.slug);
  }
}
