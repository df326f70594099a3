import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresProblem } from './problem.ts';

const OWNER_ONLY = 0o600;

/**
 * Reads named secrets from a file of mode 600 and generates those that are missing.
 * @param generators how to make each secret that is not there yet.
 * @returns all asked for, and the names of those that were made now.
 * @throws EmbeddedPostgresProblem when the file is not a JSON object of strings.
 */
export function readOrCreateSecrets<Name extends string>(
  file: string,
  generators: Record<Name, () => string>,
): { secrets: Record<Name, string>; created: Name[] } {
  const stored = readSecretsFile(file);
  const created: Name[] = [];
  const secrets = {} as Record<Name, string>;
  for (const name of Object.keys(generators) as Name[]) {
    const known = stored[name];
    if (known === undefined) created.push(name);
    secrets[name] = known ?? generators[name]();
  }
  if (created.length > 0) writeSecretsFile(file, { ...stored, ...secrets });
  return { secrets, created };
}

/** A password of 192 random bits that needs no escaping in a connection string. */
export function generatePassword(): string {
  return randomBytes(24).toString('base64url');
}

function readSecretsFile(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    parsed = undefined;
  }
  const isRecord = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  if (!isRecord || !Object.values(parsed as object).every((value) => typeof value === 'string')) {
    throw new EmbeddedPostgresProblem(
      `The file of generated secrets, ${file}, cannot be read as JSON.`,
      'Restore it from a backup, or delete it to have new secrets made: people are then signed out and stored keys are lost.',
    );
  }
  return parsed as Record<string, string>;
}

function writeSecretsFile(file: string, secrets: Record<string, string>): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: OWNER_ONLY });
  chmodSync(draft, OWNER_ONLY);
  // A rename replaces the file in one step: a crash here never leaves half of the secrets.
  renameSync(draft, file);
}
