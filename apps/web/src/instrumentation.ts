import { internalToken } from '@/lib/env';

/** Next calls this once, before its server answers the first request. */
export async function register(): Promise<void> {
  const { NEXT_RUNTIME } = process.env;
  if (NEXT_RUNTIME !== 'nodejs') return;
  const { stampVisitors } = await import('@/lib/api/visitor-stamp');
  stampVisitors(internalToken());
}
