import { IntervalJob } from './interval-job.ts';

describe('IntervalJob', () => {
  it('waits for a run that is under way when it is stopped, and starts no other', async () => {
    const run = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    let runs = 0;
    const job = new IntervalJob(
      () => {
        runs += 1;
        started.resolve();
        return run.promise;
      },
      0,
      () => undefined,
    );
    job.start(0);
    await started.promise;
    const stopped = job.stop();
    let isStopped = false;
    void stopped.then(() => {
      isStopped = true;
    });
    await new Promise((resume) => setImmediate(resume));
    expect(isStopped).toBe(false);
    run.resolve();
    await stopped;
    expect(runs).toBe(1);
  });

  it('does not wait for ever for a run that hangs', async () => {
    const started = Promise.withResolvers<void>();
    const job = new IntervalJob(
      () => {
        started.resolve();
        return new Promise<void>(() => undefined);
      },
      0,
      () => undefined,
    );
    job.start(0);
    await started.promise;
    await expect(job.stop(20)).resolves.toBeUndefined();
  });
});
