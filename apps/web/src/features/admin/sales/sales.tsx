'use client';

import type { AdminPack, PackRequest, Promotion, PromotionRequest } from '@troupe/contracts/http/admin-payments';
import { packRequest, promotionRequest } from '@troupe/contracts/http/admin-payments';
import { useState } from 'react';
import { StatusChip } from '@/components/ui/status-chip';
import { browserApi } from '@/lib/api/browser';
import { formatCoins, formatFiat } from '@/lib/format';
import { exactTime } from '@/lib/time';
import { useAct } from '../use-act';
import type { SaleField, SaleProblems } from './sale-draft';
import { SaleForm } from './sale-form';
import { NEW_PACK, newPromotion, PACK_FIELDS, PROMOTION_FIELDS, promotionProblems } from './sale-kinds';
import { SaleRow } from './sale-row';

/** What is sold, and what adds bonus to it. */
export function Packs({ packs }: { packs: readonly AdminPack[] }) {
  return (
    <SaleList<PackRequest>
      title="Packs"
      add="Add a pack"
      rows={packs.map(({ id, ...kept }) => ({
        id,
        kept,
        name: kept.name,
        active: kept.active,
        words: `${formatCoins(kept.coinsMicrocoins)} coins${plus(kept.bonusMicrocoins)} · ${formatFiat({ currency: 'USD', amountMinor: kept.usdMinor })} · ${formatFiat({ currency: 'INR', amountMinor: kept.inrMinor })}`,
      }))}
      fresh={() => NEW_PACK}
      fields={PACK_FIELDS}
      schema={packRequest}
      save={(id, body) => (id === null ? browserApi.admin.addPack(body) : browserApi.admin.changePack(id, body))}
    />
  );
}

export function Promotions({ promotions }: { promotions: readonly Promotion[] }) {
  return (
    <SaleList<PromotionRequest>
      title="Promotions"
      add="Add a promotion"
      rows={promotions.map(({ id, uses, ...kept }) => ({
        id,
        kept,
        name: kept.code === null ? kept.name : `${kept.name} (${kept.code})`,
        active: kept.active,
        words: `${bonusWords(kept)} · ${kept.firstPurchase ? 'first purchases · ' : ''}used ${uses}${kept.usesMax === null ? '' : ` of ${kept.usesMax}`} times · from ${exactTime(kept.startsAt)}${kept.endsAt === null ? '' : ` until ${exactTime(kept.endsAt)}`}`,
      }))}
      fresh={() => newPromotion(Date.now())}
      fields={PROMOTION_FIELDS}
      schema={promotionRequest}
      judge={promotionProblems}
      save={(id, body) =>
        id === null ? browserApi.admin.addPromotion(body) : browserApi.admin.changePromotion(id, body)
      }
    />
  );
}

const plus = (bonusMicrocoins: number): string =>
  bonusMicrocoins === 0 ? '' : ` + ${formatCoins(bonusMicrocoins)} bonus`;
const bonusWords = ({ bonusPercent, bonusMicrocoins }: PromotionRequest): string =>
  [
    bonusPercent === 0 ? null : `${bonusPercent}% more`,
    bonusMicrocoins === 0 ? null : `${formatCoins(bonusMicrocoins)} coins more`,
  ]
    .filter((part) => part !== null)
    .join(' and ');

interface SaleListProps<Request> {
  title: string;
  add: string;
  rows: readonly { id: string; kept: Request; name: string; active: boolean; words: string }[];
  fresh: () => Request;
  fields: readonly SaleField<Request>[];
  schema: Parameters<typeof SaleForm<Request>>[0]['schema'];
  judge?: (request: Request) => SaleProblems;
  save: (id: string | null, request: Request) => Promise<unknown>;
}

const NEW = 'new';

function SaleList<Request>({ title, add, rows, fresh, fields, schema, judge, save }: SaleListProps<Request>) {
  const { busy, act } = useAct();
  const [open, setOpen] = useState<string | null>(null);
  const form = (id: string | null, kept: Request) => (
    <SaleForm
      {...{ fields, schema, kept }}
      {...(judge !== undefined && { judge })}
      busy={busy !== null}
      onBack={() => setOpen(null)}
      onSave={async (request) => {
        if (await act('save', 'Saved', () => save(id, request))) setOpen(null);
      }}
    />
  );
  return (
    <section aria-label={title} className="grid gap-2">
      <h2 className="text-lg">{title}</h2>
      <ul>
        {rows.map(({ id, kept, name, active, words }) => (
          <SaleRow
            key={id}
            name={name}
            words={words}
            chip={active ? null : <StatusChip label="Off" tone="plain" />}
            onOpen={() => setOpen(id)}
          >
            {open === id ? form(id, kept) : null}
          </SaleRow>
        ))}
        <SaleRow name={add} onOpen={() => setOpen(NEW)}>
          {open === NEW ? form(null, fresh()) : null}
        </SaleRow>
      </ul>
    </section>
  );
}
