import type { Metadata } from 'next';
import { AuthForm } from '@/features/auth/auth-form';
import { AuthPage } from '@/features/auth/auth-page';
import { loadDemoAccounts } from '@/features/auth/load-demo-accounts';
import { loadWaiting } from '@/features/auth/load-waiting';
import { safeNextPath } from '@/lib/next-path';

export const metadata: Metadata = {
  title: 'Sign in',
  description: 'Sign in to Troupe and carry on where you were.',
};

interface Props {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function LoginPage({ searchParams }: Props) {
  const next = safeNextPath((await searchParams).next);
  const [waiting, demo] = await Promise.all([loadWaiting(next), loadDemoAccounts()]);
  return (
    <AuthPage title="Good to see you again" lead={leadFor(next)} waiting={waiting}>
      <AuthForm mode="login" next={next} demo={demo} />
    </AuthPage>
  );
}

function leadFor(next: string): string {
  if (next.startsWith('/chat/start')) return 'Sign in, and your chat opens right after.';
  return next === '/' ? 'We kept your seat.' : 'Sign in, and we take you where you were going.';
}
