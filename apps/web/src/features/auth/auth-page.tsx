import type { PersonaCard } from '@troupe/contracts/http/persona';
import type { ReactNode } from 'react';
import { Avatar, Portrait } from '@/components/ui/portrait';
import { lit } from '@/lib/hue';
import './auth.css';

export interface AuthPageProps {
  title: string;
  lead: ReactNode;
  /** Who is seen waiting beside the form; null when nobody could be found. */
  waiting: PersonaCard | null;
  children: ReactNode;
}

/** The frame of signing in and up: the form, and beside it the one who waits for the visitor to be done with it. */
export function AuthPage({ title, lead, waiting, children }: AuthPageProps) {
  return (
    <div className="auth">
      <div className="auth-form">
        {waiting === null ? null : (
          <p className="flex items-center gap-3 text-sm text-muted md:hidden" style={lit(waiting.hueDegrees)}>
            <Avatar persona={waiting} sizePx={52} />
            <span>{waiting.name} is waiting for you.</span>
          </p>
        )}
        <div className="grid gap-3">
          <h1 className="text-2xl">{title}</h1>
          <p className="text-pretty text-muted">{lead}</p>
        </div>
        {children}
      </div>
      {waiting === null ? null : <Waiting persona={waiting} />}
    </div>
  );
}

function Waiting({ persona }: { persona: PersonaCard }) {
  return (
    <aside aria-label={`${persona.name} is waiting`} className="auth-stage after-dark" style={lit(persona.hueDegrees)}>
      <Portrait persona={persona} sizes="(width < 48rem) 1px, 50vw" alt="" />
      <div className="auth-caption">
        <p className="font-display text-xl font-semibold text-ink">{persona.name}</p>
        <p className="text-muted">{persona.hook}</p>
      </div>
    </aside>
  );
}
