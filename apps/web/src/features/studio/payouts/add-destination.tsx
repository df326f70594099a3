'use client';

import type { PayoutOffer } from '@troupe/contracts/http/payout';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import type { AccountDraft, AccountKind } from './destination-draft';
import { EMPTY_ACCOUNT, KINDS_OF, readAccount } from './destination-draft';

interface Way {
  key: string;
  label: string;
  provider: PayoutOffer['provider'];
  currency: PayoutOffer['currency'];
  kind: AccountKind;
}

const KIND_WORDS: Record<AccountKind, string> = {
  hosted: 'Stripe',
  upi: 'UPI',
  bank: 'Bank account in India',
  sandbox: 'Sandbox bank, no money moves',
};

const waysOf = (offers: readonly PayoutOffer[]): Way[] =>
  offers.flatMap(({ provider, currency }) =>
    KINDS_OF[provider].map((kind) => ({
      key: `${provider} ${currency} ${kind}`,
      label: `${KIND_WORDS[kind]}, ${currency}`,
      ...{ provider, currency, kind },
    })),
  );

/** A new place for the money: chosen, typed, or told to the provider on a page of its own. */
export function AddDestination({ offers, onDone }: { offers: readonly PayoutOffer[]; onDone: () => void }) {
  const router = useRouter();
  const ways = waysOf(offers);
  const [key, setKey] = useState(ways[0]?.key ?? '');
  const [draft, setDraft] = useState(EMPTY_ACCOUNT);
  const [problems, setProblems] = useState<Partial<Record<keyof AccountDraft, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const way = ways.find((choice) => choice.key === key);
  if (way === undefined) return null;
  const { provider, currency, kind } = way;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    const read = readAccount(kind, draft);
    if ('problems' in read) return setProblems(read.problems);
    setProblems({});
    setBusy(true);
    try {
      const { onboardingUrl } = await browserApi.payouts.openDestination({ provider, currency, account: read.account });
      // The browser is leaving for the provider's page.
      if (onboardingUrl !== null) return location.assign(onboardingUrl);
      onDone();
      router.refresh();
    } catch (error) {
      const { title, hint } = describeError(error);
      setFailure(`${title}. ${hint}`);
    }
    setBusy(false);
  };
  const set = (part: Partial<AccountDraft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <form onSubmit={add} noValidate className="grid gap-4 border-t border-line pt-4">
      <SelectField label="How" name="way" value={key} onChange={(event) => setKey(event.target.value)}>
        {ways.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {choice.label}
          </option>
        ))}
      </SelectField>
      <AccountFields kind={kind} draft={draft} problems={problems} onChange={set} />
      <p role="alert" className="text-danger-ink empty:hidden">
        {failure}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {kind === 'hosted' ? 'Go on with Stripe' : 'Add it'}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Back
        </Button>
      </div>
    </form>
  );
}

interface AccountFieldsProps {
  kind: AccountKind;
  draft: AccountDraft;
  problems: Partial<Record<keyof AccountDraft, string>>;
  onChange: (part: Partial<AccountDraft>) => void;
}

function AccountFields({ kind, draft, problems, onChange }: AccountFieldsProps) {
  const field = (name: keyof AccountDraft, label: string) => (
    <Field
      label={label}
      name={name}
      autoComplete="off"
      spellCheck={false}
      maxLength={180}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
      error={problems[name] ?? null}
    />
  );
  switch (kind) {
    case 'hosted':
      return <p className="text-muted">Stripe asks for your account on a page of its own and leads back here.</p>;
    case 'upi':
      return field('vpa', 'UPI id');
    case 'bank':
      return (
        <>
          {field('accountNumber', 'Account number')}
          {field('ifsc', 'IFSC')}
        </>
      );
    case 'sandbox':
      return (
        <SelectField
          label="Account"
          name="handle"
          value={draft.handle}
          onChange={(event) => onChange({ handle: event.target.value })}
        >
          <option value="pays@sandbox">pays@sandbox: the money arrives</option>
          <option value="fails@sandbox">fails@sandbox: the bank sends it back</option>
        </SelectField>
      );
  }
}
