import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

export type ButtonVariant = 'primary' | 'quiet' | 'ghost' | 'danger';
export type ButtonSize = 'md' | 'lg' | 'icon';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-amber text-on-amber hover:bg-amber-lit font-semibold',
  quiet: 'bg-surface text-ink border border-line hover:border-line-strong hover:bg-raised font-medium',
  ghost: 'text-ink hover:bg-raised font-medium',
  danger: 'bg-danger text-on-danger hover:bg-[color-mix(in_oklch,var(--danger)_88%,black)] font-semibold',
};

const SIZES: Record<ButtonSize, string> = {
  md: 'h-11 px-5 text-base gap-2',
  lg: 'h-13 px-7 text-base gap-2.5',
  icon: 'size-11',
};

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string | undefined;
}

/** The look of a button, for links that act like one. */
export function buttonClass({ variant = 'primary', size = 'md', className }: Look = {}): string {
  return cn(
    'inline-flex shrink-0 items-center justify-center whitespace-nowrap rounded-full transition duration-150 ease-stage',
    'active:scale-[0.98] disabled:pointer-events-none disabled:opacity-55 aria-disabled:opacity-55',
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}

export interface ButtonProps extends ComponentProps<'button'>, Pick<Look, 'variant' | 'size'> {
  /** Under way: the button keeps its width and its focus, says so, and takes no second press. */
  busy?: boolean;
}

export function Button({ variant, size, busy = false, className, children, onClick, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...props}
      className={buttonClass({
        ...(variant && { variant }),
        ...(size && { size }),
        className: cn('relative', className),
      })}
    >
      <span className={cn('inline-flex items-center gap-[inherit]', busy && 'invisible')}>{children}</span>
      {busy ? <BusyDots /> : null}
    </button>
  );
}

function BusyDots() {
  return (
    <span aria-hidden="true" className="absolute inset-0 flex items-center justify-center gap-1.5">
      {[0, 1, 2].map((dot) => (
        <span
          key={dot}
          className="waiting-dot size-1.5 rounded-full bg-current"
          style={{ animationDelay: `${dot * 140}ms` }}
        />
      ))}
    </span>
  );
}
