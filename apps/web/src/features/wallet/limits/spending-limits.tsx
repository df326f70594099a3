'use client';

import type { SpendingLimits as Limits } from '@troupe/contracts/http/coin-movements';
import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { coinWord, formatCoins } from '@/lib/format';
import { toast } from '@/lib/toast';
import type { LimitDraft, LimitField } from './limit-draft';
import { LIMIT_FIELDS, readLimits } from './limit-draft';

const LABELS: Record<LimitField, string> = {
  dailyMicrocoins: 'Coins a day',
  messageMicrocoins: 'Coins a message',
  lowBalanceMicrocoins: 'Tell me below',
};

/** Limits on oneself: no message or tip gets past them, and only their owner can change them. */
export function SpendingLimits({ initial }: { initial: Limits }) {
  const form = useRef<HTMLFormElement>(null);
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(() => toDraft(initial));
  const [problems, setProblems] = useState<Partial<Record<LimitField, string>>>({});
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const read = readLimits(draft);
    if ('problems' in read) {
      setProblems(read.problems);
      const first = LIMIT_FIELDS.find((field) => read.problems[field] !== undefined);
      form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
      return;
    }
    setProblems({});
    setBusy(true);
    try {
      const limits = await browserApi.coin.setLimits(read.limits);
      setSaved(limits);
      setDraft(toDraft(limits));
      toast({ title: 'Your limits are set', tone: 'success' });
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="spending-limits" className="card">
      <h2 id="spending-limits" className="text-xl">
        Your limits
      </h2>
      <p className="text-muted">
        Nothing is charged beyond them. <SpentToday limits={saved} />
      </p>
      <form ref={form} onSubmit={save} noValidate className="grid gap-4">
        <div className="grid items-start gap-4 sm:grid-cols-3">
          {LIMIT_FIELDS.map((field) => (
            <Field
              key={field}
              label={LABELS[field]}
              name={field}
              inputMode="decimal"
              autoComplete="off"
              placeholder="none"
              maxLength={16}
              value={draft[field]}
              onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
              error={problems[field]}
            />
          ))}
        </div>
        <Button type="submit" variant="quiet" busy={busy} className="justify-self-start">
          Save limits
        </Button>
      </form>
      <p className="text-sm text-muted">Days begin at midnight UTC. An empty field sets no limit.</p>
    </section>
  );
}

function SpentToday({ limits: { spentTodayMicrocoins, dailyMicrocoins } }: { limits: Limits }) {
  const spent = `${formatCoins(spentTodayMicrocoins)} ${coinWord(spentTodayMicrocoins)}`;
  if (dailyMicrocoins === null) return <>You have spent {spent} today.</>;
  return (
    <>
      You have spent {spent} of {formatCoins(dailyMicrocoins)} today.
    </>
  );
}

function toDraft(limits: Limits): LimitDraft {
  const text = (microcoins: number | null) => (microcoins === null ? '' : formatCoins(microcoins).replaceAll(',', ''));
  return {
    dailyMicrocoins: text(limits.dailyMicrocoins),
    messageMicrocoins: text(limits.messageMicrocoins),
    lowBalanceMicrocoins: text(limits.lowBalanceMicrocoins),
  };
}
