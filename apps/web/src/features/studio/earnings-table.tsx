import type { EarningsDay } from '@troupe/contracts/http/analytics';
import { formatCoins } from '@/lib/format';

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' };

/** The chart's figures, newest first. */
export function EarningsTable({ days }: { days: readonly EarningsDay[] }) {
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 items-center rounded-full px-4 font-medium hover:bg-raised">
        Show the figures of each day
      </summary>
      <div className="overflow-x-auto pt-2">
        <table className="w-full text-sm">
          <caption className="sr-only">Coins earned on each of the last thirty days (UTC)</caption>
          <thead className="text-muted">
            <tr className="border-b border-line text-right">
              <th scope="col" className="py-2 pr-4 text-left font-medium">
                Day
              </th>
              <th scope="col" className="px-3 py-2 font-medium">
                Messages
              </th>
              <th scope="col" className="px-3 py-2 font-medium">
                Payable
              </th>
              <th scope="col" className="py-2 pl-3 font-medium">
                Promotional
              </th>
            </tr>
          </thead>
          <tbody className="font-mono tabular-nums">
            {[...days].reverse().map((day) => (
              <tr key={day.day} className="border-b border-line text-right last:border-0">
                <th scope="row" className="py-2 pr-4 text-left font-sans font-medium">
                  {new Date(`${day.day}T00:00:00Z`).toLocaleDateString('en-GB', DAY)}
                </th>
                <td className="px-3 py-2">{day.messages}</td>
                <td className="px-3 py-2">{formatCoins(day.payableMicrocoins)}</td>
                <td className="py-2 pl-3">{formatCoins(day.promotionalMicrocoins)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
