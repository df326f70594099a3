import type { Metadata } from 'next';
import { CheckoutStage } from '@/features/checkout/checkout-stage';
import { orNotFound } from '@/lib/api/or-not-found';
import { serverApi } from '@/lib/api/server';
import { safeNextPath } from '@/lib/next-path';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Checkout' };

interface CheckoutPageProps {
  params: Promise<{ paymentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CheckoutPage({ params, searchParams }: CheckoutPageProps) {
  await requireServerSession();
  const { paymentId } = await params;
  const { payment } = await orNotFound((await serverApi()).payment.payment(paymentId));
  const query = await searchParams;
  const next = safeNextPath(query['next'], '/wallet');
  return (
    <div className="mx-auto grid w-full max-w-120 gap-6 px-4 py-8 md:px-8 md:py-16">
      <h1 className="text-2xl">{payment.provider === 'sandbox' ? 'Sandbox checkout' : 'Checkout'}</h1>
      <CheckoutStage payment={payment} next={next} paid={saysPaid(query)} />
    </div>
  );
}

/** What a provider's page says on the way back; whether it is true is for the payment to say. */
function saysPaid(query: Record<string, string | string[] | undefined>): boolean {
  const { redirect_status: status, from, cancelled } = query;
  if (status !== undefined) return status === 'succeeded' || status === 'pending';
  return from === 'stripe' && cancelled === undefined;
}
