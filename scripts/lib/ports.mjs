import { createServer } from 'node:net';
import { Problem } from './problem.mjs';

/** @throws Problem when a port that is to be listened on is taken. */
export async function requireFreePort(port, { what, variable }) {
  if (await isFree(port)) return;
  throw new Problem(
    `Port ${port}, meant for the ${what}, is already in use.`,
    `Stop what uses it, or choose another: ${variable}=${port + 100} npm start`,
  );
}

/** Both ways that servers listen: on every address, and on the loopback alone. */
async function isFree(port) {
  for (const host of [undefined, '127.0.0.1']) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
