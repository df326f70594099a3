'use client';

import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Portrait } from '@/components/ui/portrait';
import { lit } from '@/lib/hue';
import { useConversationList } from './conversation-list-provider';

/** Beside the list while nobody is on stage: whoever was there last, or the way to meet somebody. */
export function ChatLobby() {
  const { items } = useConversationList();
  const last = items[0];
  if (last === undefined) return <NobodyYet />;
  const { persona } = last;
  return (
    <>
      <h1 className="sr-only">Chats</h1>
      <section
        className="empty-stage chat-waiting place-content-center justify-items-center gap-5 p-8 text-center"
        style={lit(persona.hueDegrees)}
      >
        <div className="w-56 overflow-clip rounded-card shadow-lift">
          <Portrait persona={persona} sizes="224px" priority />
        </div>
        <p className="max-w-[20ch] font-display text-2xl font-semibold">{persona.name} is still in the wings</p>
        <Link href={`/chat/${last.id}`} className={buttonClass({ size: 'lg' })}>
          Pick up where you left off
        </Link>
      </section>
    </>
  );
}

function NobodyYet() {
  return (
    <section className="empty-stage grid min-h-[min(72dvh,640px)] place-content-center justify-items-center gap-4 p-8 text-center">
      <h1 className="max-w-[16ch] text-2xl">The stage is empty</h1>
      <p className="max-w-[36ch] text-muted">
        Nobody to talk to yet. Choose somebody from the cast; the first words are theirs, and free.
      </p>
      <Link href="/" className={buttonClass({ size: 'lg', className: 'mt-2' })}>
        Meet the cast
      </Link>
    </section>
  );
}
