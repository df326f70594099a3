import { Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { idParam } from '@troupe/contracts/http/common';
import {
  type AdminPayout,
  type AdminPayoutsPage,
  type AdminPayoutsQuery,
  adminPayoutsQuery,
  type RejectPayoutRequest,
  rejectPayoutRequest,
} from '@troupe/contracts/http/payout';
import { type Actor, CurrentActor } from '../../../platform/auth/actor.ts';
import { AdminGuard } from '../../../platform/auth/admin.guard.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../../platform/validation/validate.ts';
import { ReviewPayoutsService } from './review-payouts.service.ts';

@Controller('admin/payouts')
@UseGuards(AdminGuard)
export class AdminPayoutsController {
  constructor(private readonly reviewing: ReviewPayoutsService) {}

  @Get()
  async list(@ValidQuery(adminPayoutsQuery) query: AdminPayoutsQuery): Promise<AdminPayoutsPage> {
    return this.reviewing.list(query);
  }

  @Post(':id/approve')
  @HttpCode(200)
  async approve(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<AdminPayout> {
    return this.reviewing.approve(actor.userId, param.id);
  }

  @Post(':id/reject')
  @HttpCode(200)
  async reject(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(rejectPayoutRequest) body: RejectPayoutRequest,
  ): Promise<AdminPayout> {
    return this.reviewing.reject(actor.userId, param.id, body.reason);
  }
}
