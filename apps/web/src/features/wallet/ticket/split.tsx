import { coinWord, formatCoins } from '@/lib/format';

interface SplitProps {
  creatorMicrocoins: number;
  platformMicrocoins: number;
  /** The coins went back: the shares are struck through. */
  returned: boolean;
  /** Figures only, where the unit stands nearby. */
  short?: boolean;
}

/** Who got what of a price: a bar and two lines. */
export function Split({ creatorMicrocoins, platformMicrocoins, returned, short = false }: SplitProps) {
  const whole = creatorMicrocoins + platformMicrocoins;
  const share = whole === 0 ? 0 : Math.round((creatorMicrocoins / whole) * 100);
  return (
    <div className="grid gap-2">
      <div aria-hidden="true" className="flex h-2 gap-0.5 overflow-clip rounded-full">
        <span className="bg-ink" style={{ width: `${share}%` }} />
        <span className="flex-1 bg-line-strong" />
      </div>
      <dl className={returned ? 'ticket-rows line-through decoration-1' : 'ticket-rows'}>
        <div>
          <dt>Creator, {share}%</dt>
          <dd>{amount(creatorMicrocoins, short)}</dd>
        </div>
        <div>
          <dt>Troupe, {100 - share}%</dt>
          <dd>{amount(platformMicrocoins, short)}</dd>
        </div>
      </dl>
    </div>
  );
}

const amount = (microcoins: number, short: boolean) =>
  short ? formatCoins(microcoins) : `${formatCoins(microcoins)} ${coinWord(microcoins)}`;
