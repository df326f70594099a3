import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';

/** The page around a receipt, with the way back to the wallet. */
export function ReceiptFrame({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto grid w-full max-w-120 justify-items-center gap-6 px-4 py-4 md:py-12">
      <Link href="/wallet" className={buttonClass({ variant: 'ghost', className: '-ml-3 justify-self-start px-3' })}>
        <ArrowLeft size={20} strokeWidth={1.7} aria-hidden="true" />
        Wallet
      </Link>
      {children}
    </div>
  );
}
