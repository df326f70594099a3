import pg from 'pg';
import { createApp } from '../../../apps/api/dist/create-app.js';
import { readEnv } from '../../../apps/api/dist/platform/config/env.js';
import { serveParent } from '../chat/child.mjs';

/** The API as it is, and beside it the time that its statements took. */
let databaseMs = 0;
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function timed(config, values, callback) {
  const start = performance.now();
  const end = () => {
    databaseMs += performance.now() - start;
  };
  const given = [config, values, callback];
  const at = given.findIndex((argument) => typeof argument === 'function');
  if (at !== -1) {
    const answer = given[at];
    given[at] = (...answers) => {
      end();
      answer(...answers);
    };
    return query.apply(this, given);
  }
  const result = query.apply(this, given);
  if (typeof result?.then === 'function') result.then(end, end);
  return result;
};

const app = await createApp(readEnv(process.env));
await app.listen(0, '127.0.0.1');

serveParent(
  { origin: `http://127.0.0.1:${app.getHttpServer().address().port}` },
  {
    databaseMs: () => {
      const spent = databaseMs;
      databaseMs = 0;
      return spent;
    },
  },
);
