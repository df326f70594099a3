import { availableParallelism } from 'node:os';

/** Sizes of tests: pure (`x.spec.ts`), against an oracle (`x.prop.spec.ts`), real Postgres (`x.db.spec.ts`), the whole API (`x.e2e-spec.ts`). */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          parser: { syntax: 'typescript', tsx: false, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
          target: 'es2024',
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
};
const ignored = ['/node_modules/', '/dist/', '/\\.next/', '/\\.data/'];

export default {
  // Jest keeps one core for itself; of two that leaves one, while most of a test waits for the database.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,packages,prisma}/**/*.spec.ts'],
      testPathIgnorePatterns: [...ignored, '\\.(db|prop)\\.spec\\.ts$'],
    },
    {
      ...shared,
      displayName: 'prop',
      testMatch: ['<rootDir>/{apps,packages}/**/*.prop.spec.ts'],
      testPathIgnorePatterns: ignored,
    },
    {
      ...shared,
      displayName: 'db',
      testMatch: ['<rootDir>/{apps,packages,prisma}/**/*.db.spec.ts'],
      testPathIgnorePatterns: ignored,
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/apps/api/test/**/*.e2e-spec.ts'],
      testPathIgnorePatterns: ignored,
    },
  ],
  // Requests, streams and sweeps of a whole API on a small machine.
  testTimeout: 30_000,
};
