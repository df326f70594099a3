import { FailpointTable } from './failpoint-table.ts';
import { FAILPOINT_NAMES, parseFailpoints } from './parse-failpoints.ts';

const never = (): number => {
  throw new Error('no chance was asked for');
};

describe('what FAILPOINTS says', () => {
  it('is a point with an action, and when: always, by chance, or at the n-th hit', () => {
    expect(
      parseFailpoints('send.after-statement=kill@0.02; settle.before-statement=fail#3;sweep.before-settle=delay:50'),
    ).toEqual([
      { name: 'send.after-statement', action: { kind: 'kill' }, trigger: { kind: 'chance', probability: 0.02 } },
      { name: 'settle.before-statement', action: { kind: 'fail' }, trigger: { kind: 'hit', number: 3 } },
      { name: 'sweep.before-settle', action: { kind: 'delay', delayMs: 50 }, trigger: { kind: 'always' } },
    ]);
    expect(parseFailpoints('')).toEqual([]);
  });

  it.each([
    ['a point that does not exist', 'send.after-statment=kill'],
    ['an action that does not exist', 'send.after-statement=explode'],
    ['no action', 'send.after-statement'],
    ['a delay without its length', 'send.after-statement=delay'],
    ['a delay that is negative', 'send.after-statement=delay:-5'],
    ['a length for an action that has none', 'send.after-statement=kill:5'],
    ['a probability above 1', 'send.after-statement=kill@1.5'],
    ['a probability that is negative', 'send.after-statement=kill@-1'],
    ['the hit before the first', 'send.after-statement=kill#0'],
    ['both a probability and a hit', 'send.after-statement=kill@0.5#2'],
    ['a comma between two rules', 'send.after-statement=kill,send.before-statement=kill'],
  ])('is refused when it has %s', (_, text) => {
    expect(() => parseFailpoints(`settle.before-statement=fail;${text}`)).toThrow(RangeError);
    expect(() => parseFailpoints(text)).toThrow(/rule 1/);
  });

  it('names the points that there are to whoever mistyped one', () => {
    expect(() => parseFailpoints('sned.after-statement=kill')).toThrow(FAILPOINT_NAMES.join(', '));
  });
});

describe('a point that is reached', () => {
  it('acts at its n-th hit only, and points are counted apart', () => {
    const table = new FailpointTable(parseFailpoints('stop.before-statement=fail#2'), never);
    expect(table.reach('stop.before-statement')).toEqual([]);
    expect(table.reach('stop.after-statement')).toEqual([]);
    expect(table.reach('stop.before-statement')).toEqual([{ kind: 'fail' }]);
    expect(table.reach('stop.before-statement')).toEqual([]);
  });

  it('acts by chance, with a probability of one each time and with zero never', () => {
    const draws = [0.019, 0.02, 0.999];
    const table = new FailpointTable(parseFailpoints('send.before-answer=kill@0.02'), () => draws.shift() ?? never());
    expect([1, 2, 3].map(() => table.reach('send.before-answer').length)).toEqual([1, 0, 0]);
    const sure = new FailpointTable(
      parseFailpoints('send.before-answer=fail@1;send.before-answer=kill@0'),
      () => 0.9999,
    );
    expect(sure.reach('send.before-answer')).toEqual([{ kind: 'fail' }]);
  });

  it('does what several rules of one point say, in their order', () => {
    const table = new FailpointTable(
      parseFailpoints('save.before-statement=delay:5;save.before-statement=fail#1'),
      never,
    );
    expect(table.reach('save.before-statement')).toEqual([{ kind: 'delay', delayMs: 5 }, { kind: 'fail' }]);
    expect(table.reach('save.before-statement')).toEqual([{ kind: 'delay', delayMs: 5 }]);
  });
});
