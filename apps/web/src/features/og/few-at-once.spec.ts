import { fewAtOnce } from './few-at-once';

describe('drawing for many', () => {
  it('does two at once, lets sixteen wait, and sends the others away', async () => {
    let [now, most] = [0, 0];
    const ends: (() => void)[] = [];
    const work = async (): Promise<string> => {
      now += 1;
      most = Math.max(most, now);
      await new Promise<void>((resolve) => ends.push(resolve));
      now -= 1;
      return 'drawn';
    };
    const all = Array.from({ length: 20 }, () => fewAtOnce(work));
    expect(await Promise.all(all.slice(18))).toEqual([null, null]);
    const settled = Promise.all(all.slice(0, 18));
    for (let ended = 0; ended < 18; ended += 1) {
      // The next one begins in a turn of its own.
      while (ends.length === 0) await new Promise(setImmediate);
      ends.shift()?.();
    }
    expect(new Set(await settled)).toEqual(new Set(['drawn']));
    expect(most).toBe(2);
  });

  it('has room again after work that failed', async () => {
    for (let time = 0; time < 5; time += 1) {
      await expect(fewAtOnce(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    }
    expect(await fewAtOnce(async () => 'drawn')).toBe('drawn');
  });
});
