import { useId, useState } from 'react';
import { FootToggle } from './foot-toggle';

/** Says that no language model speaks here, and on demand what does. */
export function DemoVoice() {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <FootToggle open={open} controls={id} onToggle={() => setOpen(!open)}>
        <span className="rounded-full border border-line-strong px-2 py-0.5">demo voice</span>
      </FootToggle>
      <p id={id} className={open ? 'order-last w-full max-w-[52ch] pb-1 text-sm' : 'hidden'}>
        No language model is connected here, so a small built-in one answers in this character’s manner.
      </p>
    </>
  );
}
