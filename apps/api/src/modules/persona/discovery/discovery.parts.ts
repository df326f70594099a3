import { AdminFeaturedController } from './admin-featured.controller.ts';
import { CardRepository } from './card.repository.ts';
import { DiscoveryController } from './discovery.controller.ts';
import { FeatureRepository } from './feature.repository.ts';
import { FeaturePersonasService } from './feature-personas.service.ts';
import { GalleryRepository } from './gallery.repository.ts';
import { KeepTrendsService } from './keep-trends.service.ts';
import { KeepWishesService } from './keep-wishes.service.ts';
import { ListGalleryService } from './list-gallery.service.ts';
import { PaidTalk } from './paid-talk.ts';
import { PresentCardsService } from './present-cards.service.ts';
import { RatePersonaService } from './rate-persona.service.ts';
import { RatingController } from './rating.controller.ts';
import { RatingRepository } from './rating.repository.ts';
import { SearchPersonasService } from './search-personas.service.ts';
import { SearchWordsRepository } from './search-words.repository.ts';
import { SuggestPersonasService } from './suggest-personas.service.ts';
import { TrendRepository } from './trend.repository.ts';
import { WishRepository } from './wish.repository.ts';

export const DISCOVERY = [
  GalleryRepository,
  CardRepository,
  SearchWordsRepository,
  RatingRepository,
  FeatureRepository,
  TrendRepository,
  WishRepository,
  PaidTalk,
  PresentCardsService,
  SearchPersonasService,
  ListGalleryService,
  SuggestPersonasService,
  RatePersonaService,
  FeaturePersonasService,
  KeepWishesService,
  KeepTrendsService,
];

export const DISCOVERY_CONTROLLERS = [DiscoveryController, RatingController, AdminFeaturedController];
