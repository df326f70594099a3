'use client';

import type { Reaction } from '@troupe/contracts/http/chat';
import { reaction as reactions } from '@troupe/contracts/http/conversation';
import { Copy, FastForward, Flag, PencilLine, RefreshCw, Ticket, Trash2, Volume2, VolumeX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { cn } from '@/lib/cn';
import { priceWords } from '@/lib/format';
import { toast } from '@/lib/toast';
import { spokenText } from '../prose/prose';
import type { Line } from '../transcript/lines';
import type { MenuItem } from './action-menu';
import { ActionMenu } from './action-menu';
import { useChatActions, useChatState } from './chat-actions';
import { canGoOn, canRetake, takePriceMicrocoins } from './prices';
import { canSpeak, speak } from './speak';
import { stopSpeaking, useSpeakingId } from './speech';

interface MessageMenuProps {
  line: Line;
  name: string;
  anchor: HTMLElement;
  onClose: () => void;
  onDelete: (line: Line) => void;
  onReport: (messageId: string) => void;
}

/** Everything that can be done with one message. What costs says what it costs. */
export function MessageMenu({ line, name, anchor, onClose, onDelete, onReport }: MessageMenuProps) {
  const { react } = useChatActions();
  const items = useItems(line, { onDelete, onReport }).map((item) => ({
    ...item,
    onSelect: () => {
      onClose();
      item.onSelect();
    },
  }));
  const who = line.kind === 'own' ? 'your message' : `this reply of ${name}`;
  return (
    <ActionMenu label={`What to do with ${who}: ${excerpt(line)}`} anchor={anchor} items={items} onClose={onClose}>
      {line.id === null ? null : (
        <ReactionBar
          current={line.reaction}
          onPick={(picked) => {
            onClose();
            react(line, picked);
          }}
        />
      )}
    </ActionMenu>
  );
}

function excerpt(line: Line): string {
  const text = spokenText(line.content);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const REACTION_NAMES: Record<Reaction, string> = {
  '❤️': 'Love it',
  '😂': 'Funny',
  '😮': 'Surprising',
  '😢': 'Sad',
  '🔥': 'Brilliant',
  '👍': 'Good',
};

function ReactionBar({ current, onPick }: { current: Reaction | null; onPick: (picked: Reaction | null) => void }) {
  return (
    <div className="reaction-bar">
      {reactions.options.map((mark) => (
        <button
          key={mark}
          type="button"
          aria-label={REACTION_NAMES[mark]}
          aria-pressed={current === mark}
          onClick={() => onPick(current === mark ? null : mark)}
          className={cn('reaction-choice', current === mark && 'reaction-chosen')}
        >
          <span aria-hidden="true">{mark}</span>
        </button>
      ))}
    </div>
  );
}

function useItems(line: Line, { onDelete, onReport }: Pick<MessageMenuProps, 'onDelete' | 'onReport'>): MenuItem[] {
  const { startEdit, regenerate, goOn } = useChatActions();
  const { priceMicrocoins, byTokens, voice, free } = useChatState();
  const router = useRouter();
  const speakingId = useSpeakingId();
  const { id } = line;
  const takePrice = line.kind === 'reply' ? takePriceMicrocoins(line, priceMicrocoins, byTokens) : priceMicrocoins;
  const items: (MenuItem | false)[] = [
    { key: 'copy', label: 'Copy', icon: Copy, onSelect: () => void copy(line.content) },
    line.kind === 'own' &&
      id !== null &&
      free && {
        key: 'edit',
        label: 'Edit',
        icon: PencilLine,
        note: priceWords(priceMicrocoins, byTokens),
        onSelect: () => startEdit(id),
      },
    line.kind === 'reply' &&
      free &&
      canRetake(line) && {
        key: 'take',
        label: 'Another take',
        icon: RefreshCw,
        note: priceWords(takePrice, byTokens),
        onSelect: () => regenerate(line, takePrice),
      },
    line.kind === 'reply' &&
      free &&
      canGoOn(line) && {
        key: 'go-on',
        label: 'Let it go on',
        icon: FastForward,
        note: priceWords(priceMicrocoins, byTokens),
        onSelect: () => goOn(line),
      },
    id !== null &&
      canSpeak() &&
      (speakingId === id
        ? { key: 'hush', label: 'Stop reading', icon: VolumeX, onSelect: stopSpeaking }
        : {
            key: 'speak',
            label: 'Read aloud',
            icon: Volume2,
            onSelect: () => speak(id, line.content, line.kind === 'own' ? {} : voice),
          }),
    line.kind === 'reply' &&
      line.charge !== null && {
        key: 'receipt',
        label: 'Receipt',
        icon: Ticket,
        onSelect: () => router.push(`/wallet/receipt/${line.id}`),
      },
    line.kind === 'reply' && { key: 'report', label: 'Report', icon: Flag, onSelect: () => onReport(line.id) },
    // A greeting stays: the conversation hangs below it.
    id !== null &&
      free &&
      (line.kind === 'own' || line.parentId !== null) && {
        key: 'delete',
        label: 'Delete',
        icon: Trash2,
        danger: true,
        onSelect: () => onDelete(line),
      },
  ];
  return items.filter((item) => item !== false);
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast({ title: 'Copied', tone: 'success' });
  } catch (error) {
    // Not allowed, or a page without https.
    reportError(error);
    toast({ title: 'Your browser didn’t let us copy', hint: 'Mark the text and copy it by hand.', tone: 'danger' });
  }
}
