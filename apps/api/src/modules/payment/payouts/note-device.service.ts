import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { SIGNED_IN, type SignedIn } from '../../auth/index.ts';
import { PayoutProviders } from '../providers/payout-providers.ts';
import { RiskSignals } from './risk-signals.service.ts';

/** Notes which browsers people sign in with, so that a creator who pays themselves is found. */
@Injectable()
export class NoteDeviceService {
  constructor(
    private readonly providers: PayoutProviders,
    private readonly signals: RiskSignals,
  ) {}

  /** Nothing where the sandbox alone pays: no money moves there, and whoever tries it out is everybody in one browser. */
  @OnEvent(SIGNED_IN)
  async note({ userId, deviceId }: SignedIn): Promise<void> {
    if (this.providers.moveMoney) await this.signals.note(userId, 'device', deviceId);
  }
}
