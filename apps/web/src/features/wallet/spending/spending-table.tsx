import type { SpendingDay } from '@troupe/contracts/http/coin-movements';
import { formatCoins } from '@/lib/format';
import { isQuiet } from './spending';

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' };
const COLUMNS = [
  ['Messages', 'messagesMicrocoins'],
  ['Tips', 'tipsMicrocoins'],
  ['Gifts', 'giftsMicrocoins'],
  ['Returned', 'refundsMicrocoins'],
] as const;

/** The chart's figures, newest first, without the days on which nothing moved. */
export function SpendingTable({ days }: { days: readonly SpendingDay[] }) {
  return (
    <details className="group">
      <summary className="-ml-4 inline-flex min-h-11 items-center rounded-full px-4 font-medium hover:bg-raised">
        Show the figures of each day
      </summary>
      <div className="overflow-x-auto pt-2">
        <table className="w-full text-sm">
          <caption className="sr-only">Coins spent and returned on each of the last thirty days (UTC)</caption>
          <thead className="text-muted">
            <tr className="border-b border-line text-right">
              <th scope="col" className="py-2 pr-4 text-left font-medium">
                Day
              </th>
              {COLUMNS.map(([name]) => (
                <th key={name} scope="col" className="py-2 pl-3 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="font-mono tabular-nums">
            {days
              .filter((day) => !isQuiet([day]))
              .reverse()
              .map((day) => (
                <tr key={day.day} className="border-b border-line text-right last:border-0">
                  <th scope="row" className="py-2 pr-4 text-left font-sans font-medium">
                    {new Date(`${day.day}T00:00:00Z`).toLocaleDateString('en-GB', DAY)}
                  </th>
                  {COLUMNS.map(([name, field]) => (
                    <td key={name} className="py-2 pl-3">
                      {formatCoins(day[field])}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
