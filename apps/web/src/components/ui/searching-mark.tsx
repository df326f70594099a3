'use client';

import { useLinkStatus } from 'next/link';

/** Inside a link that changes a list: while the new list is on its way, the old one dims (see `.gallery`). */
export function SearchingMark() {
  const { pending } = useLinkStatus();
  return pending ? <span data-searching="" /> : null;
}
