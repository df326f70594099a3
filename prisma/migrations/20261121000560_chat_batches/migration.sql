-- The end of replies that move no coins: delivered, at a flat price that stands, or free. Many in one statement, because nearly all end so.
-- Answers for those whose lease the caller held; one with a hold is left to `chat_settle`. Generations are locked in the order of their ids.
CREATE FUNCTION chat_finish(replies uuid[], leases uuid[], finals message_status[], said text[], failures text[], prompts int[], completions int[], estimates boolean[])
RETURNS TABLE (id uuid, conversation_id uuid, fan_id uuid, parent_id uuid, journal_id bigint, charged_microcoins bigint)
LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE
  held uuid[];
BEGIN
  SELECT array_agg(g.reply_id) INTO held FROM (
    SELECT g.reply_id FROM unnest(replies, leases) AS x(reply, lease) JOIN generation g ON g.reply_id = x.reply AND g.lease_id = x.lease
    WHERE NOT EXISTS (SELECT FROM message m WHERE m.id = x.reply AND m.hold_id IS NOT NULL)
    ORDER BY g.reply_id FOR UPDATE OF g) g;
  DELETE FROM generation g WHERE g.reply_id = ANY (held);
  RETURN QUERY
  UPDATE message m
  SET status = x.final, content = x.content, failure_code = x.failure, finished_at = now(), prompt_tokens = coalesce(x.prompt, m.prompt_tokens),
      completion_tokens = x.completion, usage_estimated = x.estimated
  FROM unnest(replies, finals, said, failures, prompts, completions, estimates) AS x(reply, final, content, failure, prompt, completion, estimated)
  WHERE m.id = x.reply AND m.id = ANY (held)
  RETURNING m.id, m.conversation_id, m.fan_id, m.parent_id, m.journal_id, m.charged_microcoins;
END $$;

-- Counts the changes of what a persona is in a chat, so that whoever has read it all knows whether it still holds.
ALTER TABLE "persona" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1;
CREATE FUNCTION persona_revised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER "persona_revised" BEFORE UPDATE OF
  slug, creator_id, status, mature, name, hook, description, tags, price_microcoins, base_microcoins, input_rate_microcoins, output_rate_microcoins, hue_degrees, portrait_key,
  personality, scenario, greeting, alternative_greetings, example_dialogue, starters
  ON "persona" FOR EACH ROW EXECUTE FUNCTION persona_revised();

-- Counts the changes of what is remembered of a conversation, so that whoever has read its history knows whether the memory still holds.
ALTER TABLE "conversation" ADD COLUMN "memory_revision" INTEGER NOT NULL DEFAULT 0;
CREATE FUNCTION conversation_memory_revised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE conversation SET memory_revision = memory_revision + 1 WHERE id = coalesce(NEW.conversation_id, OLD.conversation_id);
  RETURN NULL;
END $$;
CREATE TRIGGER "conversation_memory_revised" AFTER INSERT OR UPDATE OR DELETE ON "conversation_memory" FOR EACH ROW EXECUTE FUNCTION conversation_memory_revised();
CREATE FUNCTION conversation_memory_switched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.memory_revision := OLD.memory_revision + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER "conversation_memory_switched" BEFORE UPDATE OF memory_enabled ON "conversation" FOR EACH ROW
  WHEN (NEW.memory_enabled <> OLD.memory_enabled) EXECUTE FUNCTION conversation_memory_switched();

-- Without settings of its own: whoever calls it has the same ones, and setting them again is a noticeable part of a lone message.
CREATE OR REPLACE FUNCTION ledger_lock(owners uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM 1 FROM wallet w WHERE w.owner_id = ANY (owners) ORDER BY w.id FOR NO KEY UPDATE;
END $$;
