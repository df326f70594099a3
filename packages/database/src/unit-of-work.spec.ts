import { Prisma, type PrismaClient } from './generated/client.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** A client whose transactions do nothing but their work. */
const prisma = { $transaction: async (work: (tx: unknown) => Promise<unknown>) => work({}) } as unknown as PrismaClient;
const messageOf = (error: Error): Promise<string> =>
  new UnitOfWork(prisma)
    .run('open-file', () => Promise.reject(error))
    .then(
      () => 'nothing was thrown',
      (thrown: Error) => thrown.message,
    );

describe('the error of a transaction', () => {
  it('that the database threw says which transaction it was', async () => {
    const error = new Prisma.PrismaClientKnownRequestError('Write conflict', { code: 'P2034', clientVersion: '7' });
    expect(await messageOf(error)).toBe('open-file: Write conflict');
  });

  it('that was thrown for people stays as it was worded', async () => {
    expect(await messageOf(new Error('Up to 20 files at once'))).toBe('Up to 20 files at once');
  });
});
