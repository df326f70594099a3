import { Controller, Get } from '@nestjs/common';
import type { LedgerHealth } from '@troupe/contracts/http/ledger-health';
import { type Actor, CurrentActor, requireRole } from '../../platform/auth/actor.ts';
import { VerifyLedgerService } from './verify-ledger.service.ts';

@Controller('admin/ledger')
export class LedgerHealthController {
  constructor(private readonly verification: VerifyLedgerService) {}

  @Get('health')
  async health(@CurrentActor() actor: Actor): Promise<LedgerHealth> {
    requireRole(actor, 'admin');
    return this.verification.health();
  }
}
