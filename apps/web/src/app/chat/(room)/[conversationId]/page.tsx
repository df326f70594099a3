import { ApiError } from '@troupe/api-client';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ConversationStage } from '@/features/chat/conversation/conversation-stage';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';

interface ChatPageProps {
  params: Promise<{ conversationId: string }>;
}

const loadConversation = cache(async (id: string) => {
  await requireServerSession();
  const { chat } = await serverApi();
  try {
    const [conversation, firstPage] = await Promise.all([chat.conversation(id), chat.messages(id)]);
    return { conversation, firstPage };
  } catch (error) {
    // Somebody else's conversation, a deleted one and a mistyped address are the same thing: not there.
    if (error instanceof ApiError && (error.status === 404 || error.code === 'validation_failed')) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: ChatPageProps): Promise<Metadata> {
  const { conversation } = await loadConversation((await params).conversationId);
  return { title: conversation.persona.name };
}

export default async function ChatPage({ params }: ChatPageProps) {
  const { conversation, firstPage } = await loadConversation((await params).conversationId);
  return <ConversationStage key={conversation.id} conversation={conversation} firstPage={firstPage} />;
}
