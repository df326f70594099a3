import type { ReactNode } from 'react';

/** A page on which nobody performs: not found, failed, offline. One light, a few words, a way on. */
export function QuietStage({ title, text, children }: { title: string; text: ReactNode; children: ReactNode }) {
  return (
    <div className="auth-page grid place-items-center">
      <div className="curtain-light" aria-hidden="true" />
      <div className="grid max-w-[440px] justify-items-center gap-4 px-4 py-16 text-center">
        <h1 className="text-2xl">{title}</h1>
        <p className="text-pretty text-muted">{text}</p>
        <div className="mt-2 flex flex-wrap justify-center gap-3">{children}</div>
      </div>
    </div>
  );
}
