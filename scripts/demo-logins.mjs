/** The people of the seed whom anybody may be, outside production. The seed and the start both read this list. */
export const DEMO_PASSWORD = 'troupe-demo-2026';

export const DEMO_LOGINS = [
  { role: 'fan', email: 'fan@demo.troupe.local' },
  { role: 'creator', email: 'marlowe@demo.troupe.local' },
  { role: 'admin', email: 'admin@demo.troupe.local' },
];
