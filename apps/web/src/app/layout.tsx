import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { HouseProvider } from '@/components/shell/house-provider';
import { Shell } from '@/components/shell/shell';
import { Toaster } from '@/components/ui/toaster';
import { apiPublicUrl, webUrl } from '@/lib/env';
import { loadBalance } from '@/lib/load-balance';
import { loadUnread } from '@/lib/load-unread';
import { getServerSession } from '@/lib/session/server';
import { parseTheme, THEME_COOKIE } from '@/lib/theme';
import { fontVariables } from './fonts';
import './globals.css';

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(webUrl()),
    title: { default: 'Troupe: characters who talk back', template: '%s · Troupe' },
    description: 'Meet a cast of AI characters, each with a voice of their own. Pay by the message, see every receipt.',
    applicationName: 'Troupe',
    appleWebApp: { title: 'Troupe', statusBarStyle: 'black-translucent' },
    openGraph: { siteName: 'Troupe', type: 'website' },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: dark)', color: '#120e0b' },
    { media: '(prefers-color-scheme: light)', color: '#f9f5ef' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [session, jar, balance, unreadCount] = await Promise.all([
    getServerSession(),
    cookies(),
    loadBalance(),
    loadUnread(),
  ]);
  const theme = parseTheme(jar.get(THEME_COOKIE)?.value);
  const house = { user: session?.user ?? null, balance, unreadCount, apiOrigin: apiPublicUrl() };
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} className={fontVariables}>
      <body>
        <HouseProvider house={house}>
          <Shell signedIn={session !== null}>{children}</Shell>
          <Toaster />
        </HouseProvider>
      </body>
    </html>
  );
}
