import { Module } from '@nestjs/common';
import { ModerationModule } from '../moderation/index.ts';
import { BlockRepository } from './block.repository.ts';
import { BlockPersonaService } from './block-persona.service.ts';
import { BrowsePersonasService } from './browse-personas.service.ts';
import { CardWorker } from './card-exchange/card-worker.service.ts';
import { CardsFacade } from './card-exchange/cards.facade.ts';
import { ExportCardService } from './card-exchange/export-card.service.ts';
import { ImportCardService } from './card-exchange/import-card.service.ts';
import { KeepCardService } from './card-exchange/keep-card.service.ts';
import { PreviewCardService } from './card-exchange/preview-card.service.ts';
import { ReadCardFileService } from './card-exchange/read-card-file.service.ts';
import { CardPackRepository } from './card-files/card-pack.repository.ts';
import { KeepFilesService } from './card-files/keep-files.service.ts';
import { PurgePacksService } from './card-files/purge-packs.service.ts';
import { CreatorPageRepository } from './creator-page.repository.ts';
import { DISCOVERY, DISCOVERY_CONTROLLERS } from './discovery/discovery.parts.ts';
import { PaidTalk } from './discovery/paid-talk.ts';
import { FanRepository } from './fans/fan.repository.ts';
import { FansFacade } from './fans/fans.facade.ts';
import { KnownPersonas } from './known-personas.service.ts';
import { CompareVersionsService } from './lore/compare-versions.service.ts';
import { EditLorebookService } from './lore/edit-lorebook.service.ts';
import { JudgeLorebookService } from './lore/judge-lorebook.service.ts';
import { KeptObjectRepository } from './lore/kept-object.repository.ts';
import { KnownLorebooks } from './lore/known-lorebooks.service.ts';
import { LorebookFacade } from './lore/lorebook.facade.ts';
import { ReadLorebookService } from './lore/read-lorebook.service.ts';
import { MeetPersonaService } from './meet-persona.service.ts';
import { PersonaController } from './persona.controller.ts';
import { PersonaFacade } from './persona.facade.ts';
import { PersonaRepository } from './persona.repository.ts';
import { PersonaCareController } from './persona-care.controller.ts';
import { ReportPersonaService } from './report-persona.service.ts';
import { BrowseVersionsService } from './studio/browse-versions.service.ts';
import { ChangePersonaService } from './studio/change-persona.service.ts';
import { CreatePersonaService } from './studio/create-persona.service.ts';
import { EditPersonaService } from './studio/edit-persona.service.ts';
import { JudgePersonaService } from './studio/judge-persona.service.ts';
import { KeepRoomService } from './studio/keep-room.service.ts';
import { KeepVersionsService } from './studio/keep-versions.service.ts';
import { KeptBytesRepository } from './studio/kept-bytes.repository.ts';
import { ListOwnService } from './studio/list-own.service.ts';
import { PublishPersonaService } from './studio/publish-persona.service.ts';
import { StudioFacade } from './studio/studio.facade.ts';
import { StudioRepository } from './studio/studio.repository.ts';
import { VersionRepository } from './studio/version.repository.ts';
import { TrainingModule } from './training/training.module.ts';

const STUDIO = [
  StudioRepository,
  VersionRepository,
  JudgePersonaService,
  KeepVersionsService,
  EditPersonaService,
  CreatePersonaService,
  KeptBytesRepository,
  KeepRoomService,
  PublishPersonaService,
  BrowseVersionsService,
  ListOwnService,
  StudioFacade,
  ChangePersonaService,
];

const LORE = [
  KeptObjectRepository,
  KnownLorebooks,
  JudgeLorebookService,
  CompareVersionsService,
  ReadLorebookService,
  EditLorebookService,
  LorebookFacade,
];

const CARDS = [
  CardWorker,
  CardPackRepository,
  KeepFilesService,
  PurgePacksService,
  KeepCardService,
  ReadCardFileService,
  ImportCardService,
  PreviewCardService,
  ExportCardService,
  CardsFacade,
];

@Module({
  imports: [ModerationModule, TrainingModule],
  // In this order: `/personas/blocked` is no slug.
  controllers: [PersonaCareController, ...DISCOVERY_CONTROLLERS, PersonaController],
  providers: [
    PersonaRepository,
    BlockRepository,
    BrowsePersonasService,
    BlockPersonaService,
    ReportPersonaService,
    KnownPersonas,
    PersonaFacade,
    CreatorPageRepository,
    MeetPersonaService,
    FanRepository,
    FansFacade,
    ...STUDIO,
    ...LORE,
    ...CARDS,
    ...DISCOVERY,
  ],
  exports: [PersonaFacade, StudioFacade, FansFacade, TrainingModule, LorebookFacade, CardsFacade, PaidTalk],
})
export class PersonaModule {}
