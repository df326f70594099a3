'use client';

import { useEffect, useState } from 'react';
import { QuietStage } from '@/components/shell/quiet-stage';
import { Button } from '@/components/ui/button';
import { reopenSession } from '@/lib/session/client';

/** Somebody became a creator on another device: this one's session learns it, and the page is read again. */
export function CatchUp() {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    reopenSession().then(
      (user) => {
        // Only with what the page waits for: else it would be loaded for ever.
        if (user?.roles.includes('creator')) location.reload();
        else setFailed(true);
      },
      () => setFailed(true),
    );
  }, []);
  return (
    <QuietStage
      title="Opening your studio"
      text={failed ? 'It didn’t answer.' : 'One moment: you became a creator on another device.'}
    >
      {failed ? <Button onClick={() => location.reload()}>Try again</Button> : null}
    </QuietStage>
  );
}
