import { Controller, Get, HttpCode, Post, Put, UseGuards } from '@nestjs/common';
import {
  type AdminPackAnswer,
  type AdminPackList,
  type PackRequest,
  type PromotionAnswer,
  type PromotionList,
  type PromotionRequest,
  packRequest,
  promotionRequest,
} from '@troupe/contracts/http/admin-payments';
import { idParam } from '@troupe/contracts/http/common';
import { type Actor, CurrentActor } from '../../../platform/auth/actor.ts';
import { AdminGuard } from '../../../platform/auth/admin.guard.ts';
import { ValidBody, ValidParam } from '../../../platform/validation/validate.ts';
import { EditPacksService } from './edit-packs.service.ts';
import { EditPromotionsService } from './edit-promotions.service.ts';

@Controller('admin')
@UseGuards(AdminGuard)
export class AdminSalesController {
  constructor(
    private readonly packs: EditPacksService,
    private readonly promotions: EditPromotionsService,
  ) {}

  @Get('packs')
  async listPacks(): Promise<AdminPackList> {
    return this.packs.list();
  }

  @Post('packs')
  @HttpCode(201)
  async addPack(@CurrentActor() actor: Actor, @ValidBody(packRequest) body: PackRequest): Promise<AdminPackAnswer> {
    return { pack: await this.packs.save(actor.userId, undefined, body) };
  }

  @Put('packs/:id')
  async changePack(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(packRequest) body: PackRequest,
  ): Promise<AdminPackAnswer> {
    return { pack: await this.packs.save(actor.userId, param.id, body) };
  }

  @Get('promotions')
  async listPromotions(): Promise<PromotionList> {
    return this.promotions.list();
  }

  @Post('promotions')
  @HttpCode(201)
  async addPromotion(
    @CurrentActor() actor: Actor,
    @ValidBody(promotionRequest) body: PromotionRequest,
  ): Promise<PromotionAnswer> {
    return { promotion: await this.promotions.save(actor.userId, undefined, body) };
  }

  @Put('promotions/:id')
  async changePromotion(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(promotionRequest) body: PromotionRequest,
  ): Promise<PromotionAnswer> {
    return { promotion: await this.promotions.save(actor.userId, param.id, body) };
  }
}
