import { type DynamicModule, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Database, openDatabase, UnitOfWork } from '@troupe/database';
import type { Env } from '../config/env.ts';

export const DATABASE = Symbol('DATABASE');

/** Injects the process's `Database`; only repositories and the health check ask for it. */
export const InjectDatabase = (): ParameterDecorator => Inject(DATABASE);

/**
 * Requests take milliseconds. To start workers or a compiler for one takes longer than they save, and takes cores from everybody else; and what they read is mostly
 * in memory, where a row by its index costs hardly more than the next one.
 */
const SHORT_STATEMENTS = '-c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1';

@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@InjectDatabase() private readonly database: Database) {}

  static forRoot(env: Env): DynamicModule {
    const logger = new Logger('Database');
    const database = openDatabase(
      {
        url: env.DATABASE_URL,
        poolMax: env.DATABASE_POOL_MAX,
        applicationName: 'troupe-api',
        settings: SHORT_STATEMENTS,
      },
      (error) => logger.warn(`a connection broke: ${error.message}`),
    );
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DATABASE, useValue: database },
        { provide: UnitOfWork, useValue: database.unitOfWork },
      ],
      exports: [DATABASE, UnitOfWork],
    };
  }

  /** Last of all: `onApplicationShutdown` runs after every module has let go of its work. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
