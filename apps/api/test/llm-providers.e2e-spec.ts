import { createApiClient } from '@troupe/api-client';
import { llmProviders } from '@troupe/contracts/http/llm';
import { llmFaults } from '@troupe/test-kit/llm-faults';
import type { Cast } from '@troupe/test-kit/world';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, sayPaid } from './support/chat.ts';

const KEY = 'sk-a-key-that-nobody-may-see';

describe('the providers of language models', () => {
  let house: House;
  let cast: Cast;
  beforeAll(async () => {
    house = await openHouse({ LLM_API_KEY: KEY });
    cast = await house.world.addCast();
  });
  afterAll(async () => house.close());

  const ask = (token: string) =>
    fetch(`${house.origin}/admin/llm/providers`, { headers: { authorization: `Bearer ${token}` } });

  it('are there for an admin, with their health and without their keys, and not there for anybody else', async () => {
    const person = await house.register();
    expect((await ask(person.session.token)).status).toBe(404);
    expect((await ask('no token')).status).toBe(401);
    await house.world.query("UPDATE app_user SET roles = '{fan,admin}' WHERE id = $1", [person.userId]);
    const { token } = await createApiClient({ baseUrl: house.origin }).auth.refresh({
      refreshToken: person.session.refreshToken,
    });

    house.llm.script(llmFaults([]).unpaid);
    const scene = await enter(await house.register(), cast.personaId);
    const { replyId } = await sayPaid(scene, 'Are you there?');
    expect(await endOf(scene, replyId)).toMatchObject({ kind: 'failed', code: 'provider_failed', refunded: true });

    const answer = await ask(token);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).not.toContain(KEY);
    expect(llmProviders.parse(JSON.parse(text))).toMatchObject({
      providers: [
        {
          name: 'custom',
          model: 'meta-llama/llama-3.1-8b-instruct',
          breaker: 'closed',
          needsAttention: true,
          lastFailure: { kind: 'credentials', status: 402 },
        },
      ],
      unused: [
        { name: 'openrouter', setting: 'OPENROUTER_API_KEY', isConfigured: false },
        { name: 'openai', setting: 'OPENAI_API_KEY', isConfigured: false },
        { name: 'anthropic', setting: 'ANTHROPIC_API_KEY', isConfigured: false },
      ],
    });
  });
});
