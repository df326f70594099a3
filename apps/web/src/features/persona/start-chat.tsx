'use client';

import { useRouter } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import { useState, useTransition } from 'react';
import type { ButtonSize } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/lib/cn';
import { describeError, errorCodeOf } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { startChatPath } from './start-chat-path';

export interface StartChatProps {
  personaId: string;
  slug: string;
  signedIn: boolean;
  /** A first line that the fan chose: it waits in the composer, unsent. */
  draft?: string;
  size?: ButtonSize;
  /** Replaces the look of a button, for a starter that is a bubble. */
  look?: string;
  className?: string;
  children: ReactNode;
}

/**
 * Opens a conversation. A link at heart: a visitor is led through sign-in and back, and it works before the script is
 * there. For a fan it opens the conversation in place, so that the portrait can travel along.
 */
export function StartChat({ personaId, slug, signedIn, draft, size, look, className, children }: StartChatProps) {
  const router = useRouter();
  const [opening, setOpening] = useState(false);
  const [navigating, startNavigation] = useTransition();
  const busy = opening || navigating;

  async function open(event: MouseEvent) {
    if (!signedIn || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (busy) return;
    setOpening(true);
    try {
      const { browserApi } = await import('@/lib/api/browser');
      const { id } = await browserApi.chat.createConversation(personaId);
      const query = draft === undefined ? '' : `?draft=${encodeURIComponent(draft)}`;
      startNavigation(() => router.push(`/chat/${id}${query}`));
    } catch (error) {
      // The session ended meanwhile: the link's own way leads through sign-in.
      if (errorCodeOf(error) === 'unauthenticated') location.assign(startChatPath(slug, draft));
      else toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setOpening(false);
    }
  }

  return (
    <a
      href={startChatPath(slug, draft)}
      onClick={open}
      aria-busy={busy || undefined}
      className={cn(look ?? buttonClass({ ...(size && { size }), className }), busy && 'opacity-60')}
    >
      {children}
    </a>
  );
}
