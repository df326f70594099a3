// Read by whatever Node the machine has, also a very old one: nothing here may need a newer one to be understood.
import { printFailure } from './problem.mjs';

const OLDEST = [20, 19];

/**
 * Runs a command on the Node of the product. It installs the dependencies when they are missing or outdated, goes on
 * in Node 24 when the machine's own is older, and only then loads the command.
 * @param load imports the command's module, whose `main` is called.
 * @param install false for commands that make sense without dependencies.
 */
export async function bootstrap(load, { install = true } = {}) {
  try {
    refuseOldNode();
    const { installDependencies, continueInNode24 } = await import('./runtime.mjs');
    if (install) await installDependencies();
    if (await continueInNode24({ required: install })) return;
    const { main } = await load();
    await main(process.argv.slice(2));
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  const error = new Error(`This is Node ${process.versions.node}, and Troupe needs ${OLDEST.join('.')} or newer.`);
  error.remedy = 'Install Node 24 from https://nodejs.org, or with your version manager, and start again.';
  throw error;
}
