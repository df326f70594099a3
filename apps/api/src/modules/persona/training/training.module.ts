import { Module } from '@nestjs/common';
import { ModerationModule } from '../../moderation/index.ts';
import { BrowseFilesService } from './browse-files.service.ts';
import { IndexKeys } from './index-keys.ts';
import { JudgePassagesService } from './judge-passages.service.ts';
import { PurgeFilesService } from './purge-files.service.ts';
import { ReadFilesService } from './read-files.service.ts';
import { ReadingRepository } from './reading.repository.ts';
import { RecallService } from './recall.service.ts';
import { CandidatesRepository } from './search/candidates.repository.ts';
import { TrainingController } from './training.controller.ts';
import { TrainingFacade } from './training.facade.ts';
import { TrainingRepository } from './training.repository.ts';
import { TrainingVault } from './training-vault.ts';
import { UploadFileService } from './upload-file.service.ts';

/** A part of the persona module with tables of its own; others reach it through persona's index. */
@Module({
  imports: [ModerationModule],
  controllers: [TrainingController],
  providers: [
    TrainingVault,
    TrainingRepository,
    ReadingRepository,
    CandidatesRepository,
    IndexKeys,
    JudgePassagesService,
    UploadFileService,
    ReadFilesService,
    BrowseFilesService,
    PurgeFilesService,
    RecallService,
    TrainingFacade,
  ],
  exports: [TrainingFacade],
})
export class TrainingModule {}
