import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.ts';
import { CommunityModule } from '../community/index.ts';
import { ModerationModule } from '../moderation/index.ts';
import { PersonaModule } from '../persona/index.ts';
import { CardsController } from './cards.controller.ts';
import { CreatorRepository } from './creator.repository.ts';
import { FaceController } from './face.controller.ts';
import { LorebookController } from './lorebook.controller.ts';
import { PictureController } from './picture.controller.ts';
import { ProfileController } from './profile.controller.ts';
import { ShowCreatorService } from './show-creator.service.ts';
import { StudioController } from './studio.controller.ts';
import { UploadPictureService } from './upload-picture.service.ts';
import { VersionsController } from './versions.controller.ts';
import { WriteProfileService } from './write-profile.service.ts';

@Module({
  imports: [AuthModule, CommunityModule, ModerationModule, PersonaModule],
  controllers: [
    ProfileController,
    StudioController,
    VersionsController,
    PictureController,
    FaceController,
    LorebookController,
    CardsController,
  ],
  providers: [CreatorRepository, WriteProfileService, UploadPictureService, ShowCreatorService],
})
export class CreatorModule {}
