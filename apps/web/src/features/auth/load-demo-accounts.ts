import { demoLogins } from '@/lib/env';
import type { DemoAccounts } from './demo-logins';

/** The seed's logins on a demo install, null elsewhere. Loaded only there: a real install carries no password around. */
export async function loadDemoAccounts(): Promise<DemoAccounts | null> {
  if (!demoLogins()) return null;
  const { DEMO_LOGINS, DEMO_PASSWORD } = await import('../../../../../scripts/demo-logins.mjs');
  return { logins: DEMO_LOGINS, password: DEMO_PASSWORD };
}
