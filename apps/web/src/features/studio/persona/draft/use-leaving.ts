'use client';

import { useEffect } from 'react';
import { guardHistory } from '@/lib/guard-history';
import type { PersonaDraft } from './persona-draft';

const LEAVING = 'What you changed isn’t saved yet. Leave without it?';

/** Whoever leaves takes nothing unsaved along: it is saved then, or they are asked, be it by a link, Back, a reload or a closed tab. */
export function useLeaving(draft: PersonaDraft, autosave: boolean): void {
  useEffect(() => {
    const isDirty = () => draft.unsaved().length > 0;
    const onHide = () => {
      if (autosave && document.visibilityState === 'hidden' && isDirty()) void draft.flush();
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isDirty()) event.preventDefault();
    };
    const mayLeave = () => autosave || !isDirty() || window.confirm(LEAVING);
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
      if (link === null || event.ctrlKey || event.metaKey || !leadsAway(link) || mayLeave()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const unguard = guardHistory(mayLeave);
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      unguard();
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
      if (autosave && isDirty()) void draft.flush();
      else draft.close();
    };
  }, [draft, autosave]);
}

/** To another page in this tab: parts of this page and other tabs take nothing away. */
const leadsAway = ({ target, origin, pathname }: HTMLAnchorElement): boolean =>
  target !== '_blank' && (origin !== location.origin || pathname !== location.pathname);
