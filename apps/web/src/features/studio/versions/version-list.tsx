'use client';

import type { OwnPersona, PersonaVersionBrief, PersonaVersionsPage } from '@troupe/contracts/http/creator-persona';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ShowMore } from '@/components/ui/show-more';
import { When } from '@/components/ui/when';
import { ConfirmSheet } from '@/features/wallet/confirm-sheet';
import { browserApi } from '@/lib/api/browser';
import { toast } from '@/lib/toast';
import { useOlder } from '@/lib/use-older';
import { studioErrorLine } from '../studio-words';
import { VersionChanges } from './version-changes';

const CAUSES: Readonly<Record<PersonaVersionBrief['cause'], string>> = {
  published: 'Published',
  saved: 'Saved',
  restored: 'Brought back',
  found: 'As it was before versions were kept',
};

interface VersionListProps {
  persona: OwnPersona;
  page: PersonaVersionsPage;
}

/** What fans have met, the newest first; each says what it changed and can be brought back. */
export function VersionList({ persona, page }: VersionListProps) {
  const router = useRouter();
  const { items, more } = useOlder(page, (cursor) => browserApi.creator.versions(persona.id, { cursor }));
  const [chosen, setChosen] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const restore = async () => {
    if (chosen === null) return;
    setBusy(true);
    setProblem(null);
    try {
      await browserApi.creator.restore(persona.id, chosen, { revision: persona.revision });
      setChosen(null);
      toast({ title: `Version ${chosen} is back`, tone: 'success' });
      router.refresh();
    } catch (error) {
      setProblem(studioErrorLine(error));
    } finally {
      setBusy(false);
    }
  };
  if (items.length === 0) {
    return (
      <p className="rounded-card border border-dashed border-line-strong p-6 text-muted">
        None yet. Publishing makes the first one, and each change of what fans meet another.
      </p>
    );
  }
  return (
    <section aria-label="Versions" className="grid max-w-180 gap-4">
      <ol className="grid">
        {items.map((version, index) => (
          <li key={version.number} className="grid gap-3 border-t border-line py-5 first:border-0 first:pt-0">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
              <div className="grid gap-0.5">
                <h2 className="text-lg">Version {version.number}</h2>
                <p className="text-sm text-muted">
                  {CAUSES[version.cause]} <When iso={version.createdAt} />
                  {version.note === '' ? null : ` · ${version.note}`}
                </p>
              </div>
              {index === 0 ? null : (
                <Button variant="quiet" onClick={() => setChosen(version.number)}>
                  Bring it back<span className="sr-only">: version {version.number}</span>
                </Button>
              )}
            </div>
            <VersionChanges personaId={persona.id} number={version.number} />
          </li>
        ))}
      </ol>
      <ShowMore more={more} />
      <ConfirmSheet
        open={chosen !== null}
        title={`Bring version ${chosen ?? ''} back?`}
        action="Bring it back"
        busy={busy}
        problem={problem}
        onConfirm={restore}
        onClose={() => setChosen(null)}
      >
        <p>
          {persona.status === 'published' ? 'Fans meet it at once. ' : null}What is there now stays in this list as a
          version of its own.
        </p>
      </ConfirmSheet>
    </section>
  );
}
