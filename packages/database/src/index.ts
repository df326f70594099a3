export { type Database, type DatabaseOptions, openDatabase } from './client.ts';
export { MessageStatus, PaymentStatus, PersonaStatus, Prisma, PrismaClient } from './generated/client.ts';
export { DatabaseBusyError, isTransient, retryTransient } from './retry.ts';
export { type Tx, UnitOfWork } from './unit-of-work.ts';
