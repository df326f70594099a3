'use client';

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

export interface StackedDay {
  /** `2026-11-21` */
  day: string;
  lower: number;
  upper: number;
}

interface StackedBarsProps {
  /** What the chart shows, for those who don't see it; the figures belong into a table beside it. */
  label: string;
  days: readonly StackedDay[];
  lowerName: string;
  upperName: string;
}

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' };
const dayLabel = (day: string) => new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', DAY);
const axis = { fill: 'var(--muted)', fontSize: 12 };

/** Amounts by day in two layers. The only place that knows Recharts; load it on demand. */
export function StackedBars({ label, days, lowerName, upperName }: StackedBarsProps) {
  return (
    <figure aria-label={label} className="grid gap-2">
      <div aria-hidden="true" className="chart-space">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={[...days]} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <defs>
              <pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="6" height="6" fill="var(--raised)" />
                <rect width="2.5" height="6" fill="var(--amber-ink)" />
              </pattern>
            </defs>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="day"
              tickFormatter={dayLabel}
              tickLine={false}
              axisLine={false}
              tick={axis}
              minTickGap={28}
            />
            <YAxis width={36} tickLine={false} axisLine={false} tick={axis} allowDecimals={false} />
            <Tooltip
              cursor={{ fill: 'var(--raised)' }}
              labelFormatter={(day) => dayLabel(String(day))}
              formatter={(coins) => `${String(coins)} coins`}
              contentStyle={{
                background: 'var(--surface)',
                border: '1px solid var(--line)',
                borderRadius: 12,
                color: 'var(--ink)',
              }}
              itemStyle={{ color: 'var(--ink)' }}
            />
            <Bar dataKey="lower" name={lowerName} stackId="day" fill="var(--amber)" isAnimationActive={false} />
            <Bar dataKey="upper" name={upperName} stackId="day" fill="url(#hatched)" isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <figcaption className="flex gap-5 text-sm text-muted">
        <span className="inline-flex items-center gap-2">
          <span aria-hidden="true" className="size-3 rounded-[3px] bg-amber" /> {lowerName}
        </span>
        <span className="inline-flex items-center gap-2">
          <span aria-hidden="true" className="chart-hatch size-3 rounded-[3px]" /> {upperName}
        </span>
      </figcaption>
    </figure>
  );
}
