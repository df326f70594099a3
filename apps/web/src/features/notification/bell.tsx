'use client';

import { Bell as BellIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { useUnread } from './unread';

const NotificationPanel = dynamic(() => import('./notification-panel').then((module) => module.NotificationPanel), {
  ssr: false,
  loading: () => <div className="notification-space" />,
});

const SHOWN_MAX = 99;

/** What happened while one was away, with how much of it is new. */
export function Bell() {
  const { count } = useUnread();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-label={count === 0 ? 'Notifications' : `Notifications, ${count > SHOWN_MAX ? 'over 99' : count} new`}
        className={buttonClass({ variant: 'ghost', size: 'icon', className: 'relative' })}
      >
        <BellIcon size={21} strokeWidth={1.8} aria-hidden="true" />
        {count === 0 ? null : (
          <span key={count} aria-hidden="true" className="bell-count">
            {count > SHOWN_MAX ? '99+' : count}
          </span>
        )}
      </button>
      <Sheet open={open} onClose={() => setOpen(false)} title="Notifications">
        <NotificationPanel onLeave={() => setOpen(false)} />
      </Sheet>
    </>
  );
}
