import { ECONOMY } from '@troupe/contracts/economy';
import { formatCoins } from '@troupe/contracts/money';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AuthForm } from '@/features/auth/auth-form';
import { AuthPage } from '@/features/auth/auth-page';
import { loadWaiting } from '@/features/auth/load-waiting';
import { safeNextPath } from '@/lib/next-path';

export const metadata: Metadata = { title: 'Create account', description: 'Join Troupe and start with free coins.' };

interface Props {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function RegisterPage({ searchParams }: Props) {
  const next = safeNextPath((await searchParams).next);
  const waiting = await loadWaiting(next);
  const coins = formatCoins(ECONOMY.welcomeBonusMicrocoins);
  return (
    <AuthPage
      title="Take a seat"
      lead={`${coins} coins are on the house. That is about fifteen messages, and no card is asked for.`}
      waiting={waiting}
    >
      <AuthForm mode="register" next={next} />
      <p className="text-sm text-muted">
        By creating an account you accept the{' '}
        <Link href="/legal/terms" className="underline underline-offset-4 hover:text-ink">
          terms
        </Link>{' '}
        and the{' '}
        <Link href="/legal/privacy" className="underline underline-offset-4 hover:text-ink">
          privacy notes
        </Link>
        .
      </p>
    </AuthPage>
  );
}
