-- The foundation: people, personas, conversations, payments. The ledger has a migration of its own.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE "persona_status" AS ENUM ('draft', 'published', 'unpublished');
CREATE TYPE "message_role" AS ENUM ('user', 'assistant');
CREATE TYPE "message_status" AS ENUM ('queued', 'streaming', 'done', 'stopped', 'failed');
CREATE TYPE "payment_status" AS ENUM ('created', 'succeeded', 'failed', 'cancelled');

CREATE TABLE "app_user" (
  "id" UUID NOT NULL,
  "email" TEXT NOT NULL,
  "password_hash" TEXT,
  "name" TEXT NOT NULL,
  "roles" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "app_user_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "app_user_email_lower" CHECK ("email" = lower("email"))
);
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

CREATE TABLE "session" (
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "user_agent" TEXT NOT NULL DEFAULT '',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "revoked_at" TIMESTAMPTZ(3),
  CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

CREATE TABLE "refresh_token" (
  "token_hash" BYTEA NOT NULL,
  "session_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "used_at" TIMESTAMPTZ(3),
  CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("token_hash")
);
CREATE INDEX "refresh_token_session_id_idx" ON "refresh_token"("session_id");

CREATE TABLE "creator" (
  "user_id" UUID NOT NULL,
  "handle" TEXT NOT NULL,
  "display_name" TEXT NOT NULL,
  "bio" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "creator_pkey" PRIMARY KEY ("user_id"),
  CONSTRAINT "creator_handle_shape" CHECK ("handle" ~ '^[a-z0-9_]{3,30}$')
);
CREATE UNIQUE INDEX "creator_handle_key" ON "creator"("handle");

CREATE TABLE "persona" (
  "id" UUID NOT NULL,
  "slug" TEXT NOT NULL,
  "creator_id" UUID NOT NULL,
  "status" "persona_status" NOT NULL DEFAULT 'draft',
  "name" TEXT NOT NULL,
  "hook" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "tags" TEXT[],
  "price_microcoins" BIGINT NOT NULL,
  "hue_degrees" DOUBLE PRECISION NOT NULL,
  "portrait_key" TEXT NOT NULL,
  "personality" TEXT NOT NULL,
  "scenario" TEXT NOT NULL DEFAULT '',
  "greeting" TEXT NOT NULL,
  "alternative_greetings" TEXT[],
  "example_dialogue" JSONB NOT NULL DEFAULT '[]',
  "starters" TEXT[],
  "featured" BOOLEAN NOT NULL DEFAULT false,
  "chat_count" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "published_at" TIMESTAMPTZ(3),
  CONSTRAINT "persona_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "persona_price_bounds" CHECK ("price_microcoins" BETWEEN 500000 AND 500000000),
  CONSTRAINT "persona_published_at" CHECK ("status" <> 'published' OR "published_at" IS NOT NULL),
  CONSTRAINT "persona_slug_shape" CHECK ("slug" ~ '^[a-z0-9-]{1,80}$')
);
CREATE UNIQUE INDEX "persona_slug_key" ON "persona"("slug");
CREATE INDEX "persona_creator_id_idx" ON "persona"("creator_id");
CREATE INDEX "persona_tags_idx" ON "persona" USING GIN ("tags");

-- What the gallery's search looks in. array_to_string is only STABLE because of element types that print by settings; text does not.
CREATE FUNCTION persona_search_text(name text, hook text, tags text[], description text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT lower(name || ' ' || hook || ' ' || coalesce(array_to_string(tags, ' '), '') || ' ' || description) $$;
CREATE INDEX "persona_search_idx" ON "persona"
  USING GIN (persona_search_text("name", "hook", "tags", "description") gin_trgm_ops) WHERE "status" = 'published';

CREATE TABLE "conversation" (
  "id" UUID NOT NULL,
  "fan_id" UUID NOT NULL,
  "persona_id" UUID NOT NULL,
  "fan_name" TEXT NOT NULL,
  "leaf_id" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "last_message_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "conversation_fan_id_last_message_at_id_idx" ON "conversation"("fan_id", "last_message_at" DESC, "id");
CREATE INDEX "conversation_persona_id_idx" ON "conversation"("persona_id");

CREATE TABLE "message" (
  "id" UUID NOT NULL,
  "conversation_id" UUID NOT NULL,
  "fan_id" UUID NOT NULL,
  "parent_id" UUID,
  "role" "message_role" NOT NULL,
  "status" "message_status" NOT NULL,
  "content" TEXT NOT NULL,
  "client_message_id" UUID,
  "journal_id" BIGINT,
  "charged_microcoins" BIGINT,
  "refunded" BOOLEAN NOT NULL DEFAULT false,
  "failure_code" TEXT,
  "demo_voice" BOOLEAN NOT NULL DEFAULT false,
  "model" TEXT,
  "prompt_tokens" INTEGER,
  "completion_tokens" INTEGER,
  "usage_estimated" BOOLEAN NOT NULL DEFAULT false,
  "stop_requested" BOOLEAN NOT NULL DEFAULT false,
  "lease_id" UUID,
  "lease_until" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "finished_at" TIMESTAMPTZ(3),
  CONSTRAINT "message_pkey" PRIMARY KEY ("id"),
  -- Work in progress has a lease, what is over has none: otherwise no sweeper would ever find it.
  CONSTRAINT "message_lease" CHECK (("status" IN ('queued', 'streaming')) = ("lease_until" IS NOT NULL)),
  CONSTRAINT "message_finished" CHECK (("status" IN ('queued', 'streaming')) = ("finished_at" IS NULL)),
  CONSTRAINT "message_refunded" CHECK (NOT "refunded" OR "journal_id" IS NOT NULL)
);
CREATE INDEX "message_conversation_id_id_idx" ON "message"("conversation_id", "id");
CREATE INDEX "message_journal_id_idx" ON "message"("journal_id");
-- Exactly one reply per charge.
CREATE UNIQUE INDEX "message_reply_of_journal" ON "message"("journal_id") WHERE "role" = 'assistant' AND "journal_id" IS NOT NULL;
-- The sweeper's list, and the count of a fan's running replies.
CREATE INDEX "message_in_progress" ON "message"("lease_until") WHERE "status" IN ('queued', 'streaming');
CREATE INDEX "message_in_progress_of_fan" ON "message"("fan_id") WHERE "status" IN ('queued', 'streaming');
-- Free previews of one's own persona post nothing, so no ledger key guards their retries; this does. It also serves the daily count.
CREATE UNIQUE INDEX "message_preview" ON "message"("fan_id", "client_message_id")
  WHERE "role" = 'user' AND "journal_id" IS NULL AND "client_message_id" IS NOT NULL;
-- Stop refunds of a fan today, which are limited.
CREATE INDEX "message_stop_refund" ON "message"("fan_id", "finished_at") WHERE "status" = 'stopped' AND "refunded";

CREATE TABLE "coin_pack" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "coins_microcoins" BIGINT NOT NULL CHECK ("coins_microcoins" > 0),
  "bonus_microcoins" BIGINT NOT NULL CHECK ("bonus_microcoins" >= 0),
  "usd_minor" INTEGER NOT NULL CHECK ("usd_minor" > 0),
  "inr_minor" INTEGER NOT NULL CHECK ("inr_minor" > 0),
  "stripe_price_id" TEXT,
  "highlighted" BOOLEAN NOT NULL DEFAULT false,
  "active" BOOLEAN NOT NULL DEFAULT true,
  "position" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "coin_pack_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "coin_pack_name_key" ON "coin_pack"("name");

CREATE TABLE "payment" (
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "provider" TEXT NOT NULL,
  "status" "payment_status" NOT NULL DEFAULT 'created',
  "pack_id" UUID NOT NULL,
  "pack_name" TEXT NOT NULL,
  "coins_microcoins" BIGINT NOT NULL CHECK ("coins_microcoins" > 0),
  "bonus_microcoins" BIGINT NOT NULL CHECK ("bonus_microcoins" >= 0),
  "currency" TEXT NOT NULL CHECK ("currency" IN ('USD', 'INR')),
  "amount_minor" INTEGER NOT NULL CHECK ("amount_minor" > 0),
  "journal_id" BIGINT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "settled_at" TIMESTAMPTZ(3),
  CONSTRAINT "payment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "payment_succeeded_is_credited" CHECK (("status" = 'succeeded') = ("journal_id" IS NOT NULL))
);
CREATE INDEX "payment_user_id_id_idx" ON "payment"("user_id", "id" DESC);

CREATE TABLE "webhook_event" (
  "provider" TEXT NOT NULL,
  "event_id" TEXT NOT NULL,
  "payment_id" UUID NOT NULL,
  "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("provider", "event_id")
);

ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "creator" ADD CONSTRAINT "creator_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "persona" ADD CONSTRAINT "persona_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "creator"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_fan_id_fkey" FOREIGN KEY ("fan_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "payment" ADD CONSTRAINT "payment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment" ADD CONSTRAINT "payment_pack_id_fkey" FOREIGN KEY ("pack_id") REFERENCES "coin_pack"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The newest message of a conversation, read afresh. A statement that charges first waits for the fan's wallet; its own snapshot is
-- older than that wait, but each query inside a VOLATILE function takes a new one, so it sees the exchange that was waited for.
CREATE FUNCTION chat_leaf(conversation uuid) RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN (SELECT c.leaf_id FROM conversation c WHERE c.id = conversation);
END $$;

-- Whether one more stop of this fan may be refunded today (UTC). The lock makes the count exact: two stops at once are counted one after the other.
CREATE FUNCTION chat_may_refund_stop(fan uuid, per_day int) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('stop-refund:' || fan, 0));
  RETURN (SELECT count(*) FROM message m
          WHERE m.fan_id = fan AND m.status = 'stopped' AND m.refunded AND m.finished_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
         ) < per_day;
END $$;
