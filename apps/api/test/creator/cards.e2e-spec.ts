import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { CARD_FORMATS } from '@troupe/contracts/http/cards';
import type { Actor } from '@troupe/test-kit/actors';
import { apng, base64, jpeg, json, pngChunk, tEXt, zip } from '@troupe/test-kit/card-files';
import { REFUSED_ARCHIVES, REFUSED_FILES } from '@troupe/test-kit/card-refusals';
import {
  changedV2,
  RISU_V3,
  SPEC_V2,
  SPEC_V3,
  V1_SAMPLES,
  V2_SAMPLES,
  V3_SAMPLES,
} from '@troupe/test-kit/card-samples';
import { toV2 } from '../../src/modules/persona/cards/card-versions.ts';
import { canonicalJson, type Json } from '../../src/modules/persona/cards/json-tree.ts';
import { readCard } from '../../src/modules/persona/cards/read-card.ts';
import { type House, openHouse } from '../support/boot.ts';
import { endOf, enter, sayPaid } from '../support/chat.ts';
import { draftOf, ENOUGH, outcomeOf, pictureFile, publishedBy, registerCreator } from '../support/studio.ts';

const canonical = (value: unknown): string => canonicalJson(value as Json);
const SLOW_TO_MAKE = /[0-9]{2,} MB|million|700,000|100,000|50,000|limit|together|many files|5,000/;
const fileOf = (bytes: Buffer | string): Blob => new Blob([new Uint8Array(Buffer.from(bytes as string))]);

describe('character cards', () => {
  let house: House;
  let creator: Actor;

  beforeAll(async () => {
    house = await openHouse({ RATE_LIMIT_PER_MINUTE: '1000000' });
    creator = await registerCreator(house, 'Maker');
  });
  afterAll(async () => house.close());

  const importCard = (bytes: Buffer | string) => creator.api.creator.importCard(fileOf(bytes));
  const exported = async (id: string, format: (typeof CARD_FORMATS)[number]) => {
    const file = await creator.api.creator.exportCard(id, format);
    return readCard(Buffer.from(await file.arrayBuffer()));
  };
  /** A card's picture that can be shown. */
  const cardPicture = async (card: unknown): Promise<Buffer> => {
    const picture = Buffer.from(await (await pictureFile('#c02020')).arrayBuffer());
    return Buffer.concat([picture.subarray(0, -12), tEXt('ccv3', base64(card)), picture.subarray(-12)]);
  };

  it.each(Object.entries(V3_SAMPLES))('%s is canonically the same JSON after it was a persona', async (_, sample) => {
    const { persona } = await importCard(json(sample));
    for (const format of CARD_FORMATS) {
      const { card, container } = await exported(persona.id, format);
      expect(container).toBe(format);
      expect(canonical(card)).toBe(canonical(sample));
    }
  });

  it.each(Object.entries({ ...V1_SAMPLES, ...V2_SAMPLES }))('%s loses nothing', async (_, sample) => {
    const { card } = await readCard(Buffer.from(json(sample)));
    const { persona } = await importCard(json(sample));
    const back = (await exported(persona.id, 'json')).card;
    expect(canonical(back)).toBe(canonical(card));
    expect(canonical(toV2(back))).toBe(canonical(toV2(card)));
  });

  it('become drafts with picture and lorebook, and go out with what was changed since', async () => {
    const { persona, lorebookEntries, notices } = await importCard(await cardPicture(SPEC_V2));
    expect(notices).toEqual([]);
    expect(lorebookEntries).toBe(2);
    expect(persona).toMatchObject({ status: 'draft', content: { name: 'Maren', tags: ['sea', 'solitude'] } });
    expect(persona.portrait.length).toBeGreaterThan(0);
    const { api } = creator;
    const { revision } = await api.creator.savePersona(persona.id, { revision: persona.revision, scenario: 'Calm.' });
    const [line] = (await api.creator.loreEntries(persona.id)).items;
    await api.creator.saveLoreEntry(persona.id, line?.id ?? '', { revision, entry: { content: 'It burns oil.' } });
    const { card, picture } = await exported(persona.id, 'png');
    expect(card.data).toMatchObject({ scenario: 'Calm.', creator: 'nobody' });
    expect(card.data.character_book?.entries[0]).toMatchObject({ content: 'It burns oil.', keys: ['lamp'] });
    expect(picture?.length).toBeGreaterThan(200);
  });

  it('bring files along and take them out again, the picture as it came for as long as the persona shows it', async () => {
    const icon = 'assets/icon/image/2.png';
    const files = [
      { path: icon, bytes: await cardPicture(SPEC_V2) },
      { path: 'assets/other/image/1.webp', bytes: Buffer.from('<svg onload="alert(1)"/>') },
      { path: 'module.risum', bytes: Buffer.from([0x6f, 0]) },
    ];
    const entries = files.map(({ path, bytes }) => ({ path, data: bytes }));
    const file = zip([{ path: 'card.json', data: json(RISU_V3), isPacked: true }, ...entries]);
    const { persona, notices } = await importCard(file);
    expect([persona.portrait.length > 0, notices]).toEqual([true, []]);
    for (const format of ['charx', 'png'] as const) {
      const out = await exported(persona.id, format);
      expect(out.files).toEqual(files);
      expect(canonical(out.card)).toBe(canonical(RISU_V3));
    }
    const { key } = await creator.api.creator.uploadPicture(await pictureFile('#20c020'));
    await creator.api.creator.savePersona(persona.id, { revision: persona.revision, pictureKey: key });
    const { card, files: later, picture } = await exported(persona.id, 'charx');
    expect(later.slice(0, -1)).toEqual(files);
    expect([later.at(-1)?.path, card.data.assets?.[0]?.uri]).toEqual([
      'assets/icon/image/main.png',
      'embeded://assets/icon/image/main.png',
    ]);
    expect(picture).toEqual(later.at(-1)?.bytes);
    const many = [1, 2, 3, 4, 5, 6].map(() => outcomeOf(creator.api.creator.exportCard(persona.id, 'charx')));
    expect(new Set(await Promise.all(many))).toEqual(new Set(['allowed', 'busy']));
  });

  it.each(['charx', 'png'] as const)(
    'of personas from here come in again with their portrait, as %s',
    async (format) => {
      const { key } = await creator.api.creator.uploadPicture(await pictureFile('#2020c0'));
      const { id } = await draftOf(creator, 'Portrayed', { pictureKey: key });
      const file = await creator.api.creator.exportCard(id, format);
      const { persona, notices } = await creator.api.creator.importCard(file);
      expect([persona.portrait.length, notices]).toEqual([4, []]);
      expect((await exported(id, 'charx')).card.data.assets).toEqual([
        { type: 'icon', name: 'main', ext: 'png', uri: 'embeded://assets/icon/image/main.png' },
      ]);
    },
  );

  it('say by which name {{char}} goes: in greetings, in prompts and in keys, and who shows it is told', async () => {
    const entries = [
      { ...{ keys: ['{{char}}'], content: '{{char}} limps.', extensions: {}, enabled: true }, insertion_order: 1 },
    ];
    const { persona } = await importCard(
      changedV2({
        ...{ name: 'Bella of the Docks (v2)', nickname: ' Bel ', first_mes: 'I am {{char}}, <BOT>.', tags: [] },
        ...{ system_prompt: '', description: '<char> is kind.', character_book: { entries } },
      }),
    );
    expect(persona.content).toMatchObject({ name: 'Bella of the Docks (v2)', nickname: 'Bel' });
    const scene = await enter(creator, persona.id);
    const greeting = (await creator.api.chat.messages(scene.conversationId)).items.at(-1);
    expect(greeting?.content).toBe('I am Bel, Bel.');
    await endOf(scene, (await sayPaid(scene, 'How are you, bel?')).replyId);
    const prompt = JSON.stringify(house.llm.calls.at(-1));
    for (const said of ['You are Bel.', 'Bel is kind.', 'Bel limps.']) expect(prompt).toContain(said);
    expect(prompt).not.toContain('Docks');
    const { revision } = await creator.api.creator.savePersona(persona.id, {
      ...{ revision: persona.revision, hook: 'Hello.', nickname: '' },
    });
    const { slug } = await creator.api.creator.publish(persona.id, { revision });
    expect(await creator.api.personas.get(slug)).toMatchObject({ name: 'Bella of the Docks (v2)', nickname: '' });
    expect((await exported(persona.id, 'json')).card.data.nickname).toBeUndefined();
  });

  it('go over a persona of one’s own, keep what cards don’t speak of, and only if nobody saved it meanwhile', async () => {
    const { id, revision } = await draftOf(creator, 'Before', { looks: 'Tall.', sliders: { warmth: 90 } });
    const over = { personaId: id, revision };
    const file = fileOf(json(SPEC_V3));
    // First what would change is told, and nothing is saved.
    const preview = await creator.api.creator.previewCard(file, over);
    expect(preview).toMatchObject({ writtenAs: 'v3', lorebookEntries: 1, hasPicture: false, problems: [] });
    expect(preview.changes).toContainEqual({ field: 'name', before: 'Before', after: 'Ida' });
    const fields = preview.changes.map(({ field }) => field);
    expect(fields).toContain('card');
    expect(fields.filter((field) => /^(looks|sliders|price)/.test(field))).toEqual([]);
    expect((await creator.api.creator.persona(id)).content).toMatchObject({ name: 'Before', lorebookKey: null });
    const packs = async () => (await house.world.query('SELECT FROM card_pack')).length;
    const kept = await packs();
    const entries = [
      { path: 'card.json', data: json(SPEC_V3), isPacked: true },
      { path: 'a.bin', data: 'unseen' },
    ];
    expect((await creator.api.creator.previewCard(fileOf(zip(entries)), over)).lorebookEntries).toBe(1);
    expect(await packs()).toBe(kept);
    const { persona } = await creator.api.creator.importCard(file, { over });
    const { hook } = ENOUGH;
    expect(persona).toMatchObject({ id, content: { name: 'Ida', hook, looks: 'Tall.', sliders: { warmth: 90 } } });
    expect(persona.revision).toBeGreaterThan(revision);
    expect(await outcomeOf(creator.api.creator.importCard(file, { over }))).toBe('changed_meanwhile');
    expect(await outcomeOf(creator.api.creator.previewCard(file, over))).toBe('changed_meanwhile');
    // Also of a draft both are kept, and what it tells is what was told before.
    const [after, before] = (await creator.api.creator.versions(id)).items;
    expect([after, before]).toMatchObject([{ note: 'Imported card' }, { note: 'Before the next version' }]);
    const version = await creator.api.creator.version(id, after?.number ?? 0);
    expect(version.changes.map(({ field }) => field)).toEqual(fields);
    const restored = await creator.api.creator.restore(id, before?.number ?? 0, { revision: persona.revision });
    expect(restored.content).toMatchObject({ name: 'Before', lorebookKey: null });
    const again = { personaId: id, revision: restored.revision };
    const back = (await creator.api.creator.importCard(file, { over: again })).persona;
    expect((await creator.api.creator.versions(id)).items.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    const stranger = await registerCreator(house, 'Stranger');
    const mine = { personaId: id, revision: back.revision };
    expect(await outcomeOf(stranger.api.creator.importCard(file, { over: mine }))).toBe('not_found');
  });

  it('of a published persona pass the same checks', async () => {
    const { id, revision } = await publishedBy(creator, 'Public');
    const file = fileOf(changedV2({ first_mes: '' }));
    const over = { personaId: id, revision };
    expect(await outcomeOf(creator.api.creator.importCard(file, { over }))).toBe('persona_not_publishable');
    const { problems } = await creator.api.creator.previewCard(file, over);
    expect(problems).toMatchObject([{ field: 'greeting', code: 'required' }]);
  });

  it('are a copy’s too, and a copy’s alone', async () => {
    const { persona } = await importCard(json(SPEC_V3));
    const copy = await creator.api.creator.duplicate(persona.id);
    await creator.api.creator.clearLorebook(persona.id, { revision: persona.revision });
    expect((await exported(persona.id, 'json')).card.data.character_book).toBeUndefined();
    const { card } = await exported(copy.id, 'json');
    expect(canonical(card.data.character_book)).toBe(
      canonical((SPEC_V3['data'] as Record<string, Json>)['character_book']),
    );
  });

  it('go for good with the persona, and what it was before with them', async () => {
    const { persona } = await importCard(await cardPicture(SPEC_V2));
    await house.world.query(
      `INSERT INTO persona_version (persona_id, number, cause, content, author_id)
       SELECT id, 1, 'saved', json_build_object('lorebookKey', lorebook_key, 'cardKey', card_key), creator_id FROM persona WHERE id = $1`,
      [persona.id],
    );
    const kept = async () =>
      (await house.world.query('SELECT FROM persona_object WHERE persona_id = $1', [persona.id])).length;
    expect(await kept()).toBeGreaterThan(1);
    await creator.api.creator.deletePersona(persona.id);
    expect(await kept()).toBe(0);
    expect(await house.world.query('SELECT number FROM persona_version WHERE persona_id = $1', [persona.id])).toEqual(
      [],
    );
  });

  it('come without a picture that can’t be shown, and the creator is told', async () => {
    const broken = Buffer.concat([jpeg(), zip([{ path: 'card.json', data: json(SPEC_V3) }])]);
    for (const file of [broken, apng(tEXt('ccv3', base64(SPEC_V3)))]) {
      const { persona, notices } = await importCard(file);
      expect(persona.portrait).toEqual([]);
      expect(notices.map(({ kind }) => kind)).toContain('picture-left');
    }
  });

  it('say what they are too long for', async () => {
    const { persona, notices } = await importCard(
      changedV2({
        personality: 'メ'.repeat(60_000),
        alternate_greetings: Array.from({ length: 60 }, () => 'g'.repeat(20_000)),
      }),
    );
    expect(notices.map(({ kind }) => kind)).toContain('cut');
    expect(persona.content.alternativeGreetings.length).toBeLessThan(50);
    const { card } = await exported(persona.id, 'charx');
    expect(card.data.alternate_greetings).toHaveLength(60);
  });

  describe('hostile files', () => {
    /** The reader's own tests have all of them; over the wire go those that don't take seconds to make. */
    const all = [...REFUSED_FILES, ...REFUSED_ARCHIVES].filter(([name]) => !SLOW_TO_MAKE.test(name));

    it(`are refused with the reason, all ${all.length} of them, in bounded memory`, async () => {
      const wrong: string[] = [];
      const personas = (await creator.api.creator.personas()).items.length;
      const before = process.memoryUsage().rss;
      let peak = before;
      for (const [name, reason, make] of all) {
        const failure = await importCard(make()).then(
          () => ({ code: 'taken' }),
          (error: { code: string; details?: { reason?: string } }) => error,
        );
        const isTooLarge = reason === 'too-large' && failure.code === 'payload_too_large';
        const isAsMeant = failure.code === 'card_refused' && 'details' in failure && failure.details?.reason === reason;
        if (!isAsMeant && !isTooLarge) wrong.push(`${name}: ${failure.code}`);
        peak = Math.max(peak, process.memoryUsage().rss);
      }
      expect(wrong).toEqual([]);
      expect((await creator.api.creator.personas()).items).toHaveLength(personas);
      // The files themselves, made here in the same process, are up to 100 MB.
      expect((peak - before) / 2 ** 20).toBeLessThan(500);
    });

    it('come one at a time from one person, and from others meanwhile', async () => {
      // Long enough to be under way when the next one arrives.
      const bytes = json(changedV2({ creator_notes: 'a'.repeat(6_000_000) }));
      const other = await registerCreator(house, 'Another');
      const [one, two, others] = await Promise.all([
        outcomeOf(importCard(bytes)),
        outcomeOf(importCard(bytes)),
        outcomeOf(other.api.creator.importCard(fileOf(bytes))),
      ]);
      expect([[one, two].sort(), others]).toEqual([['allowed', 'busy'], 'allowed']);
    });

    it('of others come in while several senders stop in the middle of theirs', async () => {
      const stalled = await Promise.all(
        ['One', 'Two', 'Three'].map(async (name) => {
          const { session } = await registerCreator(house, name);
          const request = httpRequest(`${house.origin}/creator/persona/import`, {
            method: 'POST',
            headers: {
              authorization: `Bearer ${session.token}`,
              'content-type': 'application/octet-stream',
              'content-length': 1_000_000,
              expect: '100-continue',
            },
          });
          // Hung up on in the end, which is no failure of the test.
          request.on('error', () => undefined).flushHeaders();
          await once(request, 'continue');
          request.write('{');
          return request;
        }),
      );
      expect(await outcomeOf(importCard(json(SPEC_V3)))).toBe('allowed');
      for (const request of stalled) request.destroy();
    });

    it('are not read at all when they say, or turn out, to be too long', async () => {
      const headers = { authorization: `Bearer ${creator.session.token}`, 'content-type': 'application/octet-stream' };
      const send = (body: RequestInit['body'], more: object = {}) =>
        fetch(`${house.origin}/creator/persona/import`, {
          method: 'POST',
          headers,
          body,
          duplex: 'half',
          ...more,
        } as RequestInit);
      expect((await send(new Uint8Array(33 * 1024 * 1024))).status).toBe(413);
      // Without a length it is read as far as the limit.
      async function* parts() {
        for (let part = 0; part < 40; part += 1) yield new Uint8Array(1024 * 1024);
      }
      expect((await send(ReadableStream.from(parts()))).status).toBe(413);
    });

    it('are nothing to whoever may not send them, nor as a form or as JSON', async () => {
      const send = (contentType: string, token?: string) =>
        fetch(`${house.origin}/creator/persona/import`, {
          method: 'POST',
          headers: { 'content-type': contentType, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
          body: json(SPEC_V3),
        });
      const { token } = creator.session;
      expect((await send('application/octet-stream')).status).toBe(401);
      expect((await send('application/json', token)).status).toBe(415);
      expect((await send('multipart/form-data; boundary=x', token)).status).toBe(415);
      const fan = await house.register('Fan');
      expect(await outcomeOf(fan.api.creator.importCard(fileOf(json(SPEC_V3))))).toBe('creator_profile_required');
    });

    it('that are taken are harmless: what is in them is text, and leads nowhere', async () => {
      const script = '<script>fetch("http://127.0.0.1:1/")</script>';
      const card = changedV2({
        name: `${script}\u202e`,
        creator_notes: script,
        assets: [{ type: 'icon', uri: 'http://127.0.0.1:1/x.png', name: 'main', ext: 'png' }],
      });
      const { persona, notices } = await importCard(card);
      expect(persona.content).toMatchObject({ description: script, name: script.slice(0, 60) });
      expect(notices.map(({ kind }) => kind)).toContain('remote-assets');
      const pngWithMore = Buffer.concat([apng(tEXt('ccv3', base64(SPEC_V3))), pngChunk('tEXt', script)]);
      expect((await importCard(pngWithMore)).persona.content.name).toBe('Ida');
    });
  });
});
