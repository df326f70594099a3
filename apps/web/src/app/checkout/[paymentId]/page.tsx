import { ApiError } from '@troupe/api-client';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CheckoutStage } from '@/features/checkout/checkout-stage';
import { serverApi } from '@/lib/api/server';
import { safeNextPath } from '@/lib/next-path';
import { requireServerSession } from '@/lib/session/server';

export const metadata: Metadata = { title: 'Checkout' };

interface CheckoutPageProps {
  params: Promise<{ paymentId: string }>;
  searchParams: Promise<{ next?: string | string[]; redirect_status?: string | string[]; paid?: string | string[] }>;
}

export default async function CheckoutPage({ params, searchParams }: CheckoutPageProps) {
  await requireServerSession();
  const payment = await loadPayment((await params).paymentId);
  const query = await searchParams;
  const next = safeNextPath(query.next, '/wallet');
  // What Stripe adds to the way back; whether it is true is for the payment to say.
  const paid = query.paid === '1' || query.redirect_status === 'succeeded' || query.redirect_status === 'pending';
  return (
    <div className="mx-auto grid w-full max-w-120 gap-6 px-4 py-8 md:px-8 md:py-16">
      <h1 className="text-2xl">{payment.provider === 'sandbox' ? 'Sandbox checkout' : 'Checkout'}</h1>
      <CheckoutStage payment={payment} next={next} paid={paid} />
    </div>
  );
}

async function loadPayment(id: string) {
  try {
    return (await (await serverApi()).payment.payment(id)).payment;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.code === 'validation_failed')) notFound();
    throw error;
  }
}
