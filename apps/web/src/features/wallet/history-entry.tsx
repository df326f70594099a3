import type { Transaction, TransactionKind } from '@troupe/contracts/http/coin';
import type { LucideIcon } from 'lucide-react';
import { Gift, MessageCircle, Scale, ShoppingBag, Ticket, Undo2 } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { When } from '@/components/ui/when';
import { cn } from '@/lib/cn';
import { formatCoins } from '@/lib/format';
import { lit } from '@/lib/hue';
import { refundReason, transactionTitle } from './words';

const ICONS: Record<TransactionKind, LucideIcon> = {
  message: MessageCircle,
  refund: Undo2,
  purchase: ShoppingBag,
  welcome_bonus: Gift,
  bonus: Gift,
  correction: Scale,
};

interface HistoryEntryProps {
  entry: Transaction;
  onReceipt: (messageId: string) => void;
}

/** One movement: what for, how much, and what was left. One that has a receipt opens it. */
export function HistoryEntry({ entry, onReceipt }: HistoryEntryProps) {
  const messageId = entry.subject?.messageId ?? null;
  return (
    <li className="history-entry" style={lit(entry.subject?.hueDegrees ?? 75)}>
      {messageId === null ? (
        <div className="history-row">
          <Row entry={entry} />
        </div>
      ) : (
        <ReceiptLink messageId={messageId} onReceipt={onReceipt}>
          <Row entry={entry} />
        </ReceiptLink>
      )}
    </li>
  );
}

/** A link, so that it can be opened in a tab of its own; a plain press opens the stub in place. */
function ReceiptLink({
  messageId,
  onReceipt,
  children,
}: {
  messageId: string;
  onReceipt: (messageId: string) => void;
  children: ReactNode;
}) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onReceipt(messageId);
  };
  return (
    <a href={`/wallet/receipt/${messageId}`} onClick={open} className="history-row history-link">
      {children}
    </a>
  );
}

function Row({ entry }: { entry: Transaction }) {
  const { kind, amountMicrocoins, balanceAfterMicrocoins, createdAt, subject } = entry;
  const Icon = ICONS[kind];
  const hasReceipt = subject?.messageId != null;
  return (
    <>
      <span aria-hidden="true" className={cn('history-icon', subject?.hueDegrees != null && 'history-icon-lit')}>
        <Icon size={20} strokeWidth={1.7} />
      </span>
      <span className="grid min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{transactionTitle(entry)}</span>
          {hasReceipt ? (
            <Ticket size={15} strokeWidth={1.7} aria-label="has a receipt" className="shrink-0 text-muted" />
          ) : null}
        </span>
        <span className="truncate text-sm text-muted">
          <When iso={createdAt} form="clock" />
          {kind === 'refund' ? ` · ${refundReason(subject?.reason ?? null)}` : null}
        </span>
      </span>
      <span className="grid shrink-0 justify-items-end">
        <span className={cn('font-mono font-semibold tabular-nums', amountMicrocoins > 0 && 'text-success-ink')}>
          {amountMicrocoins > 0 ? '+' : ''}
          {formatCoins(amountMicrocoins)}
          <span className="sr-only"> coins</span>
        </span>
        <span className="font-mono text-xs text-muted tabular-nums">
          <span className="font-sans">left </span>
          {formatCoins(balanceAfterMicrocoins)}
        </span>
      </span>
    </>
  );
}
