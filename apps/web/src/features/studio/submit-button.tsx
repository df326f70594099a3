'use client';

import type { ButtonProps } from '@/components/ui/button';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/lib/clock';

/** Sends its form. Until the page's script is there it takes no press: the browser by itself would put what was typed into the address. */
export function SubmitButton(props: Omit<ButtonProps, 'type' | 'disabled' | 'className'>) {
  const hydrated = useHydrated();
  return (
    <Button
      {...props}
      type="submit"
      size="lg"
      disabled={!hydrated}
      className="justify-self-start disabled:opacity-100 max-sm:w-full"
    />
  );
}
