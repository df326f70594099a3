import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fromRoot } from './paths.mjs';
import { toolEnv } from './runtime.mjs';
import { findBrowser } from './scratch-product.mjs';
import { withScratchProduct } from './with-scratch-product.mjs';

export async function main() {
  const chromium = findBrowser();
  await withScratchProduct(async ({ urls }) => {
    const env = { ...toolEnv(), WEB_URL: urls.web, CHROMIUM_PATH: chromium, SCREENS_DIR: fromRoot('screens/wizard') };
    const child = spawn(process.execPath, [fromRoot('apps/web/e2e/walk-wizard.ts')], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const [code] = await once(child, 'exit');
    process.exitCode = code ?? 1;
  });
}
