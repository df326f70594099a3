/** What the web server reads from its environment; each has a default that runs the product on one machine. */

function read(name: string): string | undefined {
  const value = process.env[name]?.trim();
  return value === '' ? undefined : value;
}

/** Where this server reaches the API, without a trailing slash. */
export function apiInternalUrl(): string {
  return (read('API_INTERNAL_URL') ?? 'http://127.0.0.1:3001').replace(/\/$/, '');
}

/** Where a browser reaches the API for its socket. Read at run time, so that one build serves any host. */
export function apiPublicUrl(): string {
  return (read('NEXT_PUBLIC_API_URL') ?? 'http://localhost:3001').replace(/\/$/, '');
}

/** The address that people type, without a trailing slash. */
export function webUrl(): string {
  return (read('WEB_URL') ?? read('FRONTEND_URL') ?? read('NEXTAUTH_URL') ?? 'http://localhost:3000').replace(
    /\/$/,
    '',
  );
}

/** Encrypts the session cookie. There is no default: a known secret would let anybody forge a session. */
export function sessionSecret(): string {
  const secret = read('NEXTAUTH_SECRET');
  if (secret === undefined) throw new Error('NEXTAUTH_SECRET is not set: sessions cannot be encrypted without it.');
  return secret;
}

/** What this server identifies itself by at the API; without it the API counts all visitors as one. */
export function internalToken(): string | undefined {
  return read('INTERNAL_TOKEN');
}

/** True on a demo install, where the sign-in page names the seeded accounts. */
export function demoLogins(): boolean {
  return read('DEMO_LOGINS') === '1';
}
