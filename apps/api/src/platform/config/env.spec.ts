import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, ENV_NAMES, readEnv } from './env.ts';
import { providerOrder } from './llm-env.ts';

const least = {
  DATABASE_URL: 'postgresql://troupe@localhost/troupe',
  JWT_SECRET: 'x'.repeat(32),
  SANDBOX_WEBHOOK_SECRET: 'y'.repeat(32),
};
const INTERNAL_TOKEN = 'z'.repeat(32);
const problemOf = (source: NodeJS.ProcessEnv): string => {
  try {
    readEnv(source);
    return '';
  } catch (error) {
    return error instanceof ConfigError ? error.message : String(error);
  }
};

describe('the configuration', () => {
  it('runs on defaults once there is a database and secrets', () => {
    expect(readEnv(least)).toMatchObject({
      PORT: 3001,
      WEB_URL: 'http://localhost:3000',
      JWT_LIFETIME_SECONDS: 900,
      SANDBOX_PAYMENTS: true,
    });
  });

  it('takes an empty value as not set, as a copied .env.example has them', () => {
    const names = ENV_NAMES.filter((name) => !(name in least));
    const empty = Object.fromEntries(names.map((name) => [name, '']));
    expect(readEnv({ ...empty, ...least })).toEqual(readEnv(least));
  });

  it('names each bad variable and what is wrong, and never its value', () => {
    const problem = problemOf({
      ...least,
      PORT: 'eighty',
      JWT_SECRET: 'short secret',
      DATABASE_URL: 'mysql://user:hunter2@host',
    });
    expect(problem).toContain('PORT:');
    expect(problem).toContain('JWT_SECRET: must have at least 32 characters');
    expect(problem).toContain('DATABASE_URL: must be a postgres:// URL');
    expect(problem).not.toMatch(/eighty|short secret|hunter2/);
  });

  it('keeps pretend money out of production unless it is asked for', () => {
    const production = { ...least, NODE_ENV: 'production', INTERNAL_TOKEN, SANDBOX_WEBHOOK_SECRET: '' };
    expect(readEnv(production).SANDBOX_PAYMENTS).toBe(false);
    expect(problemOf({ ...production, SANDBOX_PAYMENTS: 'true' })).toContain('SANDBOX_WEBHOOK_SECRET:');
  });

  it('reads failpoints, refuses a mistyped one, and refuses all of them in production', () => {
    expect(readEnv(least).FAILPOINTS).toEqual([]);
    const armed = { ...least, FAILPOINTS: 'send.after-statement=kill@0.02' };
    expect(readEnv(armed).FAILPOINTS).toHaveLength(1);
    expect(problemOf({ ...least, FAILPOINTS: 'send.after-statment=kill' })).toContain('FAILPOINTS: rule 1');
    expect(problemOf({ ...armed, NODE_ENV: 'production' })).toContain('FAILPOINTS: must not be set in production');
  });

  it('does not start in production without what the web app identifies itself by', () => {
    expect(problemOf({ ...least, NODE_ENV: 'production' })).toContain('INTERNAL_TOKEN:');
    expect(problemOf({ ...least, NODE_ENV: 'production', INTERNAL_TOKEN })).toBe('');
  });

  it('refuses a proxy that is no address, and keeps its text to itself', () => {
    expect(problemOf({ ...least, TRUSTED_PROXIES: '192.0.2.1, loopback' })).toMatch(/TRUSTED_PROXIES:(?!.*loopback)/);
  });

  it('refuses a provider of language models that has no key, and one that nobody knows', () => {
    expect(problemOf({ ...least, LLM_FALLBACKS: 'openai' })).toContain('LLM_FALLBACKS: openai needs OPENAI_API_KEY');
    expect(problemOf({ ...least, LLM_PROVIDER: 'custom' })).toContain('LLM_PROVIDER: custom needs LLM_BASE_URL');
    expect(problemOf({ ...least, LLM_FALLBACKS: 'skynet' })).toContain('LLM_FALLBACKS');
    expect(problemOf({ ...least, LLM_FALLBACKS: 'skynet' })).not.toContain('skynet');
  });

  it('refuses a key that no header can carry, without saying it', () => {
    const problem = problemOf({ ...least, OPENAI_API_KEY: 'sk-hunter2\n' });
    expect(problem).toContain('OPENAI_API_KEY: must be printable ASCII without spaces');
    expect(problem).not.toContain('hunter2');
  });

  it('asks the providers in the order that it is given, each once, and a base URL before any key', () => {
    const order = (settings: NodeJS.ProcessEnv) => providerOrder(readEnv({ ...least, ...settings }));
    const keys = { OPENROUTER_API_KEY: 'a', OPENAI_API_KEY: 'b', ANTHROPIC_API_KEY: 'c' };
    expect(order({})).toEqual([]);
    expect(order(keys)).toEqual(['openrouter']);
    expect(order({ ...keys, LLM_BASE_URL: 'http://localhost:11434/v1' })).toEqual(['custom']);
    expect(order({ ...keys, LLM_PROVIDER: 'anthropic', LLM_FALLBACKS: 'openai, anthropic,openai' })).toEqual([
      'anthropic',
      'openai',
    ]);
  });

  it('takes FRONTEND_URL for WEB_URL', () => {
    expect(readEnv({ ...least, FRONTEND_URL: 'https://troupe.example' }).WEB_URL).toBe('https://troupe.example');
  });

  it('is what .env.example lists', () => {
    const example = readFileSync(join(import.meta.dirname, '../../../../../.env.example'), 'utf8');
    const listed = [...example.matchAll(/^([A-Z0-9_]+)=/gm)].map((match) => match[1]);
    // Read by the web app and by the start script, not by the API.
    const elsewhere = ['NEXT_PUBLIC_API_URL', 'WEB_PORT', 'API_INTERNAL_URL', 'NEXTAUTH_SECRET', 'NEXTAUTH_URL'];
    expect(new Set(listed)).toEqual(new Set([...ENV_NAMES, ...elsewhere]));
  });
});
