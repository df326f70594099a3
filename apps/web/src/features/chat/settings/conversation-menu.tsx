'use client';

import type { Conversation, UpdateConversationRequest } from '@troupe/contracts/http/chat';
import { LIMITS } from '@troupe/contracts/limits';
import {
  Archive,
  ArchiveRestore,
  Keyboard,
  PencilLine,
  Pin,
  PinOff,
  ScrollText,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Sheet } from '@/components/ui/sheet';
import { chatApi } from '@/lib/api/chat';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import type { MenuItem } from '../actions/action-menu';
import { ActionMenu } from '../actions/action-menu';
import { DeleteSheet } from '../actions/delete-sheet';
import { useConversationList } from '../list/conversation-list-provider';

/** What of a conversation the menu changes. */
export type MenuConversation = Pick<Conversation, 'id' | 'persona' | 'title' | 'pinned' | 'archived'>;
type Change = Partial<Pick<MenuConversation, 'title' | 'pinned' | 'archived'>>;

interface ConversationMenuProps {
  item: MenuConversation;
  anchor: HTMLElement;
  onClose: () => void;
  onChange?: (change: Change) => void;
  /** It was deleted. */
  onGone?: () => void;
  onSettings?: () => void;
  /** Only where the persona is the reader's own. */
  onPrompt?: (() => void) | undefined;
  onHelp?: () => void;
}

/** Pin, rename, put away, delete: in the list and on the stage. */
export function ConversationMenu(props: ConversationMenuProps) {
  const { item, anchor, onClose, onChange, onGone, onSettings, onPrompt, onHelp } = props;
  const [step, setStep] = useState<'menu' | 'rename' | 'delete'>('menu');
  const { patch, forget } = useConversationList();
  const { persona } = item;

  const change = async (wanted: Change & UpdateConversationRequest): Promise<void> => {
    const { title, pinned, archived } = item;
    const tell = (now: Change) => {
      patch({ ...item, ...now });
      onChange?.(now);
    };
    tell(wanted);
    try {
      await chatApi.updateConversation(item.id, wanted);
    } catch (error) {
      tell({ title, pinned, archived });
      toast({ ...describeError(error), tone: 'danger' });
    }
  };
  const apply = (wanted: Change & UpdateConversationRequest) => () => {
    onClose();
    void change(wanted);
  };

  if (step === 'rename') {
    return (
      <RenameSheet
        item={item}
        onClose={onClose}
        onRename={(title) => {
          onClose();
          void change({ title });
        }}
      />
    );
  }
  if (step === 'delete') {
    return (
      <DeleteSheet
        title="Delete this chat?"
        action="Delete the chat"
        onClose={onClose}
        onDelete={async () => {
          await chatApi.deleteConversation(item.id);
          forget(item.id);
          onGone?.();
        }}
      >
        <p>Everything that you and {persona.name} said here goes, with every branch and the memory of it.</p>
        <p>It can’t be brought back. Receipts stay in your wallet. To keep it out of sight instead, put it away.</p>
      </DeleteSheet>
    );
  }
  const items: (MenuItem | false)[] = [
    onSettings !== undefined && {
      key: 'settings',
      label: 'Settings and memory',
      icon: SlidersHorizontal,
      onSelect: onSettings,
    },
    onPrompt !== undefined && {
      key: 'prompt',
      label: `What ${persona.name} is told`,
      icon: ScrollText,
      onSelect: onPrompt,
    },
    item.pinned
      ? { key: 'unpin', label: 'Unpin', icon: PinOff, onSelect: apply({ pinned: false }) }
      : { key: 'pin', label: 'Pin to the top', icon: Pin, onSelect: apply({ pinned: true }) },
    { key: 'rename', label: 'Rename', icon: PencilLine, onSelect: () => setStep('rename') },
    item.archived
      ? { key: 'back', label: 'Bring back', icon: ArchiveRestore, onSelect: apply({ archived: false }) }
      : { key: 'away', label: 'Put away', icon: Archive, onSelect: apply({ archived: true }) },
    onHelp !== undefined &&
      matchMedia('(any-hover: hover)').matches && {
        key: 'keys',
        label: 'Keys',
        icon: Keyboard,
        note: '?',
        onSelect: onHelp,
      },
    { key: 'delete', label: 'Delete', icon: Trash2, danger: true, onSelect: () => setStep('delete') },
  ];
  return (
    <ActionMenu
      label={`What to do with the chat with ${persona.name}`}
      anchor={anchor}
      items={items.filter((entry) => entry !== false)}
      onClose={onClose}
    />
  );
}

interface RenameSheetProps {
  item: MenuConversation;
  onClose: () => void;
  onRename: (title: string | null) => void;
}

function RenameSheet({ item, onClose, onRename }: RenameSheetProps) {
  const [title, setTitle] = useState(item.title ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRename(title.trim() === '' ? null : title.trim());
  };
  return (
    <Sheet open onClose={onClose} title="Rename this chat">
      <form onSubmit={submit} className="grid gap-5">
        <Field
          label="Name"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          maxLength={LIMITS.titleCharsMax}
          placeholder={item.persona.name}
          hint={`Only you see it. Leave it empty for “${item.persona.name}”.`}
          autoComplete="off"
          autoFocus
        />
        <Button type="submit">Save</Button>
      </form>
    </Sheet>
  );
}
