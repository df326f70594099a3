import { config } from 'zod/mini';

/**
 * Zod, set up before the first schema is made: it compiles parsers with `new Function`, which a page whose
 * Content-Security-Policy forbids eval would report as a violation. The small edition, because browsers load the contracts.
 */
if ('window' in globalThis) config({ jitless: true });

export * from 'zod/mini';
