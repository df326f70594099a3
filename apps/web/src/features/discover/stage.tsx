import { charNameOf } from '@troupe/contracts/char-name';
import type { User } from '@troupe/contracts/http/auth';
import type { PersonaPage } from '@troupe/contracts/http/persona';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Amount } from '@/components/ui/amount';
import { LiveLine } from '@/components/ui/live-line';
import { SharedPortrait } from '@/components/ui/portrait';
import { StartChat } from '@/features/persona/start-chat';
import { lit } from '@/lib/hue';
import { fillNames, openingLine } from '@/lib/narration';

const STAGE_SIZES = '(width < 48rem) 100vw, 520px';

/** The featured persona under a light of their own, already talking. A visitor reads the promise above them. */
export function Stage({ persona, fan }: { persona: PersonaPage; fan: User | null }) {
  const signedIn = fan !== null;
  const greeting = fillNames(persona.greeting, { fan: fan?.name ?? null, persona: charNameOf(persona) });
  return (
    <section aria-label="On stage tonight" className="stage after-dark" style={lit(persona.hueDegrees)}>
      <div className="stage-light" aria-hidden="true" />
      <div className="stage-performer">
        <SharedPortrait persona={persona} sizes={STAGE_SIZES} priority alt={`Portrait of ${persona.name}`} />
      </div>
      <div className="stage-lines">
        {signedIn ? <TonightHeading persona={persona} /> : <PromiseHeading />}
        <figure className="stage-speech">
          {signedIn ? null : (
            <figcaption className="text-sm text-muted">
              <PersonaLink persona={persona} /> is on stage
            </figcaption>
          )}
          <blockquote className="bubble whitespace-pre-line">
            <LiveLine text={openingLine(greeting)} />
          </blockquote>
        </figure>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <StartChat personaId={persona.id} slug={persona.slug} signedIn={signedIn} size="lg">
            Answer
          </StartChat>
          <StageTerms persona={persona} signedIn={signedIn} />
        </div>
      </div>
    </section>
  );
}

function PromiseHeading() {
  return <h1 className="max-w-[18ch] text-3xl text-ink">Lights down. Somebody’s waiting to talk to you.</h1>;
}

function TonightHeading({ persona }: { persona: PersonaPage }) {
  return (
    <div>
      <h1 className="text-3xl text-ink">
        <span className="sr-only">Discover. On stage tonight: </span>
        <PersonaLink persona={persona} />
      </h1>
      <p className="mt-3 max-w-[36ch] text-lg text-pretty text-muted">{persona.hook}</p>
    </div>
  );
}

function PersonaLink({ persona }: { persona: PersonaPage }) {
  return (
    <Link
      href={`/p/${persona.slug}`}
      prefetch={false}
      className="font-semibold text-ink decoration-2 underline-offset-4 hover:underline"
    >
      {persona.name}
    </Link>
  );
}

function StageTerms({ persona, signedIn }: { persona: PersonaPage; signedIn: boolean }): ReactNode {
  if (signedIn) {
    return (
      <p className="flex items-center gap-1.5 text-sm text-muted">
        <Amount microcoins={persona.priceMicrocoins} word className="text-ink" /> a message
      </p>
    );
  }
  return (
    <p className="max-w-[30ch] text-sm text-muted">
      Your first <span className="font-medium text-ink">30 coins</span> are on the house.
    </p>
  );
}
