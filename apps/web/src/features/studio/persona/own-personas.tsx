'use client';

import type { OwnPersonaBrief, OwnPersonasPage } from '@troupe/contracts/http/creator-persona';
import { listedMicrocoins } from '@troupe/contracts/pricing';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { ShowMore } from '@/components/ui/show-more';
import { StatusChip } from '@/components/ui/status-chip';
import { browserApi } from '@/lib/api/browser';
import { formatCount, formatPrice } from '@/lib/format';
import { useOlder } from '@/lib/use-older';
import { Portrayal } from './portrayal';
import { STATUS_WORDS } from './status-words';

/** The creator's cast, the newest first. */
export function OwnPersonas({ page }: { page: OwnPersonasPage }) {
  const { items, more } = useOlder(page, (cursor) => browserApi.creator.personas({ cursor }));
  if (items.length === 0) {
    return (
      <section className="grid justify-items-start gap-4 rounded-card border border-dashed border-line-strong p-8">
        <h2 className="text-xl">Nobody here yet</h2>
        <p className="text-muted">A name is enough to begin. Nobody sees them until you publish them.</p>
        <Link href="/studio/personas/new" className={buttonClass({ size: 'lg' })}>
          Create your first persona
        </Link>
      </section>
    );
  }
  return (
    <div className="grid gap-4">
      <ul>
        {items.map((persona) => (
          <Row key={persona.id} persona={persona} />
        ))}
      </ul>
      <ShowMore more={more} />
    </div>
  );
}

function Row({ persona }: { persona: OwnPersonaBrief }) {
  const { id, name, hook, hueDegrees, portrait, status, price, chatCount } = persona;
  const isDraft = status === 'draft';
  return (
    <li className="own-row">
      <Portrayal
        name={name}
        hueDegrees={hueDegrees}
        portrait={portrait}
        className="w-16 shrink-0 rounded-tight text-lg"
      />
      <div className="grid min-w-0 flex-1 gap-1">
        <h2 className="text-lg wrap-anywhere">
          <Link href={`/studio/personas/${id}${isDraft ? '/setup' : ''}`} prefetch={false} className="own-row-link">
            {name}
          </Link>
        </h2>
        <p className="line-clamp-2 text-sm text-muted wrap-anywhere">
          {hook === '' ? 'No line about them yet.' : hook}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <StatusChip {...STATUS_WORDS[status]} />
          <span>{formatPrice(listedMicrocoins(price), price.kind === 'tokens')} a message</span>
          <span>
            {formatCount(chatCount)} {chatCount === 1 ? 'chat' : 'chats'}
          </span>
        </p>
      </div>
      <span aria-hidden="true" className="hidden text-sm font-medium text-amber-ink sm:block">
        {isDraft ? 'Carry on' : 'Edit'}
      </span>
    </li>
  );
}
