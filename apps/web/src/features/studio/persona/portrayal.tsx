import { Portrait } from '@/components/ui/portrait';

interface PortrayalProps {
  name: string;
  hueDegrees: number;
  portrait: readonly { url: string; widthPx: number }[];
  className?: string;
}

/** The picture of somebody who has no page yet. */
export function Portrayal({ name, hueDegrees, portrait, className }: PortrayalProps) {
  return <Portrait persona={{ name, slug: '', hueDegrees, portrait }} sizes="320px" className={className ?? ''} />;
}
