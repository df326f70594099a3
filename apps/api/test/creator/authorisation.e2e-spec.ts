import { randomUUID } from 'node:crypto';
import { createApiClient } from '@troupe/api-client';
import { CREATOR_TERMS_VERSION } from '@troupe/contracts/http/creator';
import type { OwnPersona } from '@troupe/contracts/http/creator-persona';
import type { Actor } from '@troupe/test-kit/actors';
import { changedV2 } from '@troupe/test-kit/card-samples';
import { type House, openHouse } from '../support/boot.ts';
import { outcomeOf, pictureFile, publishedBy, registerAdult, registerCreator } from '../support/studio.ts';

type Api = Actor['api'];
type Who = 'visitor' | 'fan' | 'owner' | 'other creator' | 'admin';
const WHO: readonly Who[] = ['visitor', 'fan', 'owner', 'other creator', 'admin'];

interface Target extends Pick<OwnPersona, 'id' | 'revision'> {
  creatorId: string;
  entryId: string;
}

/** With all that publishing asks for. */
const CARD = new Blob([changedV2({ extensions: { troupe: { hook: 'Keeps the light.' } } })]);

/** Each action with what becomes of it, in the order of `WHO`. */
const TABLE: readonly [string, (api: Api, at: Target) => Promise<unknown>, readonly string[]][] = [
  [
    'reads a creator’s profile',
    (api, at) => api.creator.profile(at.creatorId),
    ['allowed', 'allowed', 'allowed', 'allowed', 'allowed'],
  ],
  [
    'becomes a creator',
    (api) => api.creator.become({ agreedTermsVersion: CREATOR_TERMS_VERSION }),
    ['unauthenticated', 'allowed', 'allowed', 'allowed', 'age_confirmation_required'],
  ],
  [
    'changes their profile',
    (api) => api.creator.changeProfile({ bio: 'Hi.' }),
    ['unauthenticated', 'not_found', 'allowed', 'allowed', 'not_found'],
  ],
  [
    'uploads a picture',
    async (api) => api.creator.uploadPicture(await pictureFile('#123456')),
    ['unauthenticated', 'allowed', 'allowed', 'allowed', 'allowed'],
  ],
  [
    'lists their personas',
    (api) => api.creator.personas(),
    ['unauthenticated', 'allowed', 'allowed', 'allowed', 'allowed'],
  ],
  [
    'makes a persona',
    (api) => api.creator.createPersona({ name: 'New' }),
    ['unauthenticated', 'creator_profile_required', 'allowed', 'allowed', 'creator_profile_required'],
  ],
  [
    'reads a persona’s insides',
    (api, at) => api.creator.persona(at.id),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'saves it',
    (api, at) => api.creator.savePersona(at.id, { hook: 'Mine.', revision: at.revision }),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'publishes it',
    (api, at) => api.creator.publish(at.id, { revision: at.revision }),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'copies it',
    (api, at) => api.creator.duplicate(at.id),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'lists its versions',
    (api, at) => api.creator.versions(at.id),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'reads a version',
    (api, at) => api.creator.version(at.id, 1),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'restores a version',
    (api, at) => api.creator.restore(at.id, 1, { revision: at.revision }),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'reads its lorebook',
    (api, at) => api.creator.lorebook(at.id),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'lists the entries',
    (api, at) => api.creator.loreEntries(at.id),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'reads an entry',
    (api, at) => api.creator.loreEntry(at.id, at.entryId),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'writes the lorebook',
    (api, at) => api.creator.saveLorebook(at.id, { name: 'Mine', revision: at.revision }),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'adds an entry',
    (api, at) => api.creator.addLoreEntry(at.id, { entry: {}, revision: at.revision }),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'changes an entry',
    (api, at) => api.creator.saveLoreEntry(at.id, at.entryId, { entry: { order: 1 }, revision: at.revision }),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'moves an entry',
    (api, at) => api.creator.moveLoreEntry(at.id, { entryId: at.entryId, beforeId: null, revision: at.revision }),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'removes an entry',
    (api, at) => api.creator.removeLoreEntry(at.id, at.entryId, { revision: at.revision }),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'clears the lorebook',
    (api, at) => api.creator.clearLorebook(at.id, { revision: at.revision }),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'tries the lorebook',
    (api, at) => api.creator.tryLorebook(at.id, { messages: ['lamp'] }),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'takes it out as a card',
    (api, at) => api.creator.exportCard(at.id, 'json'),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'sees what a card would change of it',
    (api, at) => api.creator.previewCard(CARD, { personaId: at.id, revision: at.revision }),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'imports a card over it',
    (api, at) => api.creator.importCard(CARD, { over: { personaId: at.id, revision: at.revision } }),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'imports a card',
    (api) => api.creator.importCard(CARD),
    ['unauthenticated', 'creator_profile_required', 'allowed', 'allowed', 'creator_profile_required'],
  ],
  [
    'unpublishes it',
    (api, at) => api.creator.unpublish(at.id),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
  [
    'deletes it',
    (api, at) => api.creator.deletePersona(at.id),
    ['unauthenticated', 'not_found', 'allowed', 'not_found', 'not_found'],
  ],
];

describe('who may what in the studio', () => {
  let house: House;
  let owner: Actor;
  let gone: Target;
  const actors = new Map<Who, () => Promise<Api>>();

  beforeAll(async () => {
    house = await openHouse();
    owner = await registerCreator(house, 'Owner');
    const other = await registerCreator(house, 'Other');
    const admin = await house.register('Admin');
    await house.world.query("UPDATE app_user SET roles = '{fan,admin}' WHERE id = $1", [admin.userId]);
    const { token } = await admin.api.auth.login({
      email: admin.session.user.email,
      password: 'a long enough password',
    });
    admin.session.token = token;
    actors.set('visitor', async () => createApiClient({ baseUrl: house.origin }));
    // One each: becoming a creator makes a creator of them.
    actors.set('fan', async () => (await registerAdult(house, 'Fan')).api);
    actors.set('owner', async () => owner.api);
    actors.set('other creator', async () => other.api);
    actors.set('admin', async () => admin.api);
    gone = await targetOf('Gone');
    await owner.api.creator.deletePersona(gone.id);
  });
  afterAll(async () => house.close());

  const targetOf = async (name: string): Promise<Target> => {
    const { id, revision } = await publishedBy(owner, name);
    const added = await owner.api.creator.addLoreEntry(id, { revision, entry: { keys: ['lamp'], content: 'Burns.' } });
    return { id, revision: added.revision, creatorId: owner.userId, entryId: added.entry?.id ?? '' };
  };

  it.each(TABLE)('%s', async (_, act, expected) => {
    const target = await targetOf('Target');
    const seen = new Map<Who, string>();
    // The owner last: all others meet what is there.
    for (const who of [...WHO.filter((one) => one !== 'owner'), 'owner' as const]) {
      const api = await actors.get(who)?.();
      if (api === undefined) throw new Error(`there is no ${who}`);
      seen.set(who, await outcomeOf(act(api, target)));
    }
    expect(WHO.map((who) => seen.get(who))).toEqual(expected);
  });

  const onPersona = TABLE.filter(([, , expected]) => expected[1] === 'not_found' && expected[3] === 'not_found');
  it.each(onPersona)('of nobody’s persona: %s', async (_, act) => {
    const never = { id: randomUUID(), revision: 1, creatorId: randomUUID(), entryId: randomUUID() };
    expect(await outcomeOf(act(owner.api, never))).toBe('not_found');
    expect(await outcomeOf(act(owner.api, gone))).toBe('not_found');
  });
});
