import type { ReactNode } from 'react';
import { ConversationList } from '@/features/chat/list/conversation-list';
import { ConversationListProvider } from '@/features/chat/list/conversation-list-provider';
import { serverApi } from '@/lib/api/server';
import { cn } from '@/lib/cn';
import { LiveSocketProvider } from '@/lib/live-socket';
import { requireServerSession } from '@/lib/session/server';
import '@/features/chat/chat.css';
import '@/features/chat/actions/actions.css';

/** A first screen of rows and some to scroll; the rest comes on demand. */
const ROWS = 40;

export default async function ChatLayout({ children }: { children: ReactNode }) {
  await requireServerSession();
  const page = await (await serverApi()).chat.conversations({ limit: ROWS });
  return (
    <LiveSocketProvider tellLow={false}>
      <ConversationListProvider page={page}>
        <div className={cn('chat-house', page.items.length === 0 && 'chat-house-empty')}>
          <section aria-label="Your chats" className="chat-list">
            <div className="chat-list-head">
              <p className="font-display text-xl font-semibold">Chats</p>
            </div>
            <ConversationList />
          </section>
          {children}
        </div>
      </ConversationListProvider>
    </LiveSocketProvider>
  );
}
