import { questionsOf } from './questions.mjs';

const AT_ONCE = 4;
const TARGET_MS = 60;
const FOUND_TARGET = 0.95;
const WATCHED = ['persona', 'persona_listing', 'persona_document', 'search_word'];

/** Asks everything of a running API; `token` is of a fan who hid some of those that trend most. */
export async function measure({ api, pool, token, queries }) {
  const kinds = Object.entries(await questionsOf(pool, queries, api.origin));
  for (const [, questions] of kinds) for (const { path } of questions.slice(0, 10)) await ask(api.origin, path);
  const scans = await sequentialScans(pool);
  const rows = [];
  const figures = [];
  for (const [who, headers] of [
    ['visitor', {}],
    ['fan who hid 200', { authorization: `Bearer ${token}` }],
  ]) {
    for (const [kind, questions] of kinds) {
      const one = await inTurn(api, questions, headers);
      figures.push(...one.overHttp);
      rows.push({
        who,
        kind,
        atOnce: 1,
        ...quantiles(one.overHttp),
        database: quantiles(one.inDatabase),
        found: one.found,
        foundFirst: one.foundFirst,
      });
    }
  }
  const all = kinds.flatMap(([, questions]) => questions);
  const mixed = shuffled(all);
  const crowd = await atOnce(api, mixed, AT_ONCE);
  rows.push({
    who: 'visitor',
    kind: 'everything',
    atOnce: AT_ONCE,
    ...quantiles(crowd),
    perSecond: Math.round(crowd.perSecond),
  });
  const scanned = await sequentialScans(pool);
  rows.push(...(await baselines(api, pool, queries)));
  const misspelt = rows.find((row) => row.kind === 'a name, misspelt');
  const slowest = rows
    .filter((row) => row.database !== undefined && row.who !== 'baseline')
    .sort((a, b) => b.p95Ms - a.p95Ms)[0];
  const aims = [
    {
      name: 'all kinds in turn, p95 ms',
      value: quantiles(figures).p95Ms,
      target: `< ${TARGET_MS}`,
      holds: quantiles(figures).p95Ms < TARGET_MS,
    },
    {
      name: `the slowest kind (${slowest.kind}), p95 ms`,
      value: slowest.p95Ms,
      target: `< ${TARGET_MS}`,
      holds: slowest.p95Ms < TARGET_MS,
    },
    {
      name: 'a misspelt name finds its persona',
      value: misspelt.found,
      target: `> ${FOUND_TARGET}`,
      holds: misspelt.found > FOUND_TARGET,
    },
    { name: 'sequential scans', value: scanned - scans, target: '0', holds: scanned === scans },
  ];
  return { rows: rows.map(flat), aims };
}

async function inTurn(api, questions, headers) {
  const overHttp = [];
  const inDatabase = [];
  let found = 0;
  let foundFirst = 0;
  const asked = questions.filter((question) => question.personaId !== undefined).length;
  for (const { path, personaId } of questions) {
    await api.ask('databaseMs');
    const { ms, body } = await ask(api.origin, path, headers);
    inDatabase.push(await api.ask('databaseMs'));
    overHttp.push(ms);
    if (personaId === undefined) continue;
    if (body.items.some((item) => item.id === personaId)) found += 1;
    if (body.items[0]?.id === personaId) foundFirst += 1;
  }
  const share = (n) => (asked === 0 ? undefined : Number((n / asked).toFixed(3)));
  return { overHttp, inDatabase, found: share(found), foundFirst: share(foundFirst) };
}

async function atOnce(api, questions, clients) {
  const waiting = [...questions];
  const times = [];
  const start = performance.now();
  const client = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      times.push((await ask(api.origin, next.path)).ms);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return Object.assign(times, { perSecond: (1000 * questions.length) / (performance.now() - start) });
}

/** What the same machine takes for next to nothing. */
async function baselines(api, pool, queries) {
  const health = [];
  const row = [];
  const { rows: ids } = await pool.query('SELECT id FROM persona LIMIT $1', [queries]);
  for (const { id } of ids) {
    health.push((await ask(api.origin, '/health/live')).ms);
    const start = performance.now();
    await pool.query('SELECT name FROM persona WHERE id = $1', [id]);
    row.push(performance.now() - start);
  }
  return [
    { who: 'baseline', kind: 'GET /health/live', atOnce: 1, ...quantiles(health) },
    { who: 'baseline', kind: 'one row by its primary key', atOnce: 1, database: quantiles(row) },
  ];
}

async function ask(origin, path, headers = {}) {
  const start = performance.now();
  const response = await fetch(origin + path, { headers });
  const body = await response.json();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(body)}`);
  return { ms: performance.now() - start, body };
}

async function sequentialScans(pool) {
  // A connection hands in what it counted when it is idle for a moment; this asks for it at once where it is ours.
  await pool.query('SELECT pg_stat_force_next_flush()');
  await new Promise((resume) => setTimeout(resume, 1_500));
  const { rows } = await pool.query(
    'SELECT coalesce(sum(seq_scan), 0)::int AS scans FROM pg_stat_user_tables WHERE relname = ANY ($1)',
    [WATCHED],
  );
  return rows[0].scans;
}

function shuffled(list) {
  return list
    .map((item, index) => [(index * 7919) % list.length, item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

function quantiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

function flat({ database, ...row }) {
  if (database === undefined) return row;
  return { ...row, databaseP50Ms: database.p50Ms, databaseP95Ms: database.p95Ms, databaseP99Ms: database.p99Ms };
}
