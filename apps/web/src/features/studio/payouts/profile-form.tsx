'use client';

import type { PayoutProfile } from '@troupe/contracts/http/payout';
import { LIMITS } from '@troupe/contracts/limits';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { browserApi } from '@/lib/api/browser';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';
import { countries, countryName } from './countries';

/** Who is paid, as the tax office knows them. */
export function ProfileForm({ profile }: { profile: PayoutProfile | null }) {
  const [editing, setEditing] = useState(false);
  return (
    <section aria-labelledby="payee" className="card">
      <h2 id="payee" className="text-lg">
        Who is paid
      </h2>
      {editing ? (
        <Form profile={profile} onDone={() => setEditing(false)} />
      ) : (
        <>
          {profile === null ? (
            <p className="text-muted">Your legal name, your country and your tax id. Fans never see them.</p>
          ) : (
            <p>
              {profile.legalName}, <span suppressHydrationWarning>{countryName(profile.country)}</span>
              <span className="block text-sm text-muted">Tax id {profile.taxIdHint}</span>
            </p>
          )}
          <Button variant="quiet" onClick={() => setEditing(true)} className="justify-self-start">
            {profile === null ? 'Fill it in' : 'Change it'}
          </Button>
        </>
      )}
    </section>
  );
}

const TAX_ID = /^[A-Z0-9]{4,32}$/;

function Form({ profile, onDone }: { profile: PayoutProfile | null; onDone: () => void }) {
  const router = useRouter();
  const [draft, setDraft] = useState({
    legalName: profile?.legalName ?? '',
    country: profile?.country ?? '',
    taxId: '',
  });
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [choices] = useState(countries);
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const taxId = draft.taxId.replace(/[\s-]/g, '').toUpperCase();
  const problems = {
    legalName: draft.legalName.trim() === '' ? 'Your name as it stands on your papers.' : null,
    country: draft.country === '' ? 'Where do you pay tax?' : null,
    taxId: TAX_ID.test(taxId) ? null : 'Four to 32 letters and digits.',
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (Object.values(problems).some((problem) => problem !== null)) return;
    setBusy(true);
    try {
      await browserApi.payouts.saveProfile({ legalName: draft.legalName.trim(), country: draft.country, taxId });
      onDone();
      router.refresh();
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={save} noValidate className="grid gap-4">
      <Field
        label="Legal name"
        name="legal-name"
        autoComplete="name"
        maxLength={LIMITS.legalNameCharsMax}
        value={draft.legalName}
        onChange={(event) => set({ legalName: event.target.value })}
        error={shown ? problems.legalName : null}
      />
      <SelectField
        label="Country"
        name="country"
        autoComplete="country"
        value={draft.country}
        onChange={(event) => set({ country: event.target.value })}
        error={shown ? problems.country : null}
      >
        <option value="">Choose</option>
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <Field
        label="Tax id"
        name="tax-id"
        autoComplete="off"
        maxLength={60}
        value={draft.taxId}
        onChange={(event) => set({ taxId: event.target.value })}
        error={shown ? problems.taxId : null}
        hint="Kept encrypted, and never shown again but for its end."
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          Save
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Back
        </Button>
      </div>
    </form>
  );
}
