/** The laws of the house. Each rule has a name and a sentence that says why; docs/architecture.md tells them as a story. */
const MODULE = '^apps/api/src/modules/([^/]+)/';

/** Which module may use which; what is missing here may use none. */
const USES = {
  account: ['auth', 'coin'],
  auth: [],
  moderation: [],
  persona: ['moderation'],
  llm: [],
  coin: [],
  chat: ['persona', 'coin', 'llm', 'moderation'],
  payment: ['coin', 'auth'],
  analytics: ['coin'],
  creator: ['persona', 'moderation', 'auth', 'community'],
  community: ['persona', 'moderation', 'auth', 'notification'],
  notification: [],
};

const moduleRules = Object.entries(USES).map(([name, allowed]) => ({
  name: `module-${name}-uses-${allowed.length === 0 ? 'no-module' : allowed.join('-and-')}`,
  comment: 'The arrows between modules are drawn once, in this table; a new arrow is a decision, not an import.',
  severity: 'error',
  from: { path: `^apps/api/src/modules/${name}/` },
  to: { path: MODULE, pathNot: `^apps/api/src/modules/(${[name, ...allowed].join('|')})/` },
}));

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'modules-only-through-index',
      comment: 'A module changes its inside freely because nobody else can see it.',
      severity: 'error',
      from: { path: MODULE },
      to: { path: MODULE, pathNot: ['^apps/api/src/modules/$1/', '^apps/api/src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'app-knows-modules-only-through-index',
      comment: 'The list of modules is a table of contents, not a tour of their rooms.',
      severity: 'error',
      from: { path: '^apps/api/src/[^/]+\\.ts$' },
      to: { path: MODULE, pathNot: '^apps/api/src/modules/[^/]+/index\\.ts$' },
    },
    ...moduleRules,
    {
      name: 'platform-knows-no-module',
      comment: 'The platform has no business word; whoever needs one belongs into a module.',
      severity: 'error',
      from: { path: '^apps/api/src/platform/' },
      to: { path: '^apps/api/src/(modules|app\\.module|create-app|main)' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules that need neither Nest nor a database nor a clock can be read and tested on their own.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/[^/]+/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^apps/api/src/modules/[^/]+/domain/',
          '^packages/contracts/',
          '^node:crypto$',
          '^crypto$',
          'node_modules/zod/',
        ],
      },
    },
    {
      name: 'sql-only-in-repositories',
      comment: 'Every statement is found in its module’s repository, and a reviewer sees it change there.',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: ['\\.repository\\.ts$', '\\.sql\\.ts$', '\\.spec\\.ts$'] },
      to: { path: ['\\.sql\\.ts$', 'node_modules/pg/'] },
    },
    {
      name: 'prisma-only-in-database-and-repositories',
      comment: 'Row types stay behind the repository; what leaves it is ours.',
      severity: 'error',
      from: { pathNot: '^(packages/database/|prisma\\.config\\.ts)' },
      to: { path: ['node_modules/@?prisma/', '^packages/database/src/generated/'] },
    },
    {
      name: 'contracts-import-zod-only',
      comment: 'Contracts run everywhere: in the browser, in the API and in tests.',
      severity: 'error',
      from: { path: '^packages/contracts/' },
      to: { pathNot: ['^packages/contracts/', 'node_modules/zod/'] },
    },
    {
      name: 'api-client-knows-contracts-only',
      comment: 'It is the public SDK: contracts and a socket, nothing of ours besides.',
      severity: 'error',
      from: { path: '^packages/api-client/' },
      to: { pathNot: ['^packages/(api-client|contracts)/', 'node_modules/socket\\.io-client/'] },
    },
    {
      name: 'web-never-imports-api',
      comment: 'The web app is a client like any other.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: ['^apps/api/', '^packages/(database|test-kit)/', '^prisma/'] },
    },
    {
      name: 'api-never-imports-web',
      comment: 'The API serves whoever speaks its contracts.',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^apps/web/', '^packages/(api-client|test-kit)/'] },
    },
    {
      name: 'seed-knows-the-ledger-by-its-tables-of-numbers',
      comment:
        'The seed posts through the ledger’s SQL functions and needs its account numbers, keys and kinds; nothing else of the API.',
      severity: 'error',
      from: { path: '^prisma/' },
      to: { path: '^apps/', pathNot: '^apps/api/src/modules/coin/ledger/(accounts|keys|kinds)\\.ts$' },
    },
    {
      name: 'tests-never-imported',
      comment: 'What a test needs twice lives in the test kit.',
      severity: 'error',
      from: { pathNot: '(\\.spec\\.ts$|/test/|/e2e/)' },
      to: { path: '(\\.(e2e-)?spec\\.ts$|^apps/[^/]+/(test|e2e)/)' },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere fails at run time only.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', 'next-env', '/\\.next/', '^packages/database/src/generated/internal'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
