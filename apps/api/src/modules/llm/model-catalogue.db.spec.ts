import { type Database, openDatabase } from '@troupe/database';
import { createTestDatabase, type TestDatabase } from '@troupe/test-kit/database';
import { until } from '@troupe/test-kit/until';
import { readEnv } from '../../platform/config/env.ts';
import { LlmRepository } from './llm.repository.ts';
import { ModelCatalogueService } from './model-catalogue.service.ts';

describe('the catalogue of models', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = openDatabase({ url: testDatabase.url, poolMax: 2, applicationName: 'test' }, () => undefined);
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  const open = (maxAgeMs: number) =>
    new ModelCatalogueService(
      new LlmRepository(database),
      readEnv({
        DATABASE_URL: testDatabase.url,
        JWT_SECRET: 'x'.repeat(32),
        SANDBOX_WEBHOOK_SECRET: 'y'.repeat(32),
        LLM_CATALOGUE_MAX_AGE_MS: String(maxAgeMs),
      }),
    );

  it('starts with four models and their rates', async () => {
    const models = [...(await open(60_000).current()).values()];
    expect(models.map(({ name, inputMicrocoinsPer1000Tokens: rate }) => [name, rate])).toEqual([
      ['troupe-chat', 2_500_000n],
      ['troupe-thinking', 2_500_000n],
      ['troupe-vision', 4_000_000n],
      ['troupe-code', 2_000_000n],
    ]);
    for (const model of models) expect(model.outputMicrocoinsPer1000Tokens).toBe(model.inputMicrocoinsPer1000Tokens);
    expect(models[0]?.upstreams.get('openrouter')).toBe('meta-llama/llama-3.1-8b-instruct');
    expect(models[2]?.abilities).toEqual(['vision']);
  });

  it('is read ahead of its age, so that a change is seen without anybody waiting for it', async () => {
    const catalogue = open(300);
    catalogue.onApplicationBootstrap();
    try {
      await until('it is read', () => catalogue.latest.has('troupe-code'));
      await database.pool.query("UPDATE llm_model SET active = false WHERE name = 'troupe-code'");
      await until('the change is seen', () => !catalogue.latest.has('troupe-code'));
    } finally {
      await catalogue.onModuleDestroy();
    }
  });

  it('is never older than it may be', async () => {
    const catalogue = open(100);
    expect((await catalogue.current()).has('troupe-vision')).toBe(true);
    await database.pool.query("UPDATE llm_model SET active = false WHERE name = 'troupe-vision'");
    await until('its age is over', async () => !(await catalogue.current()).has('troupe-vision'));
  });

  it('takes no negative rate, no absurd one and no provider that nobody knows', async () => {
    const change = (sql: string) => database.pool.query(sql);
    const rate = 'input_microcoins_per_1000_tokens';
    await expect(change(`UPDATE llm_model SET ${rate} = -1`)).rejects.toThrow('llm_model_rates');
    await expect(change(`UPDATE llm_model SET ${rate} = 20000000000`)).rejects.toThrow('llm_model_rates');
    await expect(change("INSERT INTO llm_route VALUES ('troupe-chat', 'nobody', 'm')")).rejects.toThrow(
      'llm_route_provider',
    );
  });
});
