import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot, ROOT } from './paths.mjs';
import { toolEnv } from './runtime.mjs';
import { secondsSince } from './tally.mjs';

const AT_A_TIME = 2;
const SHOWN_LINES = 80;

/** Runs every step, two at a time, each counting as one test. What a failing step printed is shown. */
export async function runLint(tally, { signal } = {}) {
  const waiting = steps();
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined && !signal?.aborted; step = waiting.shift()) {
      const startedAt = performance.now();
      const { code, output } = await run(step, signal);
      if (signal?.aborted) return;
      tally.add(code === 0 ? { passed: 1 } : { failed: 1 });
      console.log(`  ${code === 0 ? '✓' : '✗'} ${step.name} (${secondsSince(startedAt)})`);
      if (code !== 0) console.log(excerpt(output, step.command));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

function excerpt(output, command) {
  const lines = output.trimEnd().split('\n');
  const rest = lines.length - SHOWN_LINES;
  if (rest > 0) lines.splice(SHOWN_LINES, rest, `… ${rest} more lines: npx ${command}`);
  return lines.map((line) => `    ${line}`).join('\n');
}

function steps() {
  return [
    // The longest first, so that the others fit beside them.
    ...workspaces()
      .map(typeCheck)
      .sort((a, b) => Number(b.isOwnScript) - Number(a.isOwnScript)),
    { name: 'style (biome)', command: 'biome check --error-on-warnings .' },
    { name: 'direction of dependencies', command: 'depcruise --config .dependency-cruiser.mjs apps packages prisma' },
    { name: 'dead code (knip)', command: 'knip' },
    { name: 'lock file complete', command: 'node scripts/complete-lock.mjs --check' },
    { name: 'no forgotten migration', command: 'node prisma/migrate.ts check' },
  ];
}

/** Folders with a tsconfig of their own: the workspaces, and prisma's scripts. */
function workspaces() {
  const inside = (parent) => readdirSync(fromRoot(parent)).map((name) => join(parent, name));
  return ['prisma', ...inside('packages'), ...inside('apps')].filter((path) =>
    existsSync(fromRoot(path, 'tsconfig.json')),
  );
}

/** A workspace that must generate types first says so in a script of its own. */
function typeCheck(path) {
  const manifest = fromRoot(path, 'package.json');
  const script = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).scripts?.typecheck : undefined;
  return {
    name: `types of ${path}`,
    command: script ?? 'tsc -p .',
    cwd: fromRoot(path),
    isOwnScript: script !== undefined,
  };
}

function run({ command, cwd = ROOT }, signal) {
  const child = spawn(command, { cwd, env: toolEnv(), shell: true, signal });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
