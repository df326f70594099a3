import { regionalLocale, siteOf, telHref } from './care-links';

describe('ways to reach a line', () => {
  it('a number is dialled without what only people read', () => {
    expect(telHref('0120-279-338')).toBe('tel:0120279338');
    expect(telHref('+44 (0)116 123')).toBe('tel:+440116123');
  });

  it('a site is shown by its name and opened only over https', () => {
    expect(siteOf('https://www.samaritans.org/ireland')).toEqual({
      href: 'https://www.samaritans.org/ireland',
      name: 'samaritans.org',
    });
    expect(siteOf('http://samaritans.org')).toBeNull();
    expect(siteOf('javascript:alert(1)')).toBeNull();
    expect(siteOf('samaritans')).toBeNull();
    expect(siteOf(null)).toBeNull();
  });
});

describe('where the fan may be', () => {
  it.each([
    [['en', 'en-GB', 'en-US'], 'en-GB'],
    [['zh-Hant-TW'], 'zh-Hant-TW'],
    [['en', 'de'], undefined],
    [['zh-Hant', 'es-419'], undefined],
    [[], undefined],
  ])('%j is %s', (languages, locale) => {
    expect(regionalLocale(languages)).toBe(locale);
  });
});
