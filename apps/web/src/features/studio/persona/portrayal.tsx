import { Portrait } from '@/components/ui/portrait';
import { cn } from '@/lib/cn';
import { lit } from '@/lib/hue';

interface PortrayalProps {
  name: string;
  hueDegrees: number;
  portrait: readonly { url: string; widthPx: number }[];
  className?: string;
}

/** A persona's picture, or while there is none an empty stage in their light with the letter of their name. */
export function Portrayal({ name, hueDegrees, portrait, className }: PortrayalProps) {
  if (portrait.length > 0) {
    return <Portrait persona={{ name, slug: '', hueDegrees, portrait }} sizes="320px" className={className ?? ''} />;
  }
  return (
    <span aria-hidden="true" style={lit(hueDegrees)} className={cn('portrayal-empty after-dark', className)}>
      {[...name.trim()][0] ?? '?'}
    </span>
  );
}
