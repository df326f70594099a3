import type { Transaction, TransactionKind } from '@troupe/contracts/http/coin';
import type { LucideIcon } from 'lucide-react';
import {
  ArrowLeftRight,
  Banknote,
  Gift,
  HandCoins,
  MessageCircle,
  Scale,
  ShoppingBag,
  Sparkles,
  Undo2,
} from 'lucide-react';
import type { MouseEvent } from 'react';
import { When } from '@/components/ui/when';
import { cn } from '@/lib/cn';
import { formatCoins } from '@/lib/format';
import { lit } from '@/lib/hue';
import { refundReason, transactionTitle } from '../words';
import type { ReceiptTarget } from './receipt-target';
import { receiptHref, receiptTarget } from './receipt-target';

const ICONS: Record<TransactionKind, LucideIcon> = {
  message: MessageCircle,
  refund: Undo2,
  purchase: ShoppingBag,
  welcome_bonus: Sparkles,
  bonus: Sparkles,
  gift: Gift,
  tip: HandCoins,
  swap: ArrowLeftRight,
  payout: Banknote,
  correction: Scale,
  clawback: Undo2,
  clawback_return: ShoppingBag,
};

interface HistoryEntryProps {
  entry: Transaction;
  onReceipt: (target: ReceiptTarget) => void;
}

/** One movement: what for, how much, and what was left. A link to its receipt; a plain press opens the stub in place. */
export function HistoryEntry({ entry, onReceipt }: HistoryEntryProps) {
  const target = receiptTarget(entry);
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onReceipt(target);
  };
  return (
    <li className="history-entry" style={lit(entry.subject?.hueDegrees ?? 75)}>
      <a href={receiptHref(target)} onClick={open} className="history-row history-link">
        <Row entry={entry} />
      </a>
    </li>
  );
}

function Row({ entry }: { entry: Transaction }) {
  const { kind, amountMicrocoins, balanceAfterMicrocoins, createdAt, subject, note } = entry;
  const Icon = ICONS[kind];
  return (
    <>
      <span aria-hidden="true" className={cn('history-icon', subject?.hueDegrees != null && 'history-icon-lit')}>
        <Icon size={20} strokeWidth={1.7} />
      </span>
      <span className="grid min-w-0 flex-1">
        <span className="truncate font-medium">{transactionTitle(entry)}</span>
        <span className="truncate text-sm text-muted">
          <When iso={createdAt} form="clock" />
          {kind === 'refund' ? ` · ${refundReason(subject?.reason ?? null)}` : null}
          {note === null ? null : ` · “${note}”`}
        </span>
      </span>
      <span className="grid shrink-0 justify-items-end">
        <span className={cn('font-mono font-semibold tabular-nums', amountMicrocoins > 0 && 'text-success-ink')}>
          {amountMicrocoins > 0 ? '+' : ''}
          {formatCoins(amountMicrocoins)}
          <span className="sr-only"> coins</span>
        </span>
        {balanceAfterMicrocoins === null ? null : (
          <span className="font-mono text-xs text-muted tabular-nums">
            <span className="font-sans">left </span>
            {formatCoins(balanceAfterMicrocoins)}
          </span>
        )}
      </span>
    </>
  );
}
