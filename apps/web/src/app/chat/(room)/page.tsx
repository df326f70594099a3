import type { Metadata } from 'next';
import { ChatLobby } from '@/features/chat/list/chat-lobby';

export const metadata: Metadata = { title: 'Chats' };

export default function ChatsPage() {
  return <ChatLobby />;
}
