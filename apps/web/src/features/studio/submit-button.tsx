'use client';

import type { ButtonProps } from '@/components/ui/button';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/lib/clock';
import { cn } from '@/lib/cn';

interface SubmitButtonProps extends Omit<ButtonProps, 'type' | 'disabled' | 'className'> {
  /** As wide as a phone. */
  wide?: boolean;
}

/** Sends its form. Until the page's script is there it takes no press: the browser by itself would put what was typed into the address. */
export function SubmitButton({ wide = true, ...props }: SubmitButtonProps) {
  const hydrated = useHydrated();
  return (
    <Button
      {...props}
      type="submit"
      size="lg"
      disabled={!hydrated}
      className={cn('justify-self-start disabled:opacity-100', wide && 'max-sm:w-full')}
    />
  );
}
