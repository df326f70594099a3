import type { PersonaCard as PersonaCardData } from '@troupe/contracts/http/persona';
import { MessageCircle, Star } from 'lucide-react';
import Link from 'next/link';
import { Portrait, SharedPortrait } from '@/components/ui/portrait';
import { formatCount } from '@/lib/format';
import { lit } from '@/lib/hue';
import { CalledOnStage } from './called-on-stage';
import { HidePersona } from './hide-persona';
import { PriceTicket } from './price-ticket';

/** Two columns on a phone, as many as fit elsewhere; the card says how wide its picture is going to be. */
const SIZES = '(width < 48rem) calc(50vw - 22px), (width < 80rem) (width < 90rem) 23vw, 310px';

interface PersonaCardProps {
  persona: PersonaCardData;
  priority?: boolean;
  canHide?: boolean;
  /** Also elsewhere on this page, where its picture is the one that travels to the next page. */
  again?: boolean;
}

export function PersonaCard({ persona, priority = false, canHide = false, again = false }: PersonaCardProps) {
  const Picture = again ? Portrait : SharedPortrait;
  return (
    <article className="persona-card group" style={lit(persona.hueDegrees)}>
      <div className="persona-card-frame">
        <Picture persona={persona} sizes={SIZES} priority={priority} />
        <PriceTicket microcoins={persona.priceMicrocoins} className="absolute right-0 bottom-3" />
      </div>
      <h3 className="mt-3 text-lg leading-6">
        <Link href={`/p/${persona.slug}`} prefetch={false} className="persona-card-link">
          <bdi>{persona.name}</bdi>
          <CalledOnStage />
        </Link>
      </h3>
      <p className="mt-1 line-clamp-3 text-sm text-muted md:line-clamp-2">{persona.hook}</p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-muted">
        <span className="inline-flex items-center gap-1.5">
          <MessageCircle size={14} strokeWidth={1.8} aria-hidden="true" />
          {formatCount(persona.chatCount)} {persona.chatCount === 1 ? 'chat' : 'chats'}
        </span>
        {persona.rating.mean === null ? null : (
          <span className="inline-flex items-center gap-1.5">
            <Star size={14} strokeWidth={1.8} className="fill-current" aria-hidden="true" />
            {persona.rating.mean.toFixed(1)}
            <span className="sr-only"> of 5 stars</span>
          </span>
        )}
        {persona.mature ? <span className="rounded-tight border border-line px-1">18+</span> : null}
      </p>
      {canHide ? <HidePersona personaId={persona.id} name={persona.name} /> : null}
    </article>
  );
}

/** What stands where a card is going to be. */
export function PersonaCardSkeleton() {
  return (
    <div aria-hidden="true">
      <div className="aspect-4/5 animate-shimmer rounded-card bg-[length:200%_100%] bg-linear-100 from-raised from-40% via-line via-50% to-raised to-60%" />
      <div className="mt-3 h-6 w-3/5 rounded-tight bg-raised" />
      <div className="mt-1 h-5 w-full rounded-tight bg-raised" />
      <div className="mt-1.5 h-4 w-2/5 rounded-tight bg-raised" />
    </div>
  );
}
