import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { idParam } from '@troupe/contracts/http/common';
import { type PostRemoval, type RemovePostRequest, removePostRequest } from '@troupe/contracts/http/community';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { AdminGuard } from '../../platform/auth/admin.guard.ts';
import { ValidBody, ValidParam } from '../../platform/validation/validate.ts';
import { RemovePostService } from './remove-post.service.ts';

@Controller('admin/posts')
@UseGuards(AdminGuard)
export class AdminPostsController {
  constructor(private readonly removing: RemovePostService) {}

  @Post(':id/remove')
  @HttpCode(200)
  async remove(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(removePostRequest) body: RemovePostRequest,
  ): Promise<PostRemoval> {
    return this.removing.remove(actor.userId, param.id, body.reason);
  }
}
