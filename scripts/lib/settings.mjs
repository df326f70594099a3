import { existsSync } from 'node:fs';
import { fromRoot } from './paths.mjs';
import { Problem } from './problem.mjs';

const DEFAULT_API_PORT = 3001;
const DEFAULT_WEB_PORT = 3000;

/**
 * What the environment and .env ask for. A variable of the environment outweighs the file; an empty one counts as
 * missing, because that is what a line copied from .env.example means.
 */
export function readSettings() {
  const file = fromRoot('.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  return {
    env,
    production: env.NODE_ENV === 'production',
    ports: {
      api: port(env, 'PORT') ?? DEFAULT_API_PORT,
      web: port(env, 'WEB_PORT') ?? localPort(env.WEB_URL ?? env.FRONTEND_URL) ?? DEFAULT_WEB_PORT,
    },
  };
}

/** Where the web server reaches the API, whatever address the browser uses. */
export function internalApiUrl(env, ports) {
  return env.API_INTERNAL_URL ?? `http://127.0.0.1:${ports.api}`;
}

function port(env, name) {
  if (env[name] === undefined) return undefined;
  const number = Number(env[name]);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new Problem(`${name} is "${env[name]}", which is no port.`, `Set it to a number from 1 to 65535.`);
}

/** The web app's address also says its port, as long as it is on this machine and not behind a proxy. */
function localPort(address) {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { hostname, port: number } = new URL(address);
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) && number !== '' ? Number(number) : undefined;
}
