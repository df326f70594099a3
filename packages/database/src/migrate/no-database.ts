import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';

/** The oldest release that the product supports; the engine writes SQL that it understands. */
const VERSION = { text: 'PostgreSQL 16.0', number: 160_000 };

/**
 * Comparing two schemas needs no database, but the engine asks for one when it opens. This answers the only question
 * that it then has, whether the schema `public` exists in which version, and refuses every other.
 */
export function noDatabase(): SqlMigrationAwareDriverAdapterFactory {
  const identity = { provider: 'postgres', adapterName: 'no-database' } as const;
  const refuse = () => Promise.reject(new Error('Comparing schemas must not touch a database.'));
  const adapter: SqlDriverAdapter = {
    ...identity,
    queryRaw: ({ sql }) => {
      if (!sql.includes('server_version_num')) return refuse();
      return Promise.resolve({
        columnNames: ['exists', 'version', 'numeric_version'],
        columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
        rows: [[true, VERSION.text, VERSION.number]],
      });
    },
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: () => Promise.resolve(),
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  };
  const connect = () => Promise.resolve(adapter);
  return { ...identity, connect, connectToShadowDb: connect };
}
