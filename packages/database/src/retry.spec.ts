import { runInNewContext } from 'node:vm';
import { DatabaseBusyError, isTransient, retryTransient } from './retry.ts';

const failing = (fields: object, message = 'no'): Error => Object.assign(new Error(message), fields);
const driverAdapterError = (originalCode: string): object => ({
  meta: { driverAdapterError: { cause: { originalCode } } },
});

describe('a failure of the moment', () => {
  it.each([
    ['a deadlock', failing({ code: '40P01' })],
    ['a reset connection', failing({ code: 'ECONNRESET' })],
    ['a reset of another realm', runInNewContext("Object.assign(new Error('read'), { code: 'ECONNRESET' })") as Error],
    ['a connection that was terminated under Prisma', failing({ code: 'P2039', ...driverAdapterError('57P01') })],
    ['a raw query of Prisma that lost its connection', failing({ code: 'P2010', ...driverAdapterError('08006') })],
    ['a database that Prisma can’t reach', failing({ code: 'P1001' })],
    ['a transaction that found no connection', failing({ code: 'P2028' })],
    ['a broken client', failing({}, 'x: Client has encountered a connection error and is not queryable')],
    ['a pool without a free connection', failing({}, 'timeout exceeded when trying to connect')],
    ['one that was retried in vain', new DatabaseBusyError('busy')],
  ])('is %s', (_, error) => {
    expect(isTransient(error)).toBe(true);
  });

  it.each([
    ['a broken constraint', failing({ code: '23505' })],
    ['a broken constraint under Prisma', failing({ code: 'P2039', ...driverAdapterError('23514') })],
    ['a missing record', failing({ code: 'P2025' })],
    ['a bug', new TypeError('x is undefined')],
    ['nothing', null],
    ['meta of another shape', failing({ meta: { driverAdapterError: null } })],
  ])('is not %s', (_, error) => {
    expect(isTransient(error)).toBe(false);
  });
});

describe('retryTransient', () => {
  it('tries again until it works', async () => {
    let attempts = 0;
    const answer = await retryTransient(async () => {
      attempts += 1;
      if (attempts < 3) throw failing({ code: '40001' });
      return 'done';
    });
    expect([answer, attempts]).toEqual(['done', 3]);
  });

  it('gives up as busy, with what happened as the cause', async () => {
    const error = failing({ code: '57P01' });
    await expect(retryTransient(() => Promise.reject(error))).rejects.toMatchObject({
      name: 'DatabaseBusyError',
      cause: error,
    });
  });

  it('does not wait a second time for what took long to fail', async () => {
    let attempts = 0;
    const slow = async (): Promise<never> => {
      attempts += 1;
      throw failing({ code: '55P03' });
    };
    await expect(retryTransient(slow, { withinMs: -1 })).rejects.toBeInstanceOf(DatabaseBusyError);
    expect(attempts).toBe(1);
  });
});
