import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.ts';
import { ModerationModule } from '../moderation/index.ts';
import { NotificationModule } from '../notification/index.ts';
import { PersonaModule } from '../persona/index.ts';
import { AdminPostsController } from './admin-posts.controller.ts';
import { AnnouncePostService } from './announce-post.service.ts';
import { AnnounceRemovalService } from './announce-removal.service.ts';
import { BlockFanService } from './block-fan.service.ts';
import { BrowsePostsService } from './browse-posts.service.ts';
import { CommunityFacade } from './community.facade.ts';
import { FansController } from './fans.controller.ts';
import { FollowController } from './follow.controller.ts';
import { FollowRepository } from './follow.repository.ts';
import { FollowPersonaService } from './follow-persona.service.ts';
import { LikePostService } from './like-post.service.ts';
import { PostController } from './post.controller.ts';
import { PostRepository } from './post.repository.ts';
import { RemovalRepository } from './removal.repository.ts';
import { RemovePostService } from './remove-post.service.ts';
import { ReportPostService } from './report-post.service.ts';
import { WritePostService } from './write-post.service.ts';

@Module({
  imports: [AuthModule, ModerationModule, NotificationModule, PersonaModule],
  controllers: [PostController, FollowController, FansController, AdminPostsController],
  providers: [
    PostRepository,
    FollowRepository,
    WritePostService,
    BrowsePostsService,
    LikePostService,
    FollowPersonaService,
    BlockFanService,
    AnnouncePostService,
    RemovalRepository,
    ReportPostService,
    RemovePostService,
    AnnounceRemovalService,
    CommunityFacade,
  ],
  exports: [CommunityFacade],
})
export class CommunityModule {}
