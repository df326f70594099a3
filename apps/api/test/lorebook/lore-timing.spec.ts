import type { LoreEntry, LoreState } from '../../src/modules/persona/lorebook/types.ts';
import { ids, refusals, scan } from '../support/lore-situations.ts';

const path = (length: number): string[] => Array.from({ length }, (_, index) => `m${index}`);
/** Began with the reply m4, when the path had four messages. */
const begun: LoreState = { started: [{ replyId: 'm4', entryIds: ['e'] }] };

describe('time, counted in messages', () => {
  it.each<[rule: string, entry: Partial<LoreEntry>, pathMessages: number, said: string, outcome: string]>([
    ['sticky 4: two messages later it is active without a key', { stickyMessages: 4 }, 6, '', 'active'],
    ['sticky 4: four messages later it is over', { stickyMessages: 4 }, 8, '', 'silent'],
    ['and a key begins it again', { stickyMessages: 4 }, 8, 'lamp', 'active'],
    ['sticky needs no luck', { stickyMessages: 4, probabilityPercent: 0 }, 6, '', 'active'],
    ['cooldown 4: two messages later a key does nothing', { cooldownMessages: 4 }, 6, 'lamp', 'cooldown'],
    ['cooldown 4: four messages later it does', { cooldownMessages: 4 }, 8, 'lamp', 'active'],
    ['sticky 4, cooldown 4: first the one', { stickyMessages: 4, cooldownMessages: 4 }, 7, '', 'active'],
    ['then the other', { stickyMessages: 4, cooldownMessages: 4 }, 9, 'lamp', 'cooldown'],
    ['then neither', { stickyMessages: 4, cooldownMessages: 4 }, 12, 'lamp', 'active'],
    ['a cooldown holds constants back', { cooldownMessages: 4, isConstant: true }, 6, '', 'cooldown'],
    ['delay 8: not before the eighth message', { delayMessages: 8 }, 7, 'lamp', 'delay'],
    ['delay 8: from the eighth on', { delayMessages: 8 }, 8, 'lamp', 'active'],
    ['a delay holds what is sticky back', { stickyMessages: 9, delayMessages: 8 }, 6, '', 'delay'],
    ['nothing, for an entry that has no time', {}, 6, '', 'silent'],
    ['a disabled entry stays so', { stickyMessages: 4, isEnabled: false }, 6, '', 'disabled'],
  ])('%s', (_, entry, pathMessages, said, outcome) => {
    const entries = [{ id: 'e', keys: ['lamp'], ...entry }];
    const result = scan({ entries, said: [said], pathIds: path(pathMessages), state: begun });
    const told = result.active.length > 0 ? 'active' : (result.refused[0]?.because ?? 'silent');
    expect(told).toBe(outcome);
  });

  const lamp = { id: 'e', keys: ['lamp'], stickyMessages: 4, cooldownMessages: 2 };

  it('is remembered with the reply in which it begins, and only then', () => {
    const first = scan({ entries: [lamp], said: ['lamp'], pathIds: path(4), replyId: 'm4' });
    expect(first.nextState).toEqual(begun);
    const sticky = scan({ entries: [lamp], said: ['lamp'], pathIds: path(6), replyId: 'm6', state: begun });
    expect(sticky.active[0]?.why).toEqual([{ kind: 'sticky', replyId: 'm4' }]);
    expect(sticky.nextState).toEqual(begun);
    expect(scan({ entries: [{ id: 'e', keys: ['lamp'] }], said: ['lamp'] }).nextState).toEqual({ started: [] });
  });

  it('goes with the reply when that is deleted, edited away or on another branch', () => {
    const elsewhere = ['m0', 'm1', 'm2', 'm3', 'other', 'm5'];
    expect(ids(scan({ entries: [lamp], said: [''], pathIds: elsewhere, state: begun }))).toEqual([]);
    expect(ids(scan({ entries: [lamp], said: [''], pathIds: path(6), state: begun }))).toEqual(['e']);
  });

  it('says the same when the reply is tried again', () => {
    const once = scan({ entries: [lamp], said: ['lamp'], pathIds: path(4), replyId: 'm4' });
    const again = scan({ entries: [lamp], said: ['lamp'], pathIds: path(4), replyId: 'm4', state: once.nextState });
    expect(again).toEqual(once);
  });

  it('lets the sticky member of a group stay', () => {
    const entries = [
      { ...lamp, groups: ['g'] },
      { id: 'f', keys: ['lamp'], groups: ['g'], winsGroup: true },
    ];
    const result = scan({ entries, said: ['lamp'], pathIds: path(6), state: begun });
    expect([ids(result), refusals(result)]).toEqual([['e'], ['f: group']]);
  });

  it('stays small however long the story is', () => {
    let state: LoreState = { started: [] };
    for (let turn = 0; turn < 1_000; turn += 1) {
      const entries = [{ id: 'e', keys: ['lamp'], stickyMessages: 1 }];
      state = scan({ entries, said: ['lamp'], pathIds: path(turn), replyId: `m${turn}`, state }).nextState;
    }
    expect(state.started).toHaveLength(200);
    expect(state.started.at(-1)?.replyId).toBe('m999');
  });
});
