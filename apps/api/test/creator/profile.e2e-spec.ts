import { CREATOR_TERMS_VERSION } from '@troupe/contracts/http/creator';
import { ADDRESS_PROBLEMS } from '@troupe/contracts/http/public-address';
import { type House, openHouse } from '../support/boot.ts';
import { outcomeOf, registerAdult, registerCreator } from '../support/studio.ts';

const AGREED = { agreedTermsVersion: CREATOR_TERMS_VERSION };

describe('the profile of a creator', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => house.close());

  it('makes a creator of an adult who agrees to the terms, with nothing else to fill in', async () => {
    const actor = await registerAdult(house, 'Åsa Lind');
    const { profile, token } = await actor.api.creator.become(AGREED);
    expect(profile).toMatchObject({
      userId: actor.userId,
      handle: actor.session.user.handle,
      displayName: 'Åsa Lind',
      bio: '',
      links: [],
      picture: [],
    });
    actor.session.token = token;
    expect((await actor.api.auth.me()).roles).toEqual(['fan', 'creator']);
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      roles: ['fan', 'creator'],
      age: 'adult',
    });
    const kept = await house.world.query(
      'SELECT terms_version, terms_agreed_at IS NOT NULL AS dated FROM creator WHERE user_id = $1',
      [actor.userId],
    );
    expect(kept).toEqual([{ terms_version: CREATOR_TERMS_VERSION, dated: true }]);
    // Whoever lost the answer sends it again.
    await actor.api.creator.become({ ...AGREED, bio: 'I write.' });
    expect((await actor.api.auth.me()).roles).toEqual(['fan', 'creator']);
    expect((await house.world.query('SELECT bio FROM creator WHERE user_id = $1', [actor.userId]))[0]).toEqual({
      bio: 'I write.',
    });
  });

  it('is refused to those who are no adults, who said nothing of it, or who agreed to other terms', async () => {
    const unsaid = await house.register('Unsaid');
    expect(await outcomeOf(unsaid.api.creator.become(AGREED))).toBe('age_confirmation_required');
    await outcomeOf(unsaid.api.account.confirmAdult({ birthDate: '2015-01-01' }));
    expect(await outcomeOf(unsaid.api.creator.become(AGREED))).toBe('age_confirmation_required');
    const adult = await registerAdult(house, 'Adult');
    expect(await outcomeOf(adult.api.creator.become({ agreedTermsVersion: '2020-01-01' }))).toBe('terms_changed');
    expect(await outcomeOf(adult.api.creator.changeProfile({ bio: 'x' }))).toBe('not_found');
    expect((await adult.api.auth.me()).roles).toEqual(['fan']);
  });

  it('has one handle for the fan and the creator, which nobody else has', async () => {
    const first = await registerCreator(house, 'First', { handle: 'Wren_Hearth' });
    expect((await first.api.auth.me()).handle).toBe('wren_hearth');
    const second = await registerAdult(house, 'Second');
    expect(await outcomeOf(second.api.creator.become({ ...AGREED, handle: 'wren_hearth' }))).toBe('handle_taken');
    const fan = await house.register('Fan');
    const fans = fan.session.user.handle;
    expect(await outcomeOf(second.api.creator.become({ ...AGREED, handle: fans }))).toBe('handle_taken');
    // A creator of the time when the two could differ.
    await house.world.addCast();
    const [old] = await house.world.query<{ handle: string }>(
      "SELECT handle FROM creator WHERE handle LIKE 'creator%' LIMIT 1",
    );
    expect(await outcomeOf(second.api.creator.become({ ...AGREED, handle: old?.handle ?? '' }))).toBe('handle_taken');
    for (const handle of ['admin', 'Troupe', 'adm1n', 'support_']) {
      expect(await outcomeOf(second.api.creator.become({ ...AGREED, handle }))).toBe('handle_reserved');
    }
    for (const handle of ['ab', 'x'.repeat(31), 'with space', 'åsa', '___', 'a-b']) {
      expect(await outcomeOf(second.api.creator.become({ ...AGREED, handle }))).toBe('validation_failed');
    }
    expect((await second.api.auth.me()).roles).toEqual(['fan']);
  });

  it('goes to one of those who want the same handle at once', async () => {
    const rivals = await Promise.all(['R1', 'R2', 'R3'].map((name) => registerAdult(house, name)));
    const outcomes = rivals.map((rival) => outcomeOf(rival.api.creator.become({ ...AGREED, handle: 'the_only_one' })));
    expect((await Promise.all(outcomes)).sort()).toEqual(['allowed', 'handle_taken', 'handle_taken']);
  });

  it('shows to everybody what its creator wrote, and only links that are safe to follow', async () => {
    const creator = await registerCreator(house, 'Shown', { bio: 'I write people.' });
    const { api } = creator;
    const links = [{ label: 'My page', url: 'https://example.org/me' }];
    const changed = await api.creator.changeProfile({ links, displayName: 'Wren' });
    expect(changed).toMatchObject({ links, displayName: 'Wren', bio: 'I write people.' });
    const visitor = await fetch(`${house.origin}/creator/profile/${creator.userId}`);
    expect(await visitor.json()).toEqual(changed);
    const { form, unseen, place } = ADDRESS_PROBLEMS;
    const unsafe: Record<string, string[]> = {
      [form]: ['javascript:alert(1)', 'http://example.org', 'https://me:secret@example.org', 'data:text/html,x', 'no'],
      [place]: [
        ...['https://localhost', 'https://127.0.0.1/', 'https://2130706433', 'https://0x7f.1', 'https://[::1]/'],
        ...['https://10.0.0.8:8443/', 'https://169.254.169.254/', 'https://8.8.8.8', 'https://printer.local./'],
        ...['https://a.LOCALHOST', 'https://１２７.0.0.1', 'https://router.home.arpa', 'https://db.internal'],
      ],
      [unseen]: [
        'https://example.org/\u202egpj.exe',
        'https://exam\u200bple.org',
        'https://example.org/\u2066a',
        'https://e.org/\u3000x',
      ],
    };
    for (const [problem, urls] of Object.entries(unsafe)) {
      for (const url of urls) {
        const failure = await api.creator
          .changeProfile({ links: [{ label: 'x', url }] })
          .catch((error: unknown) => error);
        const details = [{ path: 'links.0.url', problem }];
        expect([url, failure]).toMatchObject([url, { code: 'validation_failed', details }]);
      }
    }
    const fine = ['https://xn--bcher-kva.example/', 'https://bücher.example/?q=a b', 'https://1.example.org/%E2%80%8C'];
    await api.creator.changeProfile({ links: fine.map((url) => ({ label: 'x', url })) });
    expect(await outcomeOf(api.creator.changeProfile({ displayName: 'Troupe Support' }))).toBe('validation_failed');
    expect(await outcomeOf(api.creator.changeProfile({ bio: 'Fuck me harder' }))).toBe('content_blocked');
    expect(await outcomeOf(api.creator.changeProfile({ pictureKey: `uploads/${'0'.repeat(32)}` }))).toBe(
      'validation_failed',
    );
  });
});
