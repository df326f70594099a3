'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmSheet } from '@/features/wallet/confirm-sheet';
import { browserApi } from '@/lib/api/browser';
import { toast } from '@/lib/toast';
import { ExportCard } from '../../import/export-card';
import { ImportOver } from '../../import/import-over';
import { describeStudioError, studioErrorLine } from '../../studio-words';
import type { DraftView, PersonaDraft } from '../draft/persona-draft';

type Act = 'unpublish' | 'delete';

const SHEETS = {
  unpublish: {
    title: 'Take them off stage?',
    action: 'Take off stage',
    text: 'Nobody finds them and nobody can write to them any more. What was said stays readable for the fans who said it, and you can publish them again at any time.',
  },
  delete: {
    title: 'Delete them?',
    action: 'Delete for good',
    text: 'They leave your studio and can’t be brought back. Fans keep the conversations they had: they can read them, but not go on.',
  },
} as const;

/** What is done with a persona as a whole. */
export function PersonaActions({ draft, view }: { draft: PersonaDraft; view: DraftView }) {
  const router = useRouter();
  const [asked, setAsked] = useState<Act | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, status } = view.persona;
  const { name } = view.content;
  const matter = `persona ${id}`;

  /** What is done with a persona is done with what is saved of it. */
  const isSaved = async () => {
    if (status === 'published' ? draft.unsaved().length === 0 : await draft.flush()) return true;
    toast({ matter, title: 'Save first', hint: 'What you changed isn’t saved yet.', tone: 'neutral' });
    return false;
  };
  const duplicate = async () => {
    if (!(await isSaved())) return;
    setBusy(true);
    try {
      const copy = await browserApi.creator.duplicate(id);
      toast({ title: `“${copy.content.name}” is a draft of its own`, tone: 'success' });
      router.push(`/studio/personas/${copy.id}`);
    } catch (error) {
      toast({ ...describeStudioError(error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      if (asked === 'unpublish') {
        draft.adopt(await browserApi.creator.unpublish(id));
        setAsked(null);
        toast({ matter, title: `${name} is off stage`, tone: 'success' });
        router.refresh();
      } else {
        await browserApi.creator.deletePersona(id);
        toast({ matter, title: `${name} is gone`, tone: 'success' });
        router.push('/studio/personas');
        router.refresh();
      }
    } catch (error) {
      setProblem(studioErrorLine(error));
    } finally {
      setBusy(false);
    }
  };
  const sheet = asked === null ? null : SHEETS[asked];
  return (
    <section aria-labelledby="whole" className="grid gap-4 border-t border-line pt-8">
      <h2 id="whole" className="text-xl">
        The persona as a whole
      </h2>
      <div className="flex flex-wrap gap-3">
        <Button variant="quiet" onClick={duplicate}>
          Make a copy
        </Button>
        <ImportOver draft={draft} isSaved={isSaved} />
        <ExportCard personaId={id} personaName={name} />
        {status === 'published' ? (
          <Button
            variant="quiet"
            onClick={async () => {
              if (await isSaved()) setAsked('unpublish');
            }}
          >
            Take off stage
          </Button>
        ) : null}
        <Button variant="ghost" onClick={() => setAsked('delete')} className="text-danger-ink">
          Delete
        </Button>
      </div>
      <ConfirmSheet
        open={sheet !== null}
        title={sheet?.title ?? ''}
        action={sheet?.action ?? ''}
        busy={busy}
        problem={problem}
        onConfirm={confirm}
        onClose={() => setAsked(null)}
      >
        <p>{sheet?.text}</p>
      </ConfirmSheet>
    </section>
  );
}
