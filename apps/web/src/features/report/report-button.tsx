'use client';

import type { ReportRequest } from '@troupe/contracts/http/moderation';
import { Flag } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { buttonClass } from '@/components/ui/button';

/** It comes over the line when somebody wants it. */
const ReportSheet = lazy(() => import('./report-sheet').then((module) => ({ default: module.ReportSheet })));

interface ReportButtonProps {
  id: string;
  /** What it reports. */
  kind: 'post' | 'persona';
  /** Beside the flag; without it the flag stands alone. */
  label?: string;
}

const WORDS = {
  post: {
    title: 'Report this post',
    description: 'People who look after the house see it as it is now. Whoever wrote it isn’t told who reported it.',
  },
  persona: {
    title: 'Report this persona',
    description: 'People who look after the house look at it. Whoever writes them isn’t told who reported it.',
  },
} as const;

/** The way to tell the house that something is wrong. */
export function ReportButton({ id, kind, label }: ReportButtonProps) {
  const [open, setOpen] = useState(false);
  const words = WORDS[kind];
  const send = async (request: ReportRequest) => {
    const { browserApi } = await import('@/lib/api/browser');
    return kind === 'post' ? browserApi.community.reportPost(id, request) : browserApi.personas.report(id, request);
  };
  const look =
    label === undefined
      ? buttonClass({ variant: 'ghost', size: 'icon', className: 'text-muted' })
      : buttonClass({ variant: 'ghost', className: '-ml-4 justify-self-start px-4 text-muted' });
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={label === undefined ? words.title : undefined}
        className={look}
        onClick={() => setOpen(true)}
      >
        <Flag size={18} strokeWidth={1.8} aria-hidden="true" />
        {label}
      </button>
      <Suspense fallback={null}>
        {open ? <ReportSheet {...words} send={send} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}
