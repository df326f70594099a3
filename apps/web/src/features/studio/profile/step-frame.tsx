'use client';

import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useFocusOnArrival } from './use-focus-on-arrival';

interface StepFrameProps {
  /** From 1; left out where the way ends. */
  step?: number;
  steps?: number;
  title: string;
  lead: string;
  children: ReactNode;
}

/** One question a screen, before there is a persona to look at. */
export function StepFrame({ step, steps, title, lead, children }: StepFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnArrival(heading);
  return (
    <div className="step-frame">
      <div className="auth-light" aria-hidden="true" />
      <div className="grid w-full max-w-[34rem] content-start gap-7">
        <div className="grid gap-3">
          {step === undefined ? null : (
            <p className="text-sm text-muted">
              Step {step} of {steps}
            </p>
          )}
          <h1 ref={heading} tabIndex={-1} className="text-2xl outline-none">
            {title}
          </h1>
          <p className="text-lg text-muted">{lead}</p>
        </div>
        {children}
      </div>
    </div>
  );
}
