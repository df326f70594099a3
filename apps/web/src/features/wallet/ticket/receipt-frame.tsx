import type { ReactNode } from 'react';
import { BackLink } from '@/components/ui/back-link';

/** The page around a receipt, with the way back to the wallet. */
export function ReceiptFrame({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto grid w-full max-w-120 justify-items-center gap-6 px-4 py-4 md:py-12">
      <BackLink href="/wallet">Wallet</BackLink>
      {children}
    </div>
  );
}
