import type { Metadata } from 'next';
import Link from 'next/link';
import { QuietStage } from '@/components/shell/quiet-stage';
import { buttonClass } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Nobody here' };

export default function NotFound() {
  return (
    <QuietStage
      title="An empty stage"
      text="There’s nobody at this address. They may have left the company, or the link lost a letter on its way."
    >
      <Link href="/" className={buttonClass()}>
        Meet the cast
      </Link>
    </QuietStage>
  );
}
