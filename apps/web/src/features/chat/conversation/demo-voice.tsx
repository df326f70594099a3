import { useId, useState } from 'react';

/** Says that no language model speaks here, and on demand what does. */
export function DemoVoice() {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="text-button -my-2.5 text-xs"
      >
        <span className="rounded-full border border-line-strong px-2 py-0.5">demo voice</span>
      </button>
      <p id={id} className={open ? 'order-last w-full max-w-[52ch] pb-1 text-sm' : 'hidden'}>
        No language model is connected here, so a small built-in one answers in this character’s manner.
      </p>
    </>
  );
}
