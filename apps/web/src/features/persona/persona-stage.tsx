import { charNameOf } from '@troupe/contracts/char-name';
import type { User } from '@troupe/contracts/http/auth';
import type { Audience } from '@troupe/contracts/http/community';
import type { PersonaPage } from '@troupe/contracts/http/persona';
import Link from 'next/link';
import { LiveLine } from '@/components/ui/live-line';
import { SharedPortrait } from '@/components/ui/portrait';
import { tagPath } from '@/features/discover/discover-query';
import { ProfileLine } from '@/features/follow/profile-line';
import { lit } from '@/lib/hue';
import { fillNames } from '@/lib/narration';
import { OwnTerms, PriceTerms } from './price-terms';
import { StartChat } from './start-chat';

const PORTRAIT_SIZES = '(width < 48rem) 100vw, 500px';

interface PersonaStageProps {
  persona: PersonaPage;
  fan: User | null;
  /** Null when it can't be told right now: the rest of the page works without. */
  audience: Audience | null;
}

/** The persona in their own light, with everything one decides by. */
export function PersonaStage({ persona, fan, audience }: PersonaStageProps) {
  const isOwn = fan?.id === persona.creator.userId;
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
        <p className="-mt-2 text-sm text-muted">
          by{' '}
          <Link href={`/@${persona.creator.handle}`} className="persona-maker">
            {persona.creator.name}
          </Link>
        </p>
        <p className="max-w-[34ch] text-lg text-ink">{persona.hook}</p>
        <ProfileLine
          persona={{ id: persona.id, name: persona.name, chatCount: persona.chatCount }}
          audience={audience}
          viewer={isOwn ? 'maker' : fan === null ? 'visitor' : 'fan'}
        />
        <ul aria-label="Tags" className="flex flex-wrap gap-2">
          {persona.tags.map((tag) => (
            <li key={tag}>
              <Link href={tagPath(tag)} className="persona-tag">
                {tag}
              </Link>
            </li>
          ))}
        </ul>
        <blockquote className="bubble max-w-[36rem] whitespace-pre-line">
          <LiveLine text={fillNames(persona.greeting, { fan: fan?.name ?? null, persona: charNameOf(persona) })} />
        </blockquote>
        <div className="persona-start">
          {isOwn ? <OwnTerms personaId={persona.id} /> : <PriceTerms priceMicrocoins={persona.priceMicrocoins} />}
          <StartChat
            personaId={persona.id}
            slug={persona.slug}
            signedIn={fan !== null}
            size="lg"
            className="max-md:flex-1"
          >
            {isOwn ? 'Preview' : 'Start chat'}
          </StartChat>
        </div>
      </div>
    </section>
  );
}
