import type { OwnPersona } from '@troupe/contracts/http/creator-persona';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { StageCard } from '../stage-card';

/** The end of the wizard: from here on fans meet what is saved, and it is saved by hand. */
export function OnStage({ persona }: { persona: OwnPersona }) {
  const { id, slug, content } = persona;
  return (
    <div className="step-frame">
      <div className="auth-light" aria-hidden="true" />
      <div className="on-stage">
        <StageCard persona={persona} content={content} />
        <section aria-labelledby="on-stage" className="grid content-center gap-5">
          <h1 id="on-stage" className="text-2xl">
            {content.name} is on stage
          </h1>
          <p className="text-lg text-muted">
            Fans can find them now. What you change from here on they meet as soon as you save it.
          </p>
          <div className="flex flex-wrap gap-3">
            <Link href={`/p/${slug}`} className={buttonClass({ size: 'lg' })}>
              See their page
            </Link>
            <Link href={`/studio/personas/${id}`} className={buttonClass({ variant: 'quiet', size: 'lg' })}>
              Edit them
            </Link>
            <Link href="/studio/personas" className={buttonClass({ variant: 'ghost', size: 'lg' })}>
              Your personas
            </Link>
          </div>
        </section>
      </div>
    </div>
  );
}
