import { Controller, Get, Put } from '@nestjs/common';
import {
  type DiscoveryWishes,
  discoveryWishes,
  type PersonaCards,
  type Suggestions,
} from '@troupe/contracts/http/discovery';
import { type FoundPage, type GalleryQuery, galleryQuery, type TagList } from '@troupe/contracts/http/persona';
import { OpenToAll } from '../../../platform/auth/access.guard.ts';
import { type Actor, CurrentActor, MaybeActor } from '../../../platform/auth/actor.ts';
import { RateLimits } from '../../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidQuery } from '../../../platform/validation/validate.ts';
import { KeepWishesService } from './keep-wishes.service.ts';
import { ListGalleryService } from './list-gallery.service.ts';
import { SuggestPersonasService } from './suggest-personas.service.ts';

/** Ways to a persona that one doesn't know yet. */
@Controller('personas')
export class DiscoveryController {
  constructor(
    private readonly gallery: ListGalleryService,
    private readonly suggesting: SuggestPersonasService,
    private readonly wishes: KeepWishesService,
    private readonly rates: RateLimits,
  ) {}

  @OpenToAll()
  @Get()
  async page(
    @MaybeActor() actor: Actor | undefined,
    @ValidQuery(galleryQuery) query: GalleryQuery,
  ): Promise<FoundPage> {
    return this.gallery.page(query, actor);
  }

  @OpenToAll()
  @Get('tags')
  async tags(@MaybeActor() actor: Actor | undefined): Promise<TagList> {
    return this.gallery.tags(actor);
  }

  @OpenToAll()
  @Get('featured')
  async featured(@MaybeActor() actor: Actor | undefined): Promise<PersonaCards> {
    return this.suggesting.featured(actor);
  }

  @Get('suggestions')
  async suggestions(@CurrentActor() actor: Actor): Promise<Suggestions> {
    return this.suggesting.suggest(actor);
  }

  @Get('wishes')
  async readWishes(@CurrentActor() actor: Actor): Promise<DiscoveryWishes> {
    return this.wishes.read(actor);
  }

  @Put('wishes')
  async saveWishes(
    @CurrentActor() actor: Actor,
    @ValidBody(discoveryWishes) body: DiscoveryWishes,
  ): Promise<DiscoveryWishes> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.wishes.save(actor, body);
  }
}
