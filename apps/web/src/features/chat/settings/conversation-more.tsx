'use client';

import type { Conversation } from '@troupe/contracts/http/chat';
import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';

const ConversationMenu = lazy(() =>
  import('./conversation-menu').then((module) => ({ default: module.ConversationMenu })),
);
const PromptSheet = lazy(() => import('./prompt-sheet').then((module) => ({ default: module.PromptSheet })));
const SettingsSheet = lazy(() => import('./settings-sheet').then((module) => ({ default: module.SettingsSheet })));

interface ConversationMoreProps {
  conversation: Conversation;
  onChange: (conversation: Conversation) => void;
  onHelp: () => void;
}

/** In the header: what can be done with the conversation on stage. */
export function ConversationMore({ conversation, onChange, onHelp }: ConversationMoreProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'menu' | 'settings' | 'prompt' | null>(null);
  const router = useRouter();
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-label="More about this chat"
        onClick={() => setOpen('menu')}
        className={buttonClass({ variant: 'ghost', size: 'icon', className: 'md:ml-auto' })}
      >
        <Ellipsis size={22} aria-hidden="true" />
      </button>
      <Suspense fallback={null}>
        {button.current === null || open !== 'menu' ? null : (
          <ConversationMenu
            item={conversation}
            anchor={button.current}
            onClose={() => setOpen(null)}
            onChange={(change) => onChange({ ...conversation, ...change })}
            onGone={() => router.push('/chat')}
            onSettings={() => setOpen('settings')}
            onPrompt={conversation.preview ? () => setOpen('prompt') : undefined}
            onHelp={() => {
              setOpen(null);
              onHelp();
            }}
          />
        )}
        {open === 'settings' ? (
          <SettingsSheet conversation={conversation} onChange={onChange} onClose={() => setOpen(null)} />
        ) : null}
        {open === 'prompt' ? <PromptSheet conversation={conversation} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </>
  );
}
