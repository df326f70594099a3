import { type BreakerPass, CircuitBreaker } from './breaker.ts';

describe('the circuit breaker', () => {
  let nowMs: number;
  let breaker: CircuitBreaker;
  beforeEach(() => {
    nowMs = 1_000;
    breaker = new CircuitBreaker({ failuresToOpen: 3, windowMs: 10_000, openMs: 5_000 }, () => nowMs);
  });
  const enter = (): BreakerPass => {
    const pass = breaker.enter();
    if (pass === undefined) throw new Error('it lets nobody in');
    return pass;
  };
  const fail = (times: number): void => {
    for (let count = 0; count < times; count += 1) enter().failed();
  };

  it('opens after failures within the window, and not by older ones', () => {
    fail(2);
    nowMs += 10_001;
    fail(2);
    expect(breaker.state).toBe('closed');
    fail(1);
    expect(breaker.state).toBe('open');
    expect(breaker.enter()).toBeUndefined();
    expect(breaker.reopensAtMs).toBe(nowMs + 5_000);
  });

  it('stays closed while as many succeed as fail, however many', () => {
    for (let count = 0; count < 100; count += 1) {
      fail(1);
      enter().succeeded();
    }
    expect(breaker.state).toBe('closed');
  });

  it('lets one request try when its time is over: a success closes it, a failure opens it again', () => {
    fail(3);
    nowMs += 5_000;
    expect(breaker.state).toBe('half_open');
    const probe = enter();
    expect(breaker.enter()).toBeUndefined();
    probe.failed();
    expect(breaker.state).toBe('open');
    nowMs += 5_000;
    enter().succeeded();
    expect(breaker.state).toBe('closed');
    expect(breaker.failuresInWindow).toBe(0);
    expect(breaker.reopensAtMs).toBeUndefined();
  });

  it('lets the next one try when the first is dropped', () => {
    fail(3);
    nowMs += 5_000;
    enter().dropped();
    expect(breaker.enter()).toBeDefined();
  });

  it('takes no word from requests that began before it opened', () => {
    const [early, earlier] = [enter(), enter()];
    fail(3);
    early.succeeded();
    expect(breaker.state).toBe('open');
    nowMs += 5_000;
    const probe = enter();
    earlier.failed();
    early.dropped();
    expect(breaker.enter()).toBeUndefined();
    probe.succeeded();
    expect(breaker.state).toBe('closed');
  });

  it('rests for as long as it is asked to, within a minute', () => {
    breaker.rest(2_000);
    expect(breaker.state).toBe('open');
    nowMs += 2_000;
    expect(breaker.state).toBe('half_open');
    breaker.rest(86_400_000);
    expect(breaker.reopensAtMs).toBe(nowMs + 60_000);
  });
});
