import { Injectable } from '@nestjs/common';
import type { Balance } from '@troupe/contracts/http/coin';
import type { AppError } from '../../platform/errors/app-error.ts';
import { Failpoints } from '../../platform/failpoints/failpoints.service.ts';
import { Realtime } from '../../platform/realtime/realtime.service.ts';
import { CoinFacade, toBalance } from '../coin/index.ts';
import * as errors from './chat.errors.ts';
import { messageIdOf, type Sent } from './domain/sent.ts';
import { type Draft, DraftExchangeService, type History } from './draft-exchange.service.ts';
import { EarlierExchangeService } from './earlier-exchange.service.ts';
import type { PaidExchange, SentRow } from './send.repository.ts';
import { SendQueue } from './send-queue.ts';
import { StartGenerationService } from './start-generation.service.ts';

/** Pays for a message: one statement charges and writes, or does neither. */
@Injectable()
export class ChargeMessageService {
  constructor(
    private readonly earlier: EarlierExchangeService,
    private readonly drafts: DraftExchangeService,
    private readonly queue: SendQueue,
    private readonly coin: CoinFacade,
    private readonly generation: StartGenerationService,
    private readonly realtime: Realtime,
    private readonly failpoints: Failpoints,
  ) {}

  /** `refusal` is why this message may not be sent now, if anything; a message that was paid for before is answered all the same. */
  async send(draft: Draft, refusal: AppError | undefined): Promise<Sent> {
    const paid = toPaidExchange(draft);
    if (refusal !== undefined) return this.earlier.answer(paid, refusal);
    if (this.failpoints.armed) await this.failpoints.reach('send.before-statement');
    const [{ row, isFirst }, history] = await Promise.all([this.queue.send(paid), this.drafts.readHistory(draft)]);
    if (this.failpoints.armed) await this.failpoints.reach('send.after-statement');
    if (row.outcome !== 'charged') {
      return this.earlier.answerRefused(paid, row.outcome, ({ number }, parentId) =>
        this.resume(draft, paid, number, parentId, history),
      );
    }
    if (!isFirst) return this.earlier.answer(paid, errors.keyReused());
    const sent = this.tell(draft, paid, row.parent, toCharged(row));
    await this.begin(draft, paid, row.parent, history);
    if (this.failpoints.armed) await this.failpoints.reach('send.before-answer');
    return sent;
  }

  private async begin(draft: Draft, paid: PaidExchange, parentId: string | null, read: History): Promise<void> {
    const history = await this.drafts.historyOf(draft, read, parentId);
    this.generation.start({ draft, history, parentId, chargedMicrocoins: paid.priceMicrocoins, isHeld: false });
  }

  private tell(draft: Draft, paid: PaidExchange, parentId: string | null, { balance, isLow, shares }: Charged): Sent {
    this.realtime.toUser(paid.fanId, 'balance', balance);
    if (isLow) this.realtime.toUser(paid.fanId, 'lowBalance', { balanceMicrocoins: balance.balanceMicrocoins });
    this.realtime.toUser(paid.creatorId, 'earning', {
      personaId: draft.persona.brief.id,
      kind: 'message',
      payableMicrocoins: Number(shares.payable),
      promotionalMicrocoins: Number(shares.promotional),
      createdAt: new Date().toISOString(),
    });
    return {
      ok: true,
      messageId: messageIdOf(paid, parentId),
      replyId: paid.replyId,
      chargedMicrocoins: Number(paid.priceMicrocoins),
      heldMicrocoins: 0,
      balanceMicrocoins: balance.balanceMicrocoins,
    };
  }

  /** The statement was carried out, only its answer was lost and the second attempt found the first: nobody else will begin this reply. */
  private async resume(
    draft: Draft,
    paid: PaidExchange,
    journal: bigint,
    parentId: string | null,
    history: History,
  ): Promise<Sent> {
    await this.begin(draft, paid, parentId, history);
    const [balance, shares] = await Promise.all([this.coin.balance(paid.fanId), this.coin.creatorShares(journal)]);
    return this.tell(draft, paid, parentId, { balance, isLow: false, shares });
  }
}

/** What a charge did, as those whom it touches are told. */
interface Charged {
  balance: Balance;
  isLow: boolean;
  shares: { payable: bigint; promotional: bigint };
}

function toPaidExchange({ exchange, persona }: Draft): PaidExchange {
  return { ...exchange, creatorId: persona.creatorId, priceMicrocoins: persona.priceMicrocoins };
}

function toCharged(row: SentRow): Charged {
  const { coins, bonus, coins_held, bonus_held } = row;
  if (coins === null || bonus === null || coins_held === null || bonus_held === null) {
    throw new Error('a charge answered without a balance');
  }
  return {
    balance: toBalance({ coins, bonus, coins_held, bonus_held }),
    isLow: row.low,
    shares: { payable: row.coins_creator ?? 0n, promotional: row.bonus_creator ?? 0n },
  };
}
