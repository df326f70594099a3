'use client';

import { ECONOMY } from '@troupe/contracts/economy';
import type { GiftAllowance } from '@troupe/contracts/http/coin-movements';
import { LIMITS } from '@troupe/contracts/limits';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { browserApi } from '@/lib/api/browser';
import { coinWord, formatCoins } from '@/lib/format';
import { toast } from '@/lib/toast';
import { ConfirmSheet } from '../confirm-sheet';
import { refreshBalance } from '../refresh-balance';
import { useOnce } from '../use-once';
import type { Gift, SendDraft, SendProblems } from './send-draft';
import { explainRefusal, readDraft } from './send-draft';

const EMPTY: SendDraft = { toHandle: '', coins: '', note: '' };

interface SendCoinsProps {
  user: { id: string; handle: string };
  allowance: GiftAllowance;
}

/** Coins for somebody else: who, how many, a line if you like; then once more in full before they go. */
export function SendCoins({ user, allowance }: SendCoinsProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const once = useOnce();
  const [draft, setDraft] = useState(EMPTY);
  const [problems, setProblems] = useState<SendProblems>({});
  const [gift, setGift] = useState<Gift | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [busy, setBusy] = useState(false);

  const complain = (found: SendProblems) => {
    setProblems(found);
    if (faultyField(found) !== undefined) setConfirming(false);
  };
  useEffect(() => {
    const field = faultyField(problems);
    // Only once the sheet has let go: everything behind it is inert while it is open.
    if (!confirming && field !== undefined) form.current?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
  }, [confirming, problems]);
  const review = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft, user.handle);
    if ('problems' in read) return complain(read.problems);
    setProblems({});
    setGift(read.gift);
    setConfirming(true);
  };
  const send = async () => {
    if (gift === null) return;
    setBusy(true);
    setProblems({});
    try {
      await browserApi.coin.transfer(gift, { idempotencyKey: once.keyFor(JSON.stringify(gift)) });
      once.done();
      setConfirming(false);
      setDraft(EMPTY);
      toast({ title: `${wordsOf(gift)} on the way to @${gift.toHandle}`, tone: 'success' });
      refreshBalance(user.id);
      router.refresh();
    } catch (error) {
      complain(explainRefusal(error, gift));
    } finally {
      setBusy(false);
    }
  };
  const field = (name: keyof SendDraft) => ({
    name,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  return (
    <section aria-labelledby="send-coins" className="card">
      <h2 id="send-coins" className="text-xl">
        Send coins
      </h2>
      <Allowance allowance={allowance} />
      <form ref={form} onSubmit={review} noValidate className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
          <Field
            {...field('toHandle')}
            label="To"
            placeholder="@handle"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={31}
            error={problems.toHandle}
          />
          <Field
            {...field('coins')}
            label="Coins"
            inputMode="decimal"
            autoComplete="off"
            maxLength={16}
            error={problems.coins}
          />
        </div>
        <Field
          {...field('note')}
          label="A line with it, if you like"
          autoComplete="off"
          maxLength={LIMITS.noteCharsMax}
        />
        <Button type="submit" variant="quiet" className="justify-self-start">
          Look it over
        </Button>
      </form>
      <p className="text-sm text-muted">
        Others send to you at <strong className="font-semibold text-ink select-all">@{user.handle}</strong>
      </p>
      <ConfirmSheet
        open={confirming}
        title="Send these coins?"
        action={gift === null ? 'Send' : `Send ${wordsOf(gift)}`}
        busy={busy}
        problem={problems.other ?? null}
        onConfirm={send}
        onClose={() => setConfirming(false)}
      >
        {gift === null ? null : <Summary gift={gift} />}
      </ConfirmSheet>
    </section>
  );
}

const faultyField = (problems: SendProblems) =>
  (['toHandle', 'coins'] as const).find((name) => problems[name] !== undefined);

const wordsOf = ({ amountMicrocoins }: Gift) => `${formatCoins(amountMicrocoins)} ${coinWord(amountMicrocoins)}`;

function Allowance({ allowance: { mostMicrocoins, oldEnoughMicrocoins } }: { allowance: GiftAllowance }) {
  const most = (
    <strong className="font-semibold text-ink">
      {formatCoins(mostMicrocoins)} {coinWord(mostMicrocoins)}
    </strong>
  );
  const used = mostMicrocoins < oldEnoughMicrocoins;
  return (
    <p className="text-muted">
      You can send {most} now.{' '}
      {used
        ? `The most within ${ECONOMY.giftWindowHours} hours is ${formatCoins(ECONOMY.giftWindowMaxMicrocoins)}.`
        : `Only coins that you bought more than ${ECONOMY.payoutHoldingDays} days ago; bonus and gifts stay yours.`}
    </p>
  );
}

function Summary({ gift }: { gift: Gift }) {
  return (
    <>
      <dl className="confirm-rows">
        <div>
          <dt>To</dt>
          <dd className="font-semibold break-all">@{gift.toHandle}</dd>
        </div>
        <div>
          <dt>Amount</dt>
          <dd>
            <Amount microcoins={gift.amountMicrocoins} word />
          </dd>
        </div>
        {gift.note === undefined ? null : (
          <div>
            <dt>With it</dt>
            <dd className="break-words">“{gift.note}”</dd>
          </div>
        )}
      </dl>
      <p className="text-muted">All of it arrives, there is no fee. A gift can’t be taken back.</p>
    </>
  );
}
