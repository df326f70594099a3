import { type House, openHouse } from './support/boot.ts';

describe('the ledger’s health', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => house.close());

  const ask = (token: string) =>
    fetch(`${house.origin}/admin/ledger/health`, { headers: { authorization: `Bearer ${token}` } });

  it('is there for an admin, and not there for anybody else', async () => {
    const person = await house.register();
    expect((await ask(person.session.token)).status).toBe(404);
    expect((await ask('no token')).status).toBe(401);
    await house.world.query("UPDATE app_user SET roles = '{fan,admin}' WHERE id = $1", [person.userId]);
    const { token } = await person.api.auth.refresh({ refreshToken: person.session.refreshToken });
    const answer = await ask(token);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ checkedAt: null, faults: [], foldLagJournals: expect.any(Number) });
  });
});
