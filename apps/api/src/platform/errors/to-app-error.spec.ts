import { DatabaseBusyError, Prisma } from '@troupe/database';
import { toAppError } from './to-app-error.ts';

const withCode = (code: string): Error => Object.assign(new Error('it failed'), { code });
/** As Prisma throws what its driver adapter said. */
const throughPrisma = (code: string, cause?: { kind: string; originalCode?: string }): Error =>
  new Prisma.PrismaClientKnownRequestError('it failed', {
    code,
    clientVersion: '0',
    ...(cause === undefined ? {} : { meta: { driverAdapterError: { name: 'DriverAdapterError', cause } } }),
  });
const sqlstate = (code: string) => ({ kind: 'postgres', originalCode: code });

describe('a failure of the database', () => {
  it.each([
    ['it outlasted the retries', new DatabaseBusyError('busy')],
    ['a deadlock', withCode('40P01')],
    ['a server that shuts down', withCode('57P01')],
    ['a refused connection', withCode('ECONNREFUSED')],
    ['a connection that broke', new Error('Connection terminated unexpectedly')],
    [
      'a broken connection of a transaction',
      new Error('Client has encountered a connection error and is not queryable'),
    ],
    ['through Prisma: a server that is starting', throughPrisma('P2010', sqlstate('57P03'))],
    ['through Prisma: a lock that took too long', throughPrisma('P2010', sqlstate('55P03'))],
    ['through Prisma: a serialization failure', throughPrisma('P2034', { kind: 'TransactionWriteConflict' })],
    ['through Prisma: a closed connection', throughPrisma('P1017', { kind: 'ConnectionClosed' })],
    ['through Prisma: no transaction in time', throughPrisma('P2028')],
  ])('that may pass is answered with busy: %s', (_, error) => {
    expect(toAppError(error)).toMatchObject({ code: 'busy', statusCode: 503, cause: error });
  });

  it.each([
    ['a duplicate', withCode('23505')],
    ['through Prisma: a check that does not hold', throughPrisma('P2010', sqlstate('23514'))],
    ['through Prisma: no such row', throughPrisma('P2025')],
    ['not of the database at all', new TypeError('undefined is not a function')],
  ])('that will not pass is our fault, and says nothing of itself: %s', (_, error) => {
    expect(toAppError(error)).toMatchObject({ code: 'internal', message: 'Something went wrong on our side' });
  });
});
