import { createApp } from './create-app.ts';
import { ConfigError, readEnv } from './platform/config/env.ts';

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const app = await createApp(env);
  await app.listen(env.PORT, env.HOST);
}

main().catch((error: unknown) => {
  // A bad variable is the operator's to mend and needs its name, not our stack.
  const text =
    error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : error;
  process.stderr.write(`${String(text)}\n`);
  process.exitCode = 1;
});
