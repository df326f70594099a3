import { readFileSync } from 'node:fs';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { noDatabase } from './no-database.ts';
import { explainEngineFailure } from './problem.ts';
import { scriptDatabase } from './script-adapter.ts';

/** Files of a Prisma schema: path and content. The engine wants at least one. */
export type SchemaFiles = readonly { readonly path: string; readonly content: string }[];

/** No tables or enums are managed by anybody else. */
export const ALL_ENTITIES: bindings.SchemaFilter = { externalTables: [], externalEnums: [] };

type Work<T> = (engine: bindings.SchemaEngine) => Promise<T>;

/** What the generated bindings leave out of their types: how the module is put together. */
interface WebAssemblyLoader {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: { __wbindgen_start?: () => void } } }>;
}

let loaded: Promise<void> | undefined;
let lastPanic: string | undefined;

/**
 * Works with Prisma's own migration engine on a database, in its WebAssembly form: that comes from npm like any
 * package, while the Prisma CLI downloads a native one, which fails behind a firewall and makes an image bigger.
 * @throws MigrationProblem for everything that the engine refuses.
 */
export async function withEngine<T>(databaseUrl: string, schema: SchemaFiles, work: Work<T>): Promise<T> {
  const database = scriptDatabase(databaseUrl);
  try {
    return await run(database.factory, schema, work, database.lastFailure);
  } finally {
    await database.close();
  }
}

/** The same without a database, for work on schemas alone. */
export function withEngineOnly<T>(schema: SchemaFiles, work: Work<T>): Promise<T> {
  return run(noDatabase(), schema, work, () => undefined);
}

async function run<T>(
  database: SqlMigrationAwareDriverAdapterFactory,
  schema: SchemaFiles,
  work: Work<T>,
  lastFailure: () => string | undefined,
): Promise<T> {
  loaded ??= load();
  await loaded;
  lastPanic = undefined;
  const datamodels = schema.map(({ path, content }): [string, string] => [path, content]);
  const adapter = bindMigrationAwareSqlAdapterFactory(database);
  let engine: bindings.SchemaEngine | undefined;
  try {
    engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
    return await work(engine);
  } catch (error) {
    throw explainEngineFailure(error, lastFailure() ?? lastPanic);
  } finally {
    // After a breakdown the engine's memory is lost anyway, and freeing it would hide the cause.
    if (lastPanic === undefined) engine?.free();
  }
}

async function load(): Promise<void> {
  const module = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(new URL('./schema_engine_bg.wasm', module));
  const runtime = globalThis as unknown as {
    WebAssembly: WebAssemblyLoader;
    PRISMA_WASM_PANIC_REGISTRY?: { set_message(message: string): void };
  };
  // The engine reports a breakdown to this name, and would fail a second time if it were not there.
  runtime.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      lastPanic = message;
    },
  };
  const imports = { './schema_engine_bg.js': { ...bindings, ...unreferencedTimers() } };
  const { instance } = await runtime.WebAssembly.instantiate(bytes, imports);
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
}

/** The engine leaves its ten-second lock timer running after it is done, which would keep the process alive. */
function unreferencedTimers(): Record<string, unknown> {
  const timers = Object.entries(bindings).filter(([name]) => name.startsWith('__wbg_setTimeout_'));
  return Object.fromEntries(
    timers.map(([name, setTimer]) => [
      name,
      (...args: unknown[]): unknown => {
        const timer: unknown = Reflect.apply(setTimer as (...args: unknown[]) => unknown, undefined, args);
        if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as NodeJS.Timeout).unref();
        return timer;
      },
    ]),
  );
}
