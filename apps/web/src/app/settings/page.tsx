import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { Footer } from '@/components/shell/footer';
import { buttonClass } from '@/components/ui/button';
import { HiddenPersonas } from '@/features/follow/hidden-personas';
import { NotificationPreferences } from '@/features/notification/preferences';
import { AdultWishes } from '@/features/settings/adult-wishes';
import { MemberCard } from '@/features/settings/member-card';
import { SignOutButton } from '@/features/settings/sign-out-button';
import { ThemeChoice } from '@/features/settings/theme-choice';
import { serverApi } from '@/lib/api/server';
import { requireServerSession } from '@/lib/session/server';
import { parseTheme, THEME_COOKIE } from '@/lib/theme';
import '@/features/settings/settings.css';

export const metadata: Metadata = { title: 'You' };

export default async function SettingsPage() {
  const { user } = await requireServerSession();
  const { notifications, personas } = await serverApi();
  const [{ preferences }, hidden] = await Promise.all([notifications.preferences(), personas.blocked({ limit: 10 })]);
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <div className="flex min-h-full flex-col">
      <div className="grid w-full max-w-[640px] flex-1 content-start gap-10 px-4 py-6 md:px-8 md:py-10">
        <MemberCard user={user} />
        <section aria-labelledby="library" className="grid justify-items-start gap-3">
          <h2 id="library" className="text-xl">
            Your library
          </h2>
          <p className="text-muted">Everybody you follow, whoever spoke last first.</p>
          <Link href="/library" prefetch={false} className={buttonClass({ variant: 'quiet' })}>
            Open the library
          </Link>
        </section>
        {user.roles.includes('admin') ? (
          <section aria-labelledby="office" className="grid justify-items-start gap-3">
            <h2 id="office" className="text-xl">
              The office
            </h2>
            <p className="text-muted">Payments, payouts, packs, the stage and reports.</p>
            <Link href="/admin" prefetch={false} className={buttonClass({ variant: 'quiet' })}>
              Open the office
            </Link>
          </section>
        ) : null}
        <section aria-labelledby="bell" className="grid gap-3">
          <h2 id="bell" className="text-xl">
            What rings the bell
          </h2>
          <NotificationPreferences initial={preferences} />
        </section>
        <section aria-labelledby="adults" className="grid gap-3">
          <h2 id="adults" className="text-xl">
            Personas for adults
          </h2>
          <AdultWishes age={user.age} />
        </section>
        <section aria-labelledby="house-lights" className="grid gap-3">
          <h2 id="house-lights" className="text-xl">
            House lights
          </h2>
          <ThemeChoice initial={theme} />
        </section>
        <section aria-labelledby="hidden" className="grid gap-3">
          <h2 id="hidden" className="text-xl">
            Hidden personas
          </h2>
          <HiddenPersonas first={hidden} />
        </section>
        <section aria-labelledby="leave" className="grid justify-items-start gap-3 border-t border-line pt-8">
          <h2 id="leave" className="text-xl">
            Leave the building
          </h2>
          <p className="text-muted">Your conversations and your coins wait for you.</p>
          <SignOutButton />
        </section>
      </div>
      <Footer />
    </div>
  );
}
