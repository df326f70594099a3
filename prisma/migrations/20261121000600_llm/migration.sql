-- The catalogue of language models: our names, what their tokens cost, and which provider's model answers under each.

CREATE TABLE "llm_model" (
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "context_tokens" INTEGER NOT NULL,
  "abilities" TEXT[],
  "input_microcoins_per_1000_tokens" BIGINT NOT NULL,
  "output_microcoins_per_1000_tokens" BIGINT NOT NULL,
  "active" BOOLEAN NOT NULL DEFAULT true,
  "position" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "llm_model_pkey" PRIMARY KEY ("name"),
  CONSTRAINT "llm_model_name" CHECK ("name" ~ '^[a-z0-9][a-z0-9.-]{0,59}$'),
  CONSTRAINT "llm_model_context" CHECK ("context_tokens" > 0),
  CONSTRAINT "llm_model_abilities" CHECK ("abilities" <@ ARRAY['vision', 'reasoning', 'code'] AND "abilities" IS NOT NULL),
  -- A negative rate would pay people for talking; more than 10,000 coins for 1,000 tokens is a slip of the finger.
  CONSTRAINT "llm_model_rates" CHECK (
    "input_microcoins_per_1000_tokens" BETWEEN 0 AND 10000000000 AND "output_microcoins_per_1000_tokens" BETWEEN 0 AND 10000000000)
);

CREATE TABLE "llm_route" (
  "model_name" TEXT NOT NULL,
  "provider" TEXT NOT NULL,
  "upstream" TEXT NOT NULL,
  CONSTRAINT "llm_route_pkey" PRIMARY KEY ("model_name", "provider"),
  CONSTRAINT "llm_route_provider" CHECK ("provider" IN ('custom', 'openrouter', 'openai', 'anthropic')),
  CONSTRAINT "llm_route_upstream" CHECK (char_length("upstream") BETWEEN 1 AND 200)
);
ALTER TABLE "llm_route" ADD CONSTRAINT "llm_route_model_name_fkey"
  FOREIGN KEY ("model_name") REFERENCES "llm_model"("name") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the catalogue starts with. The context is the least of those whom a name leads to. A row that is there already is somebody's choice.
INSERT INTO "llm_model"
  ("name", "description", "context_tokens", "abilities", "input_microcoins_per_1000_tokens", "output_microcoins_per_1000_tokens", "position")
VALUES
  ('troupe-chat', 'Conversation, quick and in character.', 128000, '{}', 2500000, 2500000, 1),
  ('troupe-thinking', 'Thinks before it answers.', 64000, '{reasoning}', 2500000, 2500000, 2),
  ('troupe-vision', 'Sees images.', 128000, '{vision}', 4000000, 4000000, 3),
  ('troupe-code', 'Reads and writes code.', 32768, '{code}', 2000000, 2000000, 4)
ON CONFLICT DO NOTHING;
INSERT INTO "llm_route" ("model_name", "provider", "upstream") VALUES
  ('troupe-chat', 'openrouter', 'meta-llama/llama-3.1-8b-instruct'),
  ('troupe-chat', 'openai', 'gpt-4o-mini'),
  ('troupe-chat', 'anthropic', 'claude-haiku-4-5'),
  ('troupe-thinking', 'openrouter', 'deepseek/deepseek-r1'),
  ('troupe-thinking', 'openai', 'o4-mini'),
  ('troupe-thinking', 'anthropic', 'claude-sonnet-4-5'),
  ('troupe-vision', 'openrouter', 'meta-llama/llama-3.2-11b-vision-instruct'),
  ('troupe-vision', 'openai', 'gpt-4o-mini'),
  ('troupe-vision', 'anthropic', 'claude-haiku-4-5'),
  ('troupe-code', 'openrouter', 'qwen/qwen-2.5-coder-32b-instruct'),
  ('troupe-code', 'openai', 'gpt-4.1-mini'),
  ('troupe-code', 'anthropic', 'claude-sonnet-4-5')
ON CONFLICT DO NOTHING;
