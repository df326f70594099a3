-- Every message moves its conversation's leaf and time. Neither is indexed any more and pages keep room, so the update touches no index (HOT):
-- a fan's conversations are few enough to be sorted when they are listed.
DROP INDEX "conversation_fan_id_last_message_at_id_idx";
CREATE INDEX "conversation_fan_id_idx" ON "conversation"("fan_id");
ALTER TABLE "conversation" SET (fillfactor = 80);

-- The newest messages of conversations, read afresh: a statement that charges first waits for wallets, and its own snapshot is older than that.
-- One call for a whole batch.
DROP FUNCTION chat_leaf(uuid);
CREATE FUNCTION chat_leaves(conversations uuid[]) RETURNS TABLE (conversation uuid, leaf uuid) LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY SELECT c.id, c.leaf_id FROM conversation c WHERE c.id = ANY (conversations);
END $$;
