import { createApiClient } from '@troupe/api-client';
import { llmProviders } from '@troupe/contracts/http/llm';
import { llmFaults } from '@troupe/test-kit/llm-faults';
import { type LlmServer, startLlmServer } from '@troupe/test-kit/llm-server';
import type { Cast } from '@troupe/test-kit/world';
import { faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, sayPaid } from './support/chat.ts';

const KEY = 'sk-a-key-that-nobody-may-see';

describe('the providers of language models', () => {
  let house: House;
  let second: LlmServer;
  let cast: Cast;
  beforeAll(async () => {
    second = await startLlmServer();
    const fallback = { LLM_FALLBACKS: 'openai', OPENAI_BASE_URL: second.baseUrl, OPENAI_API_KEY: KEY };
    house = await openHouse({ LLM_API_KEY: KEY, ...fallback });
    cast = await house.world.addCast();
  });
  afterAll(async () => {
    await house.close();
    await second.close();
  });

  it('stand in for one another before the first word: the fan reads one reply and pays for one', async () => {
    house.llm.script(llmFaults([]).serverError);
    second.script({ kind: 'reply', words: ['The second ', 'keeper ', 'answers.'] });
    const scene = await enter(await house.register(), cast.personaId);
    const ack = await sayPaid(scene, 'Who is there?');
    expect(await endOf(scene, ack.replyId)).toMatchObject({ kind: 'done', content: 'The second keeper answers.' });
    const { balanceMicrocoins } = await scene.fan.api.coin.balance(scene.fan.userId);
    expect(balanceMicrocoins).toBe(ack.balanceMicrocoins);
    // The catalogue's name for it there, and not the first one's.
    expect(second.calls.at(-1)).toMatchObject({ model: 'gpt-4o-mini' });
    expect(await faultsIn(house.world)).toEqual([]);
  });

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
    second.script({ kind: 'empty' });
    const scene = await enter(await house.register(), cast.personaId);
    const { replyId } = await sayPaid(scene, 'Are you there?');
    expect(await endOf(scene, replyId)).toMatchObject({ kind: 'failed', code: 'provider_empty', refunded: true });

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
        { name: 'openai', model: 'gpt-4o-mini', needsAttention: false, lastFailure: { kind: 'empty', status: null } },
      ],
      unused: [
        { name: 'openrouter', setting: 'OPENROUTER_API_KEY', isConfigured: false },
        { name: 'anthropic', setting: 'ANTHROPIC_API_KEY', isConfigured: false },
      ],
    });
  });
});
