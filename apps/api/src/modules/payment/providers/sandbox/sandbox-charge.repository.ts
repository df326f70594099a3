import { Injectable } from '@nestjs/common';
import { type SandboxFacts, sandboxFacts } from '@troupe/contracts/http/payment';
import type { Database } from '@troupe/database';
import { InjectDatabase } from '../../../../platform/database/database.module.ts';

export interface SandboxCharge {
  ref: string;
  paymentId: string;
  facts: SandboxFacts;
}

/** The books of the pretend provider. Ours know nothing of them. */
@Injectable()
export class SandboxChargeRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async open(ref: string, paymentId: string): Promise<void> {
    const data = [{ ref, paymentId, facts: {} }];
    await this.database.prisma.sandboxCharge.createMany({ data, skipDuplicates: true });
  }

  async find(ref: string): Promise<SandboxCharge | null> {
    const row = await this.database.prisma.sandboxCharge.findUnique({ where: { ref } });
    return row === null ? null : { ref: row.ref, paymentId: row.paymentId, facts: sandboxFacts.parse(row.facts) };
  }

  async save(ref: string, facts: SandboxFacts): Promise<void> {
    await this.database.prisma.sandboxCharge.update({ where: { ref }, data: { facts }, select: { ref: true } });
  }
}
