'use client';

import { Button } from '@/components/ui/button';

export interface DemoAccounts {
  logins: readonly { role: string; email: string }[];
  password: string;
}

/** On a demo install: one tap to be anybody of the seed. */
export function DemoLogins({
  accounts,
  busy,
  onChoose,
}: {
  accounts: DemoAccounts;
  busy: boolean;
  onChoose: (email: string, password: string) => void;
}) {
  return (
    <section
      aria-labelledby="demo-logins"
      className="grid gap-3 rounded-card border border-dashed border-line-strong p-4"
    >
      <h2 id="demo-logins" className="font-sans text-sm font-semibold tracking-normal">
        This is a demo. Come in as
      </h2>
      <div className="flex flex-wrap gap-2">
        {accounts.logins.map(({ role, email }) => (
          <Button key={email} variant="quiet" disabled={busy} onClick={() => onChoose(email, accounts.password)}>
            <span className="capitalize">{role}</span>
          </Button>
        ))}
      </div>
    </section>
  );
}
