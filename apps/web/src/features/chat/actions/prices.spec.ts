import type { ReplyLine } from '../transcript/lines';
import { expectedReply } from '../transcript/lines';
import { canGoOn, canRetake, takePriceMicrocoins } from './prices';
import { standingOf } from './siblings';

const PRICE = 2_000_000;
const CHARGED = { chargedMicrocoins: PRICE, refundedMicrocoins: 0 };

function reply(fields: Partial<ReplyLine> = {}): ReplyLine {
  const line = expectedReply({ id: 'r', parentId: 'q', createdAt: '2026-11-21T10:00:00.000Z' });
  return { ...line, status: 'done', content: 'Good evening.', charge: CHARGED, ...fields };
}

describe('what another take costs', () => {
  it.each([
    ['the first beside a reply that was paid for', {}, 0],
    ['one beside a reply that was stopped after it began', { status: 'stopped' }, 0],
    ['a second one', { siblingIds: ['r', 's'] }, PRICE],
    ['one beside a reply that failed', { status: 'failed' }, PRICE],
    ['one beside a reply whose coins went back', { charge: { ...CHARGED, refundedMicrocoins: PRICE } }, PRICE],
    ['one beside a free reply', { charge: null }, PRICE],
  ] as const)('%s', (_, fields, price) => {
    expect(takePriceMicrocoins(reply(fields), PRICE)).toBe(price);
  });

  it('none is free at a price by tokens', () => {
    expect(takePriceMicrocoins(reply(), PRICE, true)).toBe(PRICE);
  });

  it('a greeting has none, and nothing is asked of a reply that is still being given', () => {
    expect(canRetake(reply({ parentId: null }))).toBe(false);
    expect(canRetake(reply({ status: 'streaming' }))).toBe(false);
    expect(canGoOn(reply({ status: 'streaming' }))).toBe(false);
    expect(canGoOn(reply({ status: 'failed' }))).toBe(false);
  });
});

describe('the place among siblings', () => {
  it('is told with both neighbours, and not at all when there is only one', () => {
    expect(standingOf({ id: 'b', siblingIds: ['a', 'b'] })).toEqual({
      position: 2,
      count: 2,
      previousId: 'a',
      nextId: null,
    });
    expect(standingOf({ id: 'b', siblingIds: ['b'] })).toBeNull();
    expect(standingOf({ id: null, siblingIds: [] })).toBeNull();
  });
});
