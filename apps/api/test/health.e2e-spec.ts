import { errorBody } from '@troupe/contracts/errors';
import { CLIENT_ADDRESS_HEADER } from '@troupe/contracts/http/forwarding';
import { type House, openHouse } from './support/boot.ts';

describe('the routes for operators', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => house.close());

  it('metrics are for whoever reaches the API itself', async () => {
    const answer = await fetch(`${house.origin}/metrics`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('process_cpu_seconds_total');
  });

  it.each(['x-forwarded-for', 'x-forwarded-host', 'forwarded', CLIENT_ADDRESS_HEADER])(
    'metrics are not there for whom somebody forwards (%s)',
    async (header) => {
      const answer = await fetch(`${house.origin}/metrics`, { headers: { [header]: '203.0.113.1' } });
      expect(answer.status).toBe(404);
      expect(errorBody.parse(await answer.json()).code).toBe('not_found');
    },
  );
});
