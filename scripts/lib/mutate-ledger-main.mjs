import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { anyFreePort } from '../../packages/database/src/embedded/ports.ts';
import { startEmbeddedPostgres } from '../../packages/database/src/embedded-postgres.ts';
import { generatePrismaClient } from './generate.mjs';
import { fromRoot, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';
import { toolEnv } from './runtime.mjs';
import { createTally } from './tally.mjs';
import { TEST_FOLDER_PREFIX } from './test-folders.mjs';

const PATCHES = fromRoot('apps/api/test/ledger/mutations');
/** What the ledger's tests need; everything else stays where it is. */
const COPIED = [
  'apps/api/src',
  'apps/api/test',
  'apps/api/package.json',
  'packages',
  'prisma',
  'jest.config.mjs',
  'package.json',
  'tsconfig.base.json',
];
const LEFT_OUT = /[\\/](node_modules|dist|\.next)([\\/]|$)/;
const RUN_MAX_MS = 120_000;
/** Touches no mutation: if it fails, the broken tree doesn't even start, and nothing was caught. */
const CONTROL = 'numbers people’s wallets above the platform’s books';

export async function main() {
  generatePrismaClient();
  const folder = mkdtempSync(join(tmpdir(), TEST_FOLDER_PREFIX));
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    port: await anyFreePort(),
    durable: false,
  });
  const tally = createTally();
  try {
    const patches = readdirSync(PATCHES)
      .filter((name) => name.endsWith('.patch'))
      .sort();
    for (const name of patches) {
      const caught = await isCaught(join(PATCHES, name), join(folder, 'tree'), server.url);
      console.log(
        `  ${caught.yes ? '✓' : '✗'} ${name.replace('.patch', '')}: ${caught.yes ? 'caught by' : 'NOT caught by'} “${caught.by}”`,
      );
      tally.add(caught.yes ? { passed: 1 } : { failed: 1 });
    }
    tally.finish();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit();
}

/** The named test must pass on the tree as it is (`npm test` says so) and fail on the broken one. */
async function isCaught(patch, tree, databaseUrl) {
  const by = /^Caught-by: (.+)$/m.exec(readFileSync(patch, 'utf8'))?.[1];
  if (by === undefined) throw new Problem(`${patch} names no test.`, 'Add a line "Caught-by: <name of the test>".');
  copyTree(tree);
  const applied = await run('git', ['apply', '--whitespace=nowarn', patch], { cwd: tree });
  if (applied.code !== 0)
    throw new Problem(
      `${patch} does not apply any more: ${applied.output}`,
      'Make it anew against the ledger of today.',
    );
  const results = join(tree, 'results.json');
  const args = [
    fromRoot('node_modules/jest/bin/jest.js'),
    '--rootDir',
    tree,
    '--config',
    join(tree, 'jest.config.mjs'),
  ];
  const selection = [
    '--selectProjects',
    'db',
    '--testNamePattern',
    `${escapeRegExp(by)}|${escapeRegExp(CONTROL)}`,
    '--json',
    `--outputFile=${results}`,
  ];
  const env = {
    ...toolEnv(),
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    TEST_DATABASE_URL: databaseUrl,
  };
  const { output } = await run(process.execPath, [...args, ...selection], { cwd: tree, env });
  if (!existsSync(results)) throw new Problem(`The tests did not run: ${output.slice(-2_000)}`, 'Run npm test first.');
  const { testResults } = JSON.parse(readFileSync(results, 'utf8'));
  const all = testResults.flatMap((file) => file.assertionResults);
  if (!all.some((test) => test.title === CONTROL && test.status === 'passed')) {
    throw new Problem(`With ${patch} nothing works at all: ${output.slice(-2_000)}`, 'Make it break one rule only.');
  }
  const tests = all.filter((test) => test.title.includes(by));
  if (tests.length === 0)
    throw new Problem(`There is no test “${by}”, which ${patch} names.`, 'Name one that there is.');
  return { by, yes: tests.some((test) => test.status === 'failed') };
}

function copyTree(tree) {
  rmSync(tree, { recursive: true, force: true });
  for (const path of COPIED) {
    cpSync(fromRoot(path), join(tree, path), {
      recursive: true,
      filter: (source) => !LEFT_OUT.test(relative(ROOT, source)),
    });
  }
  // Every package of the tree's own, so that the copy's code is what runs; the rest is shared.
  mkdirSync(join(tree, 'node_modules'));
  for (const entry of readdirSync(fromRoot('node_modules'))) {
    if (entry !== '@troupe') symlinkSync(fromRoot('node_modules', entry), join(tree, 'node_modules', entry));
  }
  mkdirSync(join(tree, 'node_modules', '@troupe'));
  for (const entry of readdirSync(join(tree, 'packages'))) {
    symlinkSync(join(tree, 'packages', entry), join(tree, 'node_modules', '@troupe', entry));
  }
}

function run(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], timeout: RUN_MAX_MS });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, output }));
  });
}

const escapeRegExp = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
