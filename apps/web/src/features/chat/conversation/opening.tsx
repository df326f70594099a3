'use client';

import type { PersonaBrief } from '@troupe/contracts/http/persona';
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Avatar } from '@/components/ui/portrait';

interface OpeningProps {
  persona: PersonaBrief;
  olderCursor: string | null;
  loading: boolean;
  onOlder: () => void;
  scroller: RefObject<HTMLElement | null>;
}

/** The top of the log: a way to what was said before, and at the very beginning, who this is. */
export function Opening({ persona, olderCursor, loading, onOlder, scroller }: OpeningProps) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (olderCursor === null || mark.current === null) return;
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && onOlder(), {
      root: scroller.current,
      rootMargin: '400px 0px 0px',
    });
    near.observe(mark.current);
    return () => near.disconnect();
  }, [olderCursor, onOlder, scroller]);

  if (olderCursor !== null) {
    return (
      <div ref={mark} className="grid justify-items-center pb-5">
        <Button variant="ghost" busy={loading} onClick={onOlder}>
          Show earlier messages
        </Button>
      </div>
    );
  }
  return (
    <div className="opening">
      <span className="opening-face">
        <Avatar persona={persona} sizePx={104} />
      </span>
      <p className="max-w-[34ch] font-display text-lg text-balance">{persona.hook}</p>
      <p className="max-w-[44ch] text-sm text-muted text-balance">
        {persona.name} is an AI character. Everything said on this stage is made up as you go, and only you can read it.
      </p>
    </div>
  );
}
