import { Coalescer, type CoalescerLimits } from './coalescer.ts';

interface Call {
  fan: string;
  id: string;
  bytes?: number;
}

const LIMITS: CoalescerLimits = {
  membersMax: 3,
  bytesMax: 1_000,
  waitingMax: 6,
  waitingBytesMax: 10_000,
  waitMaxMs: 60_000,
  batchesMax: 1,
};

/** A coalescer whose batches end when the test says so. */
function open(limits: Partial<CoalescerLimits> = {}) {
  const batches: { ids: string[]; end: PromiseWithResolvers<void> }[] = [];
  const coalescer = new Coalescer<Call, string>({
    run: async (members) => {
      const batch = { ids: members.map((member) => member.id), end: Promise.withResolvers<void>() };
      batches.push(batch);
      await batch.end.promise;
      if (batch.ids.includes('poison')) throw new TypeError('poison');
      return batch.ids.map((id) => `done ${id}`);
    },
    keyOf: (call) => call.fan,
    identityOf: (call) => call.id,
    bytesOf: (call) => call.bytes ?? 1,
    isMemberFault: (error) => error instanceof TypeError,
    limits: { ...LIMITS, ...limits },
  });
  const idsOf = (index: number) => batches[index]?.ids;
  const end = async (index: number) => {
    batches[index]?.end.resolve();
    await new Promise(setImmediate);
  };
  return { coalescer, batches, idsOf, end };
}

const call = (fan: string, id = fan, bytes = 1): Call => ({ fan, id, bytes });

describe('the coalescer', () => {
  it('sends a lone call at once, and together what arrives meanwhile, up to the size of a batch', async () => {
    const { coalescer, idsOf, end } = open();
    const answers = ['a', 'b', 'c', 'd', 'e'].map((fan) => coalescer.submit(call(fan)));
    expect(idsOf(0)).toEqual(['a']);
    await end(0);
    expect(idsOf(1)).toEqual(['b', 'c', 'd']);
    await end(1);
    expect(idsOf(2)).toEqual(['e']);
    await end(2);
    expect(await Promise.all(answers)).toEqual(['done a', 'done b', 'done c', 'done d', 'done e']);
    expect(coalescer.pending).toBe(0);
  });

  it('has a fan in one batch at a time and once in it, in the order of arrival, and lets others pass', async () => {
    const { coalescer, idsOf, end, batches } = open({ batchesMax: 2 });
    const answers = [call('a', '1'), call('a', '2'), call('a', '3'), call('b', '4')].map((it) => coalescer.submit(it));
    expect(batches.map((batch) => batch.ids)).toEqual([['1'], ['4']]);
    await end(0);
    expect(idsOf(2)).toEqual(['2']);
    await end(2);
    expect(idsOf(3)).toEqual(['3']);
    await end(1);
    await end(3);
    await Promise.all(answers);
  });

  it('answers the same request that comes again while it is pending with the first one’s answer', async () => {
    const { coalescer, end, batches } = open();
    const [first, second] = [coalescer.submit(call('a', 'same')), coalescer.submit(call('a', 'same'))];
    await end(0);
    expect([await first, await second]).toEqual(['done same', 'done same']);
    expect(batches).toHaveLength(1);
    const later = coalescer.submit(call('a', 'same'));
    await end(1);
    expect(await later).toBe('done same');
  });

  it('turns away with busy what is one too many, in number and in bytes, and takes up again afterwards', async () => {
    const { coalescer, end } = open({ waitingMax: 2, waitingBytesMax: 500 });
    const answers = ['a', 'b', 'c'].map((fan) => coalescer.submit(call(fan)));
    await expect(coalescer.submit(call('d'))).rejects.toMatchObject({ code: 'busy' });
    await end(0);
    await end(1);
    await Promise.all(answers);
    const [e, big] = [coalescer.submit(call('e')), coalescer.submit(call('f', 'f', 501))];
    await expect(big).rejects.toMatchObject({ code: 'busy' });
    await end(2);
    expect(await e).toBe('done e');
  });

  it('keeps a batch within its bytes, yet takes a call that is too big for any', async () => {
    const { coalescer, idsOf, end } = open();
    const answers = [call('a'), call('b', 'b', 900), call('c', 'c', 200), call('d', 'd', 2_000)].map((it) =>
      coalescer.submit(it),
    );
    await end(0);
    expect(idsOf(1)).toEqual(['b']);
    await end(1);
    expect(idsOf(2)).toEqual(['c']);
    await end(2);
    expect(idsOf(3)).toEqual(['d']);
    await end(3);
    await Promise.all(answers);
  });

  it('tells a call busy that waited too long to be taken', async () => {
    const { coalescer, end } = open({ waitMaxMs: -1 });
    await expect(coalescer.submit(call('a'))).rejects.toMatchObject({ code: 'busy' });
    await end(0);
    expect(coalescer.pending).toBe(0);
  });

  it('runs a batch again member by member when one of them spoils it: only that one fails', async () => {
    const { coalescer, end, batches } = open();
    const answers = [call('x'), call('a'), call('b', 'poison'), call('c')].map((it) => coalescer.submit(it));
    const settled = Promise.allSettled(answers);
    for (let index = 0; index < 5; index += 1) await end(index);
    expect((await settled).map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(batches.slice(2).map((batch) => batch.ids)).toEqual([['a'], ['poison'], ['c']]);
  });

  it('is drained when nothing waits and nothing is on its way', async () => {
    const { coalescer, end } = open();
    await coalescer.drained();
    const answers = [coalescer.submit(call('a')), coalescer.submit(call('b'))];
    let drained = false;
    const waiting = coalescer.drained().then(() => {
      drained = true;
    });
    await end(0);
    expect(drained).toBe(false);
    await end(1);
    await Promise.all([...answers, waiting]);
  });
});
