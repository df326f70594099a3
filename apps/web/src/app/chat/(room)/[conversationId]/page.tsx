import type { Metadata } from 'next';
import { cache } from 'react';
import { ConversationStage } from '@/features/chat/conversation/conversation-stage';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';

interface ChatPageProps {
  params: Promise<{ conversationId: string }>;
}

const loadConversation = cache(async (id: string) => {
  await requireServerSession();
  const { chat } = await serverApi();
  const [conversation, firstPage] = await orNotFound(Promise.all([chat.conversation(id), chat.messages(id)]));
  return { conversation, firstPage };
});

export async function generateMetadata({ params }: ChatPageProps): Promise<Metadata> {
  const { conversation } = await loadConversation((await params).conversationId);
  return { title: conversation.persona.name };
}

export default async function ChatPage({ params }: ChatPageProps) {
  const { conversation, firstPage } = await loadConversation((await params).conversationId);
  return <ConversationStage key={conversation.id} conversation={conversation} firstPage={firstPage} />;
}
