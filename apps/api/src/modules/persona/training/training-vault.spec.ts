import { readEnv } from '../../../platform/config/env.ts';
import { TrainingVault } from './training-vault.ts';

const [OLD, NEW] = ['o', 'n'].map((letter) => Buffer.alloc(32, letter).toString('base64'));
const vaultWith = (key = '', old = '') =>
  new TrainingVault(
    readEnv({
      NODE_ENV: 'test',
      DATABASE_URL: 'postgres://localhost/x',
      JWT_SECRET: 'x'.repeat(32),
      SANDBOX_WEBHOOK_SECRET: 'y'.repeat(32),
      ENCRYPTION_KEY: key,
      ENCRYPTION_KEYS_OLD: old,
    }),
  );

describe('the vault of training data', () => {
  it('is off without a key, with a code that says so', () => {
    expect(vaultWith().isOpen).toBe(false);
    expect(() => vaultWith().newFile('file', 'persona')).toThrow(
      expect.objectContaining({ code: 'training_unavailable' }),
    );
  });

  it('reads what an older key wrapped for as long as that is set, and wraps with today’s', () => {
    const file = { personaId: 'persona', ...vaultWith(OLD).newFile('file', 'persona') };
    const rotated = vaultWith(NEW, `${OLD} , `);
    expect(rotated.open(file).key).toEqual(file.key);
    expect(rotated.newFile('other', 'persona').keyId).not.toBe(file.keyId);
    expect(() => vaultWith(NEW).open(file)).toThrow(`no key with the id ${file.keyId} is set`);
    expect(() => rotated.open({ ...file, personaId: 'another' })).toThrow('is broken');
  });

  it('makes sealed texts that differ each time and whose length says little', () => {
    const vault = vaultWith(NEW);
    const file = vault.newFile('file', 'persona');
    const seal = (text: string) => vault.sealPassage(file, 1, false, text);
    expect(seal('lamp')).not.toEqual(seal('lamp'));
    expect(new Set(['', 'a', 'lamp\u0080', 'x'.repeat(255)].map((text) => seal(text).length)).size).toBe(1);
    for (const text of ['', 'lamp\u0080', '\u0000', 'x'.repeat(256), '🙂'.repeat(500)]) {
      expect(vault.openPassage(file, 1, false, seal(text))).toBe(text);
    }
    expect(() => vault.openPassage(file, 2, false, seal('lamp'))).toThrow('is broken');
    expect(() => vault.openPassage(file, 1, true, seal('lamp'))).toThrow('is broken');
  });
});
