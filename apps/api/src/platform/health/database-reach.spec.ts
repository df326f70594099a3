import { DatabaseReach } from './database-reach.ts';

describe('whether the database answers', () => {
  it('is asked once for a flood of questions, and again after a while', async () => {
    let asked = 0;
    let nowMs = 0;
    const isReachable = async (): Promise<boolean> => {
      asked += 1;
      return asked === 1;
    };
    const reach = new DatabaseReach({ isReachable }, () => nowMs);
    expect(await Promise.all(Array.from({ length: 50 }, () => reach.isReachable()))).toEqual(Array(50).fill(true));
    expect(asked).toBe(1);
    nowMs = 1_001;
    expect(await reach.isReachable()).toBe(false);
    expect(asked).toBe(2);
  });
});
