'use client';

import Link from 'next/link';
import { QuietStage } from '@/components/shell/quiet-stage';
import { Button, buttonClass } from '@/components/ui/button';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <QuietStage
      title="Somebody tripped over a cable"
      text={
        <>
          This page failed on our side. It cost you nothing.
          {error.digest === undefined ? null : (
            <>
              {' '}
              If you write to us, mention <code className="font-mono text-ink">{error.digest}</code>.
            </>
          )}
        </>
      }
    >
      <Button onClick={reset}>Try again</Button>
      <Link href="/" className={buttonClass({ variant: 'quiet' })}>
        Back to the cast
      </Link>
    </QuietStage>
  );
}
