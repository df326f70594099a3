import type { User } from '@troupe/contracts/http/auth';
import type { PersonaPage } from '@troupe/contracts/http/persona';
import { MessageCircle } from 'lucide-react';
import Link from 'next/link';
import { LiveLine } from '@/components/ui/live-line';
import { SharedPortrait } from '@/components/ui/portrait';
import { discoverHref } from '@/features/discover/discover-query';
import { formatCount } from '@/lib/format';
import { lit } from '@/lib/hue';
import { fillNames } from '@/lib/narration';
import { PriceTerms } from './price-terms';
import { StartChat } from './start-chat';

const PORTRAIT_SIZES = '(width < 48rem) 100vw, 500px';

/** The persona in their own light, with everything one decides by. */
export function PersonaStage({ persona, fan }: { persona: PersonaPage; fan: User | null }) {
  return (
    <section aria-labelledby="persona-name" className="persona-stage after-dark" style={lit(persona.hueDegrees)}>
      <div className="persona-light" aria-hidden="true" />
      <div className="persona-portrait">
        <SharedPortrait persona={persona} sizes={PORTRAIT_SIZES} priority alt={`Portrait of ${persona.name}`} />
      </div>
      <div className="persona-bill">
        <h1 id="persona-name" className="text-3xl">
          {persona.name}
        </h1>
        <p className="max-w-[34ch] text-lg text-ink">{persona.hook}</p>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          <span>
            Written by <span className="font-medium text-ink">{persona.creator.name}</span>
          </span>
          <span className="inline-flex items-center gap-1.5">
            <MessageCircle size={15} strokeWidth={1.8} aria-hidden="true" />
            {formatCount(persona.chatCount)} {persona.chatCount === 1 ? 'chat' : 'chats'}
          </span>
        </p>
        <ul aria-label="Tags" className="flex flex-wrap gap-2">
          {persona.tags.map((tag) => (
            <li key={tag}>
              <Link href={discoverHref({ q: '', tag, sort: 'trending' })} className="persona-tag">
                {tag}
              </Link>
            </li>
          ))}
        </ul>
        <blockquote className="bubble max-w-[36rem] whitespace-pre-line">
          <LiveLine text={fillNames(persona.greeting, { fan: fan?.name ?? null, persona: persona.name })} />
        </blockquote>
        <div className="persona-start">
          <PriceTerms priceMicrocoins={persona.priceMicrocoins} />
          <StartChat
            personaId={persona.id}
            slug={persona.slug}
            signedIn={fan !== null}
            size="lg"
            className="max-md:flex-1"
          >
            Start chat
          </StartChat>
        </div>
      </div>
    </section>
  );
}
