import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.ts';
import { ModerationModule } from '../moderation/index.ts';
import { PersonaModule } from '../persona/index.ts';
import { CreatorRepository } from './creator.repository.ts';
import { PictureController } from './picture.controller.ts';
import { ProfileController } from './profile.controller.ts';
import { StudioController } from './studio.controller.ts';
import { UploadPictureService } from './upload-picture.service.ts';
import { VersionsController } from './versions.controller.ts';
import { WriteProfileService } from './write-profile.service.ts';

@Module({
  imports: [AuthModule, ModerationModule, PersonaModule],
  controllers: [ProfileController, StudioController, VersionsController, PictureController],
  providers: [CreatorRepository, WriteProfileService, UploadPictureService],
})
export class CreatorModule {}
