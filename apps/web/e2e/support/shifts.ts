import type { Page } from '@playwright/test';

/** Counts from now on how far things move on this page: the answer is the sum of its layout shifts until it is asked, those right after a press as well. */
export async function countShifts(page: Page): Promise<() => Promise<number>> {
  const counter = await page.evaluateHandle(() => {
    let sum = 0;
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries) if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift' });
    return {
      // Two frames on, what moved in this one is known.
      read: () =>
        new Promise<number>((resolve) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              add(observer.takeRecords());
              resolve(sum);
            }),
          ),
        ),
    };
  });
  return () => counter.evaluate((found) => found.read());
}
