import { defineConfig } from 'prisma/config';

// Only `prisma generate` and `prisma validate` read this; migrations go through prisma/migrate.ts.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
});
