'use client';

import type { CreatorProfile } from '@troupe/contracts/http/creator';
import { useEffect, useRef, useState } from 'react';
import { keepDraft, readKeptDraft } from '@/lib/kept-draft';
import { draftOf, type ProfileDraft, textsOf, unsavedTexts } from './profile-draft';

/** The profile as it is being written. Its texts are kept while they are typed, until they are saved. */
export function useProfileDraft(profile: CreatorProfile) {
  const [saved, setSaved] = useState(profile);
  const [draft, setDraft] = useState(() => draftOf(profile));
  const place = `profile:${profile.userId}`;
  /** The first draft is what the server rendered; only then what was kept is put over it. */
  const found = useRef<string>(null);
  useEffect(() => {
    if (found.current === place) return keepDraft(place, unsavedTexts(draft, saved));
    found.current = place;
    const texts = textsOf(readKeptDraft(place));
    // What was typed before the page came alive counts more than what was kept.
    setDraft((before) => ({ ...before, ...texts, ...unsavedTexts(before, saved) }));
  }, [place, draft, saved]);

  return {
    draft,
    saved,
    isUnsaved: unsavedTexts(draft, saved) !== null || draft.pictureKey !== saved.pictureKey,
    set: (part: Partial<ProfileDraft>) => setDraft((before) => ({ ...before, ...part })),
    /** The picture is shown as soon as it is uploaded. */
    setPicture: (picture: CreatorProfile['picture']) => setSaved((before) => ({ ...before, picture })),
    arrived: (now: CreatorProfile) => {
      setSaved(now);
      setDraft(draftOf(now));
      keepDraft(place, null);
    },
  };
}
