'use client';

import type { CreatorProfile } from '@troupe/contracts/http/creator';
import { LIMITS } from '@troupe/contracts/limits';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { browserApi } from '@/lib/api/browser';
import { errorCodeOf } from '@/lib/errors';
import { retractToast, toast } from '@/lib/toast';
import { focusPlace } from '../persona/focus-place';
import { Portrayal } from '../persona/portrayal';
import { PictureField } from '../picture/picture-field';
import { studioErrorLine } from '../studio-words';
import { SubmitButton } from '../submit-button';
import { LinkRows } from './link-rows';
import { changesOf, filledLinks, profileProblems } from './profile-draft';
import { useProfileDraft } from './use-profile-draft';

interface ProfileFormProps {
  profile: CreatorProfile;
  /** What comes after it; it stays on the page and says that it is saved when left out. */
  onDone?: () => void;
}

const FIELD_OF_CODE: Readonly<Record<string, string>> = { handle_taken: 'handle', handle_reserved: 'handle' };
const PROFILE_HUE = 75;
const MATTER = 'saving the profile';

/** Who is behind the personas, as everybody sees it. */
export function ProfileForm({ profile, onDone }: ProfileFormProps) {
  const router = useRouter();
  const { draft, saved, isUnsaved, set: write, setPicture, arrived } = useProfileDraft(profile);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<typeof draft>) => {
    write(part);
    setProblems(
      (before) => new Map([...before].filter(([place]) => !Object.keys(part).includes(place.split('.')[0] ?? ''))),
    );
  };
  const show = (found: ReadonlyMap<string, string>) => {
    setProblems(found);
    const [first] = found.keys();
    if (first !== undefined) focusPlace(first);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setFailure(null);
    retractToast(MATTER);
    // Problems name links by their place among those that are sent.
    set({ links: filledLinks(draft.links) });
    const changes = changesOf(draft, saved);
    const found = profileProblems(changes);
    if (found.size > 0) return show(found);
    setBusy(true);
    try {
      const now = Object.keys(changes).length === 0 ? saved : await browserApi.creator.changeProfile(changes);
      arrived(now);
      if (onDone !== undefined) return onDone();
      toast({ matter: MATTER, title: 'Your profile is saved', tone: 'success' });
      router.refresh();
    } catch (error) {
      const field = FIELD_OF_CODE[errorCodeOf(error)];
      if (field === undefined) setFailure(studioErrorLine(error));
      else show(new Map([[field, studioErrorLine(error)]]));
    }
    setBusy(false);
  };
  const problemAt = (place: string) => problems.get(place) ?? null;
  return (
    <form onSubmit={save} noValidate className="grid gap-6">
      <PictureField
        label="Your picture"
        shape="square"
        isChosen={draft.pictureKey !== null}
        onChoose={({ key, images }) => {
          set({ pictureKey: key });
          setPicture(images);
        }}
        onRemove={() => set({ pictureKey: null })}
      >
        <Portrayal
          name={draft.displayName}
          hueDegrees={PROFILE_HUE}
          portrait={draft.pictureKey === null ? [] : saved.picture}
          className="profile-picture"
        />
      </PictureField>
      <Field
        label="Name"
        name="displayName"
        autoComplete="nickname"
        maxLength={LIMITS.nameCharsMax}
        hint="As everybody sees it."
        value={draft.displayName}
        onChange={(event) => set({ displayName: event.target.value })}
        error={problemAt('displayName')}
      />
      <Field
        label="Handle"
        name="handle"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={LIMITS.handleCharsMax}
        hint={`Your address here: @${draft.handle.trim().toLowerCase()}`}
        value={draft.handle}
        onChange={(event) => set({ handle: event.target.value })}
        error={problemAt('handle')}
      />
      <TextArea
        label="About you"
        name="bio"
        rows={4}
        maxLength={LIMITS.bioCharsMax}
        hint="A few lines under everything you publish."
        value={draft.bio}
        onChange={(bio) => set({ bio })}
        error={problemAt('bio')}
      />
      <LinkRows links={draft.links} problemAt={problemAt} onChange={(links) => set({ links })} />
      <p role="alert" className="text-danger-ink empty:hidden">
        {failure}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton busy={busy}>{onDone === undefined ? 'Save' : 'Next'}</SubmitButton>
        {onDone === undefined && isUnsaved ? <p className="text-sm text-muted">Not saved yet</p> : null}
      </div>
    </form>
  );
}
