import { DeltaPace } from './delta-pace.ts';

describe('the pace of deltas', () => {
  let told: string[];
  let untold: string;
  let pace: DeltaPace;
  const say = (text: string) => {
    untold += text;
    pace.wake();
  };

  beforeEach(() => {
    import.meta.jest.useFakeTimers();
    [told, untold] = [[], ''];
    pace = new DeltaPace(() => {
      told.push(untold);
      untold = '';
    }, 50);
  });
  afterEach(() => import.meta.jest.useRealTimers());

  it('tells the first at once, and gathers what comes until it is time', () => {
    for (const text of ['a', 'b', 'c']) say(text);
    expect(told).toEqual(['a']);
    import.meta.jest.advanceTimersByTime(50);
    expect(told).toEqual(['a', 'bc']);
    say('d');
    import.meta.jest.advanceTimersByTime(49);
    expect(told).toEqual(['a', 'bc']);
    import.meta.jest.advanceTimersByTime(1);
    expect(told).toEqual(['a', 'bc', 'd']);
  });

  it('is quick again after a pause', () => {
    say('a');
    import.meta.jest.advanceTimersByTime(60);
    say('b');
    expect(told).toEqual(['a', 'b']);
  });

  it('tells at the end what is left, and nothing twice or later', () => {
    say('a');
    say('b');
    pace.end();
    pace.end();
    import.meta.jest.advanceTimersByTime(1_000);
    expect(told).toEqual(['a', 'b']);
  });
});
