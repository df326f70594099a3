import { createDecipheriv, hkdfSync } from 'node:crypto';
import { readEnv } from '../../../platform/config/env.ts';
import { AppError } from '../../../platform/errors/app-error.ts';
import { hintOf, PayoutVault } from './payout-vault.ts';

const KEY = Buffer.alloc(32, 'k').toString('base64');
const vaultWith = (key: string) =>
  new PayoutVault(
    readEnv({
      NODE_ENV: 'test',
      DATABASE_URL: 'postgres://localhost/x',
      JWT_SECRET: 'x'.repeat(32),
      SANDBOX_WEBHOOK_SECRET: 'y'.repeat(32),
      ENCRYPTION_KEY: key,
    }),
  );

/** As the documentation of the format says it. */
function open(sealed: Uint8Array, ownerId: string): string {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(KEY, 'base64'), '', 'troupe:tax-ids', 32));
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(ownerId));
  decipher.setAuthTag(sealed.subarray(13, 29));
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8');
}

describe('the vault of payouts', () => {
  const vault = vaultWith(KEY);

  it('is read by whoever has the key, for its owner only, and is different each time', () => {
    const sealed = vault.seal('ann', 'DE811907980');
    expect(open(sealed, 'ann')).toBe('DE811907980');
    expect(() => open(sealed, 'ben')).toThrow(/unable to authenticate/);
    const forged = Uint8Array.from(sealed);
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    expect(() => open(forged, 'ann')).toThrow(/unable to authenticate/);
    expect(vault.seal('ann', 'DE811907980')).not.toEqual(sealed);
  });

  it('hashes the same value of the same kind alike, with its key', () => {
    expect(vault.hash('card', '4242')).toEqual(vault.hash('card', '4242'));
    expect(vault.hash('card', '4242')).not.toEqual(vault.hash('device', '4242'));
    expect(vault.hash('card', '4242')).not.toEqual(
      vaultWith(Buffer.alloc(32, 'l').toString('base64')).hash('card', '4242'),
    );
  });

  it('keeps nothing without a key', () => {
    const closed = vaultWith('');
    expect(closed.isOpen).toBe(false);
    expect(closed.hash('card', '4242')).toBeUndefined();
    expect(() => closed.seal('ann', 'DE811907980')).toThrow(AppError);
  });

  it('shows no more than half of a short id', () => {
    expect([hintOf('DE811907980'), hintOf('12345'), hintOf('1234')]).toEqual(['•••• 7980', '•••• 45', '•••• 34']);
  });
});
