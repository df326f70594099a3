import { careResources } from '@troupe/contracts/http/moderation';
import { LINES_BY_COUNTRY } from './care-lines.ts';
import { findCare } from './find-care.ts';

const phonesOf = (country?: string, locale?: string) => findCare(country, locale).lines.map((line) => line.phone);

describe('where people can be reached', () => {
  it.each([
    ['US', '988'],
    ['GB', '116 123'],
    ['IE', '116 123'],
    ['IN', '14416'],
  ])('%s has %s first', (country, phone) => expect(phonesOf(country)[0]).toBe(phone));

  it('takes the region of a locale, and the country before it', () => {
    expect(findCare(undefined, 'en-gb').country).toBe('GB');
    expect(findCare('IN', 'en-GB').country).toBe('IN');
  });

  it.each([
    ['a country without lines', 'AQ', undefined],
    ['a language without a region', undefined, 'en'],
    ['no tag at all', undefined, '-'],
    ['a name of every object', 'constructor', undefined],
    ['nothing', undefined, undefined],
  ])('%s is answered with what serves everywhere', (_, country, locale) => {
    const answer = findCare(country, locale);
    expect(answer).toMatchObject({ country: null, emergencyPhone: null });
    expect(answer.lines[0]?.url).toBe('https://findahelpline.com');
  });

  it.each(Object.keys(LINES_BY_COUNTRY))('%s keeps the contract, with a way to reach each line', (country) => {
    const { lines } = careResources.parse(findCare(country, undefined));
    for (const { phone, sms, url } of lines) expect([phone, sms, url].some((way) => way !== null)).toBe(true);
  });
});
