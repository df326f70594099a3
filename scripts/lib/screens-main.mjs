import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fromRoot } from './paths.mjs';
import { toolEnv } from './runtime.mjs';
import { findBrowser } from './scratch-product.mjs';
import { withScratchProduct } from './with-scratch-product.mjs';

export async function main() {
  const chromium = findBrowser();
  await withScratchProduct(async ({ urls, databaseUrl }) => {
    const env = {
      ...toolEnv(),
      WEB_URL: urls.web,
      E2E_DATABASE_URL: databaseUrl,
      CHROMIUM: chromium,
      SCREENS_DIR: fromRoot('screens'),
    };
    const child = spawn(process.execPath, [fromRoot('apps/web/e2e/screens.ts')], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const [code] = await once(child, 'exit');
    process.exitCode = code ?? 1;
  });
}
