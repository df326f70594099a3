import type { Actor } from '@troupe/test-kit/actors';
import { type House, openHouse } from '../support/boot.ts';
import { endOf, enter, type Scene, sayPaid } from '../support/chat.ts';
import { publishedBy, registerAdult, registerCreator } from '../support/studio.ts';
import { upload } from '../support/training.ts';

const NOTES = `The lighthouse stands on Gull Rock, forty metres above the sea.

The foghorn was cast in Aberdeen in 1931 by the Northern Boiler Company. It sounds twice a minute when the fog comes in.

Ships are counted every evening at seven, and their names are written into the green ledger.`;
const TABLE = 'dish,price\nHerring soup,4 crowns\nSeaweed bread,2 crowns\nGannet pie,9 crowns\n';
const QUESTION = 'Where was the foghorn cast?';
const ANSWER = 'The foghorn was cast in Aberdeen in 1931 by the Northern Boiler Company.';

/** Both houses answer by the same files: one with the built-in voice, one with a model on the wire that only listens. */
// In this order: of several houses in one process the first one’s log is written to.
describe.each(['a provider on the wire', 'the offline voice'])('what a persona knows from files, with %s', (kind) => {
  let house: House;
  let creator: Actor;
  let fan: Actor;
  let taught: string;

  beforeAll(async () => {
    const offline = { LLM_BASE_URL: '', LLM_OFFLINE_WORD_DELAY_MS: '0' };
    house = await openHouse({
      LOG_LEVEL: 'debug',
      RECALL_TIMEOUT_MS: '1500',
      ...(kind === 'the offline voice' ? offline : {}),
    });
    creator = await registerCreator(house, 'Maker');
    fan = await registerAdult(house, 'Ann');
    ({ id: taught } = await publishedBy(creator, 'Orla'));
    await upload(creator, taught, 'notes.md', NOTES);
    await upload(creator, taught, 'menu.csv', TABLE);
  });
  afterAll(async () => house.close());

  /** What the fan reads of the offline voice, or what the model was told. */
  const heard = async (scene: Scene, question: string): Promise<string> => {
    const { replyId } = await sayPaid(scene, question);
    expect((await endOf(scene, replyId)).kind).toBe('done');
    if (kind === 'a provider on the wire') return JSON.stringify(house.llm.calls.at(-1)?.messages);
    const { items } = await scene.fan.api.chat.messages(scene.conversationId);
    return items.find(({ id }) => id === replyId)?.content ?? '';
  };

  it.each([
    [QUESTION, ANSWER],
    ['Where was the foghron csat?', ANSWER],
    ['When are the ships counted?', 'Ships are counted every evening at seven'],
    ['What does the gannet pie cost, its price?', 'price: 9 crowns'],
  ])('answers %j', async (question, answer) => {
    expect(await heard(await enter(fan, taught), question)).toContain(answer);
  });

  it('is known to nobody else: not to a persona without it, nor to another creator’s that knows other things', async () => {
    const stranger = await registerCreator(house, 'Stranger');
    const [untaught, theirs] = [await publishedBy(creator, 'Nobody'), await publishedBy(stranger, 'Someone')];
    await upload(stranger, theirs.id, 'other.txt', 'The foghorn of the harbour is painted blue.');
    for (const { id } of [untaught, theirs]) {
      expect(await heard(await enter(fan, id), QUESTION)).not.toMatch(/Aberdeen|Boiler/u);
    }
  });

  if (kind === 'the offline voice') return;

  it('is told of the smallest file too, when little is known', async () => {
    const { id } = await publishedBy(creator, 'Brief');
    await upload(creator, id, 'tiny.csv', 'q,a\nWho?,Me');
    expect(await heard(await enter(await registerAdult(house, 'Ben'), id), 'Who?')).toContain('q: Who?; a: Me');
  });

  it('is shown to its creator with the prompt, and forgotten as soon as its file is deleted', async () => {
    const { id } = await publishedBy(creator, 'Forgetful');
    const file = await upload(creator, id, 'horn.txt', ANSWER);
    const scene = await enter(creator, id);
    expect(await heard(scene, QUESTION)).toContain(ANSWER);
    const inspected = await creator.api.chat.prompt(scene.conversationId);
    expect(inspected.passages).toEqual([{ fileId: file.id, fileName: 'horn.txt', number: 0, text: ANSWER }]);
    expect(inspected.sections).toContainEqual(expect.objectContaining({ name: 'knowledge', keptItems: 1 }));
    await creator.api.training.delete(file.id);
    expect(await heard(scene, QUESTION)).not.toContain('Aberdeen');
  });

  it('is told to what was said before, and only by a persona for adults if it is for adults', async () => {
    expect(await heard(await enter(fan, taught), 'And the ledger?')).toContain('green ledger');
    const scene = await enter(fan, taught);
    await heard(scene, 'Tell me of the foghorn.');
    expect(await heard(scene, 'And who made it?')).toContain('Northern Boiler Company');
    const explicit = 'The lamp room was where she said: “Fuck me harder.”';
    for (const mature of [false, true]) {
      const { id } = await publishedBy(creator, 'Ember', { mature });
      const file = await upload(creator, id, 'night.txt', explicit);
      expect(file).toMatchObject({ state: 'ready', mature: true });
      expect((await heard(await enter(fan, id), 'What was the lamp room?')).includes('lamp room was where')).toBe(
        mature,
      );
    }
  });

  it('never stands in the way: a reply comes without it, is paid, and the log says so; others don’t ask at all', async () => {
    const untaught = await publishedBy(creator, 'Quick');
    const [scene, other] = [await enter(fan, taught), await enter(fan, untaught.id)];
    const unlock = await house.world.lock('training_posting');
    const unlockFiles = await house.world.lock('training_corpus');
    try {
      expect(await heard(other, QUESTION)).toContain(QUESTION);
      expect(house.log.join('')).not.toContain('without its training data');
      expect(await heard(scene, QUESTION)).not.toContain('Aberdeen');
    } finally {
      await unlock();
      await unlockFiles();
    }
    expect(house.log.join('')).toContain(`persona ${taught} answers without its training data`);
    expect(await heard(scene, QUESTION)).toContain('Aberdeen');
    // A passage that was changed is left out, and said to be, without a word of it.
    const { id } = await publishedBy(creator, 'Damaged');
    const file = await upload(creator, id, 'horn.txt', ANSWER);
    await house.world.query('UPDATE training_passage SET sealed = set_byte(sealed, 40, 0) WHERE file_id = $1', [
      file.id,
    ]);
    expect(await heard(await enter(fan, id), QUESTION)).not.toContain('Aberdeen');
    expect(house.log.join('')).toContain(`the seal of training file ${file.id}, passage 0 is broken`);
    expect(house.log.join('')).not.toContain('Aberdeen');
  });
});
