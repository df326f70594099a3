import { randomUUID } from 'node:crypto';
import { createApiClient } from '@troupe/api-client';
import { LIMITS } from '@troupe/contracts/limits';
import { UnitOfWork } from '@troupe/database';
import type { Actor } from '@troupe/test-kit/actors';
import { PurgeFilesService } from '../../src/modules/persona/training/purge-files.service.ts';
import { TrainingRepository } from '../../src/modules/persona/training/training.repository.ts';
import { type House, openHouse } from '../support/boot.ts';
import { draftOf, outcomeOf, registerCreator } from '../support/studio.ts';
import { read, upload } from '../support/training.ts';

describe('training data', () => {
  let house: House;
  let creator: Actor;
  let personaId: string;

  beforeAll(async () => {
    house = await openHouse();
    creator = await registerCreator(house, 'Maker');
    ({ id: personaId } = await draftOf(creator, 'Orla'));
  });
  afterAll(async () => house.close());

  const passagesOf = async (fileId: string): Promise<string[]> =>
    (await creator.api.training.passages(fileId)).items.map(({ text }) => text);
  const rows = async (): Promise<unknown[]> =>
    house.world.query(
      `SELECT (SELECT count(*)::int FROM training_part) AS parts, (SELECT count(*)::int FROM training_passage) AS passages,
              (SELECT count(*)::int FROM training_posting) AS postings, (SELECT trained_passages FROM persona WHERE id = $1) AS trained`,
      [personaId],
    );

  it('arrives in parts, is read, shown to its creator and really deleted', async () => {
    const file = await upload(creator, personaId, 'notes.exe', 'The lamp was made by Barbier in 1902.\n', 7);
    expect(file).toMatchObject({ name: 'notes.exe', state: 'ready', kind: 'txt', passageCount: 1, refusal: null });
    expect(await passagesOf(file.id)).toEqual(['The lamp was made by Barbier in 1902.']);
    expect((await creator.api.training.list(personaId)).items).toEqual([file]);
    expect(await rows()).toEqual([{ parts: 0, passages: 1, postings: expect.any(Number), trained: 1 }]);
    await creator.api.training.delete(file.id);
    expect(await rows()).toEqual([{ parts: 0, passages: 0, postings: 0, trained: 0 }]);
    expect(await outcomeOf(creator.api.training.read(file.id))).toBe('not_found');
  });

  it('goes on after an interruption where it was, and takes no part twice', async () => {
    const text = 'The keys hang behind the barometer.';
    const bytes = new Blob([text]);
    const { id } = await creator.api.training.open({ personaId, name: 'keys.md', sizeBytes: bytes.size });
    const sendFrom = (from: number, to: number) => creator.api.training.sendPart(id, from, bytes.slice(from, to));
    expect((await sendFrom(0, 10)).receivedBytes).toBe(10);
    expect((await sendFrom(0, 10)).receivedBytes).toBe(10);
    await expect(sendFrom(20, 30)).rejects.toMatchObject({
      code: 'upload_out_of_step',
      details: { receivedBytes: 10 },
    });
    const [one, other] = await Promise.all([sendFrom(10, 20), sendFrom(10, 20)]);
    expect([one?.receivedBytes, other?.receivedBytes]).toEqual([20, 20]);
    await expect(creator.api.training.sendPart(id, 20, new Blob([text, text]))).rejects.toMatchObject({
      code: 'payload_too_large',
    });
    await sendFrom(20, bytes.size);
    const file = await read(creator, id);
    expect(file).toMatchObject({ state: 'ready', kind: 'txt' });
    expect(await passagesOf(id)).toEqual([text]);
    await creator.api.training.delete(id);
  });

  it('is refused with its reason, and nothing of it is kept', async () => {
    const table = [
      ['film.txt', Uint8Array.of(0, 0, 0, 24, 102, 116, 121, 112), 'not_text'],
      ['empty.txt', ' \n\t ', 'no_text'],
      ['broken.pdf', '%PDF-1.7 and nothing else', 'broken'],
      ['deep.jsonl', `${'{"a":'.repeat(12)}1${'}'.repeat(12)}`, 'too_heavy'],
      ['long.txt', 'word '.repeat(LIMITS.trainingFileCharsMax / 4), 'too_long'],
      ['bad.md', 'Explain to me how to build a pipe bomb at home.', 'content_blocked'],
    ] as const;
    for (const [name, content, reason] of table) {
      expect([name, (await upload(creator, personaId, name, content)).refusal]).toEqual([name, reason]);
    }
    expect(await rows()).toEqual([{ parts: 0, passages: 0, postings: 0, trained: 0 }]);
    const first = await upload(creator, personaId, 'a.txt', 'A red boat.');
    expect((await upload(creator, personaId, 'b.txt', 'A red boat.')).refusal).toBe('duplicate');
    await creator.api.training.delete(first.id);
  });

  it('goes with uploads that nobody goes on with, after a day, with refused ones after a week, and with its persona', async () => {
    const { id } = await draftOf(creator, 'Gone');
    const kept = await upload(creator, id, 'kept.txt', 'A deaf dog named Pike.');
    await creator.api.training.open({ personaId: id, name: 'begun.txt', sizeBytes: 10 });
    const inDays = (days: number) => house.get(PurgeFilesService).purge(new Date(Date.now() + days * 86_400_000));
    const names = async () => (await creator.api.training.list(id)).items.map(({ name }) => name);
    await inDays(0.9);
    expect(await names()).toEqual(['begun.txt', 'kept.txt']);
    await inDays(1.1);
    expect(await names()).toEqual(['kept.txt']);
    await inDays(8);
    expect((await creator.api.training.list(personaId)).items).toEqual([]);
    await creator.api.creator.deletePersona(id);
    expect(await outcomeOf(creator.api.training.read(kept.id))).toBe('not_found');
    expect(await rows()).toEqual([{ parts: 0, passages: 0, postings: 0, trained: 0 }]);
    expect(await house.world.query('SELECT 1 FROM training_corpus WHERE persona_id = $1', [id])).toEqual([]);
  });

  it('is never begun for a persona that is being deleted: each waits for the other', async () => {
    const { id } = await draftOf(creator, 'Going');
    const free = () => house.world.query('SELECT 1 FROM persona WHERE id = $1 FOR UPDATE SKIP LOCKED', [id]);
    const whileOpened = await house.get(UnitOfWork).run('open-a-file', async (tx) => {
      expect(await house.get(TrainingRepository).holdPersona(tx, id)).toBe(true);
      return free();
    });
    expect([whileOpened.length, (await free()).length]).toEqual([0, 1]);
  });

  it('is its creator’s alone', async () => {
    const { id } = await draftOf(creator, 'Mine');
    const { id: fileId } = await upload(creator, id, 'mine.txt', 'The keys hang behind the barometer.');
    const { id: begunId } = await creator.api.training.open({ personaId: id, name: 'begun.txt', sizeBytes: 20 });
    const admin = await house.register('Admin');
    await house.world.query("UPDATE app_user SET roles = '{fan,admin}' WHERE id = $1", [admin.userId]);
    admin.session.token = (
      await admin.api.auth.login({ email: admin.session.user.email, password: 'a long enough password' })
    ).token;
    const others = [
      ['visitor', createApiClient({ baseUrl: house.origin }), 'unauthenticated'],
      ['fan', (await house.register('Fan')).api, 'not_found'],
      ['other creator', (await registerCreator(house, 'Other')).api, 'not_found'],
      ['admin', admin.api, 'not_found'],
      ['owner', creator.api, 'allowed'],
    ] as const;
    const actions: readonly [string, (api: Actor['api'], fileId: string, begunId: string) => Promise<unknown>][] = [
      ['lists files', (api) => api.training.list(id)],
      ['begins an upload', (api) => api.training.open({ personaId: id, name: 'a.txt', sizeBytes: 2 })],
      ['sends a part', (api, _, begun) => api.training.sendPart(begun, 0, new Blob(['x']))],
      ['reads a file', (api, file) => api.training.read(file)],
      ['reads its passages', (api, file) => api.training.passages(file)],
      ['deletes it', (api, file) => api.training.delete(file)],
    ];
    for (const [who, api, expected] of others) {
      for (const [what, act] of actions) {
        expect([who, what, await outcomeOf(act(api, fileId, begunId))]).toEqual([who, what, expected]);
      }
    }
    // What never was, and what was deleted a moment ago.
    for (const [what, act] of actions.slice(2)) {
      const never = what === 'sends a part' ? randomUUID() : fileId;
      expect([what, await outcomeOf(act(creator.api, never, never))]).toEqual([what, 'not_found']);
    }
    await creator.api.creator.deletePersona(id);
  });

  it('is bounded: parts, files under way, files of a persona', async () => {
    const { id } = await draftOf(creator, 'Full');
    const open = () => creator.api.training.open({ personaId: id, name: 'x.txt', sizeBytes: 1 });
    expect(await outcomeOf(creator.api.training.open({ personaId: id, name: 'x', sizeBytes: 11 * 1024 * 1024 }))).toBe(
      'validation_failed',
    );
    for (let count = 0; count < LIMITS.trainingUnfinishedMax; count += 1) await open();
    expect(await outcomeOf(open())).toBe('training_limit_reached');
    await house.world.query(
      `UPDATE training_file SET state = 'ready', passage_count = 1, received_bytes = 1 WHERE persona_id = $1`,
      [id],
    );
    await house.world.query(
      `INSERT INTO training_file (id, persona_id, state, key_id, wrapped_key, about, size_bytes, received_bytes, passage_count)
       SELECT uuidv7(), $1, 'ready', key_id, wrapped_key, about, 1, 1, 1 FROM training_file, generate_series(1, $2::int) WHERE persona_id = $1 LIMIT $2::int`,
      [id, LIMITS.trainingFilesPerPersonaMax - LIMITS.trainingUnfinishedMax],
    );
    await expect(open()).rejects.toMatchObject({ code: 'training_limit_reached', message: /50 files/ });
  });
});
