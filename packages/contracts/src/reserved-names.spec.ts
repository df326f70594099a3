import { isReservedHandle, isReservedName } from './reserved-names.ts';

describe('reserved names', () => {
  it.each(['admin', 'support', 'troupe', 'ad_min', '__root__', 'adm1n', 'troup3', 'troupe_support'])(
    'keep the handle %s',
    (handle) => {
      expect(isReservedHandle(handle)).toBe(true);
    },
  );

  it.each(['marlowe', 'administer', 'supporter', 'adminah', 'the_mod_squad'])('leave the handle %s', (handle) => {
    expect(isReservedHandle(handle)).toBe(false);
  });

  it.each([
    'Troupe',
    'TROUPE Support',
    'The Official Troupe Team',
    'Admin',
    'A d m i n',
    'Аdmin', // Cyrillic
    'Ａｄｍｉｎ',
    'ᴛʀᴏᴜᴘᴇ',
    'ꜱᴜᴘᴘᴏʀᴛ',
    'Adm1n',
    'Mod\u200Berator',
    'Customer Service',
    'Sýstem',
  ])('keep the name %j', (name) => {
    expect(isReservedName(name)).toBe(true);
  });

  it.each([
    'Ada',
    'Supporting Character',
    'System of a Down fan',
    'A troupe of jugglers',
    'Officer Vane',
    'Мария',
    '美咲',
  ])('leave the name %j', (name) => {
    expect(isReservedName(name)).toBe(false);
  });
});
