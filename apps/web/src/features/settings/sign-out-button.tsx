'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { describeError } from '@/lib/errors';
import { signOut } from '@/lib/session/sign-in';
import { toast } from '@/lib/toast';

export function SignOutButton() {
  const [busy, setBusy] = useState(false);

  async function leave() {
    setBusy(true);
    try {
      await signOut();
    } catch {
      setBusy(false);
      toast({ ...describeError('network'), tone: 'danger' });
    }
  }

  return (
    <Button variant="quiet" busy={busy} onClick={leave}>
      Sign out
    </Button>
  );
}
