'use client';

import { useLinkStatus } from 'next/link';

/** Inside a card's link: the light stays on the card from the tap until its page is there. */
export function CalledOnStage() {
  const { pending } = useLinkStatus();
  return pending ? <span data-called="" /> : null;
}
