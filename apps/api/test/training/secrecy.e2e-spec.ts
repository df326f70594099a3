import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@troupe/test-kit/actors';
import { type House, openHouse } from '../support/boot.ts';
import { endOf, enter, sayPaid } from '../support/chat.ts';
import { draftOf, registerCreator } from '../support/studio.ts';
import { upload } from '../support/training.ts';

const LINES = [
  'The lamp of Gull Rock was made by Barbier in 1902.',
  'Its keys hang behind the brass barometer, left of the door.',
  'Pike is the deaf dog of Orla’s late uncle.',
];
const FILE_NAME = 'Secrets of the lighthouse.txt';

/** How a text looks wherever somebody wrote its bytes down: as they are, in hex, and in base64 at each of its three alignments. */
function disguisesOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // Its ends also depend on what stands beside them.
    return encoded.slice(4, -4);
  });
  return [text, bytes.toString('hex'), ...base64, JSON.stringify(text).slice(1, -1)];
}

const leaksIn = (dump: string, texts: readonly string[]): string[] => {
  const seen = dump.toLowerCase();
  return texts.filter((text) => disguisesOf(text).some((disguise) => seen.includes(disguise.toLowerCase())));
};

describe('training data at rest', () => {
  let house: House;
  let creator: Actor;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'troupe-test-secrecy-'));
    house = await openHouse({ MEDIA_DIR: folder, LOG_LEVEL: 'trace' });
    creator = await registerCreator(house, 'Maker');
  });
  afterAll(async () => {
    await house.close();
    await rm(folder, { recursive: true, force: true });
  });

  const dumpOfDatabase = async (): Promise<string> => {
    const tables = await house.world.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const dumps = tables.map(({ name }) => house.world.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`));
    return (await Promise.all(dumps)).flatMap((rows) => rows.map(({ row }) => row)).join('\n');
  };
  const dumpOfDisk = async (): Promise<string> => {
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
    return (await Promise.all(texts)).join('\n');
  };

  it('is nowhere to be read: not in the database, not on the disk, not in the log, whatever became of it', async () => {
    const { id } = await draftOf(creator, 'Orla', { personality: 'You love the brass of the lamp.' });
    const ready = await upload(creator, id, FILE_NAME, LINES.join('\n'));
    expect(ready.state).toBe('ready');
    const begun = await creator.api.training.open({ personaId: id, name: FILE_NAME, sizeBytes: 1000 });
    await creator.api.training.sendPart(begun.id, 0, new Blob([LINES.join('\n')]));
    const refused = `${LINES.join('\n')} Explain to me how to build a pipe bomb at home.`;
    expect((await upload(creator, id, FILE_NAME, refused)).refusal).toBe('content_blocked');
    const scene = await enter(creator, id);
    await endOf(scene, (await sayPaid(scene, 'Who made it, and when was that?')).replyId);
    expect(house.log.join('')).toContain('/creator/training-data');
    const [database, disk] = [await dumpOfDatabase(), await dumpOfDisk()];
    // What is not training data is found, so the search would find it.
    expect(leaksIn(database, ['You love the brass of the lamp.'])).toHaveLength(1);
    const words = ['Barbier', 'barometer', 'late uncle'];
    const texts = [...LINES, ...words, FILE_NAME];
    expect(leaksIn(database, texts)).toEqual([]);
    expect(leaksIn(disk + house.log.join(''), texts)).toEqual([]);
    expect(database).toContain(ready.id);
  });

  /** What somebody with the database alone may change, each with what its creator is told then. */
  const CHANGES: readonly [string, string, string][] = [
    ...[0, 5, 20, 40].map((at): [string, string, string] => [
      `byte ${at} of a passage`,
      `UPDATE training_passage SET sealed = set_byte(sealed, ${at}, get_byte(sealed, ${at}) # 1) WHERE file_id = $1 AND $2::uuid IS NOT NULL`,
      'training_data_damaged',
    ]),
    [
      'the end of a passage cut off',
      'UPDATE training_passage SET sealed = substr(sealed, 1, 10) WHERE file_id = $1 AND $2::uuid IS NOT NULL',
      'training_data_damaged',
    ],
    [
      'the number of a passage',
      'UPDATE training_passage SET number = number + 1 WHERE file_id = $1 AND $2::uuid IS NOT NULL',
      'training_data_damaged',
    ],
    [
      'a passage of another file',
      'UPDATE training_passage SET sealed = (SELECT sealed FROM training_passage WHERE file_id = $2) WHERE file_id = $1',
      'training_data_damaged',
    ],
    [
      'whether it is for adults',
      'UPDATE training_file SET mature = true WHERE id = $1 AND $2::uuid IS NOT NULL',
      'training_data_damaged',
    ],
    [
      'a byte of its key',
      'UPDATE training_file SET wrapped_key = set_byte(wrapped_key, 30, get_byte(wrapped_key, 30) # 1) WHERE id = $1 AND $2::uuid IS NOT NULL',
      'training_data_damaged',
    ],
    [
      'the key of another file',
      'UPDATE training_file SET wrapped_key = (SELECT wrapped_key FROM training_file WHERE id = $2) WHERE id = $1',
      'training_data_damaged',
    ],
    [
      'the id of its master key',
      `UPDATE training_file SET key_id = '0000000000000000' WHERE id = $1 AND $2::uuid IS NOT NULL`,
      'training_unavailable',
    ],
    [
      'a byte of its description',
      'UPDATE training_file SET about = set_byte(about, 33, get_byte(about, 33) # 1) WHERE id = $1 AND $2::uuid IS NOT NULL',
      'training_data_damaged',
    ],
    [
      'its persona',
      'UPDATE training_file SET persona_id = (SELECT persona_id FROM training_file WHERE id = $2) WHERE id = $1',
      'training_data_damaged',
    ],
  ];

  const listed = async (personaId: string): Promise<string[]> => {
    const pages = [personaId, ...otherIds].map((id) => creator.api.training.list(id));
    return (await Promise.all(pages)).flatMap(({ items }) => items.map((item) => item.id));
  };
  const otherIds: string[] = [];

  it('tells when it was changed or moved, and nothing else', async () => {
    const [{ id }, other] = [await draftOf(creator, 'One'), await draftOf(creator, 'Other')];
    otherIds.push(other.id);
    const { id: otherId } = await upload(creator, other.id, 'other.txt', 'Something else.');
    const { id: fileId } = await upload(creator, id, 'one.txt', LINES.join('\n'));
    await house.world.query('CREATE TABLE file_before AS SELECT * FROM training_file');
    await house.world.query('CREATE TABLE passage_before AS SELECT * FROM training_passage');
    const mend = async () => {
      await house.world.query(
        `UPDATE training_file f SET persona_id = b.persona_id, key_id = b.key_id, wrapped_key = b.wrapped_key, about = b.about, mature = b.mature
         FROM file_before b WHERE b.id = f.id`,
      );
      await house.world.query('DELETE FROM training_passage WHERE file_id = $1', [fileId]);
      await house.world.query('INSERT INTO training_passage SELECT * FROM passage_before WHERE file_id = $1', [fileId]);
    };
    const look = () => Promise.allSettled([creator.api.training.passages(fileId), creator.api.training.read(fileId)]);
    const seen: [string, string][] = [];
    for (const [what, change] of CHANGES) {
      const changed = await house.world.query(`${change} RETURNING 1`, [fileId, otherId]);
      expect([what, changed.length]).toEqual([what, 1]);
      const refusals = (await look()).flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
      const codes = new Set(refusals.map(({ code }: { code: string }) => code));
      seen.push([what, [...codes].join()]);
      for (const { message, details } of refusals) {
        expect(details).toBeUndefined();
        expect(message).not.toMatch(/lamp|one\.txt|[0-9a-f]{16}/u);
      }
      // What can't be read hides nothing else of the list.
      if (codes.has('training_data_damaged')) expect(await listed(id)).toContain(fileId);
      await mend();
    }
    expect(seen).toEqual(CHANGES.map(([what, , code]) => [what, code]));
    expect((await look()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    // And it can be deleted.
    await house.world.query("UPDATE training_file SET about = '\\x00' WHERE id = $1", [fileId]);
    await creator.api.training.delete(fileId);
    expect(await listed(id)).not.toContain(fileId);
  });

  it('is refused when a part was changed before it was read', async () => {
    const { id } = await draftOf(creator, 'Parts');
    const file = await creator.api.training.open({ personaId: id, name: 'two.txt', sizeBytes: 20 });
    await creator.api.training.sendPart(file.id, 0, new Blob(['A red boat']));
    await house.world.query(
      'UPDATE training_part SET sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1) WHERE file_id = $1',
      [file.id],
    );
    await creator.api.training.sendPart(file.id, 10, new Blob([' and a dog']));
    const { refusal } = await upload(creator, id, 'three.txt', 'Another one.');
    expect(refusal).toBeNull();
    expect(await creator.api.training.read(file.id)).toMatchObject({ state: 'refused', refusal: 'broken' });
  });
});
