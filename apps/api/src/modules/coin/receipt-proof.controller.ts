import { Controller, Get } from '@nestjs/common';
import { proofParam, type ReceiptProof } from '@troupe/contracts/http/coin';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { ValidParam } from '../../platform/validation/validate.ts';
import { ProveReceiptService } from './prove-receipt.service.ts';

@Controller('coin/receipt/journal')
export class ReceiptProofController {
  constructor(private readonly proofs: ProveReceiptService) {}

  @Get(':journalId/proof')
  async proof(
    @CurrentActor() actor: Actor,
    @ValidParam(proofParam) param: { journalId: string },
  ): Promise<ReceiptProof> {
    return this.proofs.prove(actor.userId, BigInt(param.journalId));
  }
}
