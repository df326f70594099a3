'use client';

import type { NotificationPreference } from '@troupe/contracts/http/notification';
import { useState } from 'react';
import { notificationApi } from '@/lib/api/notifications';
import { describeError } from '@/lib/errors';
import { toast } from '@/lib/toast';

const WORDS: Record<NotificationPreference['kind'], { title: string; hint: string }> = {
  post: { title: 'New posts', hint: 'When a persona you follow has posted.' },
};

/** What rings the bell. */
export function NotificationPreferences({ initial }: { initial: readonly NotificationPreference[] }) {
  const [preferences, setPreferences] = useState(initial);

  async function choose({ kind, channel }: NotificationPreference, enabled: boolean) {
    const before = preferences;
    setPreferences(before.map((one) => (one.kind === kind && one.channel === channel ? { ...one, enabled } : one)));
    try {
      setPreferences((await notificationApi.setPreference({ kind, channel, enabled })).preferences);
    } catch (error) {
      setPreferences(before);
      toast({ ...describeError(error), tone: 'danger' });
    }
  }

  return (
    <ul className="grid gap-2">
      {preferences.map((preference) => (
        <li key={`${preference.kind} ${preference.channel}`}>
          <label className="choice justify-between">
            <span className="grid">
              <span className="font-medium">{WORDS[preference.kind].title}</span>
              <span className="text-sm text-muted">{WORDS[preference.kind].hint}</span>
            </span>
            <input
              type="checkbox"
              checked={preference.enabled}
              onChange={(event) => choose(preference, event.target.checked)}
              className="size-5 shrink-0 accent-(--amber)"
            />
          </label>
        </li>
      ))}
    </ul>
  );
}
