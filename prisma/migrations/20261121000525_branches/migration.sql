-- Branches are shown and deleted under the conversation's lock, like messages are written: each query inside a VOLATILE function then sees what
-- whoever held the lock before has written.

-- Messages go with their conversation. Work in progress first, as at a reply's end: whoever settles one holds its row of "generation" and then wants the message.
CREATE OR REPLACE FUNCTION conversation_takes_messages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM generation WHERE fan_id = OLD.fan_id AND conversation_id = OLD.id;
  DELETE FROM message WHERE conversation_id = OLD.id;
  RETURN OLD;
END $$;

-- The end of the branch down from a message: the newest message at every fork, at most `steps_max` down. Itself if nothing hangs below it.
CREATE FUNCTION chat_newest_end(conversation uuid, from_message uuid, steps_max int) RETURNS uuid LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
DECLARE
  at uuid := from_message;
  below uuid;
BEGIN
  FOR step IN 1 .. steps_max LOOP
    SELECT m.id INTO below FROM message m WHERE m.conversation_id = conversation AND m.parent_id = at ORDER BY m.id DESC LIMIT 1;
    EXIT WHEN NOT FOUND;
    at := below;
  END LOOP;
  RETURN at;
END $$;

-- Shows the branch that a message is in. False: no such message in a conversation of this fan.
CREATE FUNCTION chat_show_branch(fan uuid, conversation uuid, through uuid, steps_max int) RETURNS boolean LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
BEGIN
  PERFORM 1 FROM conversation c WHERE c.id = conversation AND c.fan_id = fan FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT EXISTS (SELECT FROM message m WHERE m.id = through AND m.conversation_id = conversation) THEN RETURN false; END IF;
  UPDATE conversation c SET leaf_id = chat_newest_end(conversation, through, steps_max) WHERE c.id = conversation;
  RETURN true;
END $$;

-- Deletes a message with everything below it. Outcome: deleted | gone (no such message of this fan) | greeting | under_way (a reply in it is being written) |
-- too_many (more than `messages_max` would go: a whole conversation is deleted another way). If what is shown goes, the branch of the
-- nearest sibling is shown instead, an older one before a newer one, or else what was above. Locks: conversation, messages.
CREATE FUNCTION chat_delete_branch(fan uuid, top uuid, messages_max int, OUT outcome text, OUT conversation uuid) LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
DECLARE
  m record;
  branch uuid[];
  running boolean;
  leaf uuid;
  beside uuid;
BEGIN
  SELECT x.conversation_id INTO conversation FROM message x WHERE x.id = top AND x.fan_id = fan;
  PERFORM 1 FROM conversation c WHERE c.id = conversation AND c.fan_id = fan FOR NO KEY UPDATE;
  SELECT x.parent_id, x.role INTO m FROM message x WHERE x.id = top AND x.conversation_id = conversation;
  IF NOT FOUND THEN outcome := 'gone'; RETURN; END IF;
  IF m.parent_id IS NULL THEN outcome := 'greeting'; RETURN; END IF;
  WITH RECURSIVE below AS (
    SELECT x.id, x.status FROM message x WHERE x.id = top
    UNION ALL
    -- LIMIT keeps it a walk by index from each message to its children.
    SELECT x.id, x.status FROM below b, LATERAL (
      SELECT y.id, y.status FROM message y WHERE y.conversation_id = conversation AND y.parent_id = b.id LIMIT messages_max + 1) x)
  SELECT array_agg(b.id), bool_or(b.status = 'queued') INTO branch, running FROM (SELECT * FROM below LIMIT messages_max + 1) b;
  IF running THEN outcome := 'under_way'; RETURN; END IF;
  IF cardinality(branch) > messages_max THEN outcome := 'too_many'; RETURN; END IF;
  SELECT c.leaf_id INTO leaf FROM conversation c WHERE c.id = conversation;
  IF leaf = ANY (branch) THEN
    SELECT s.id INTO beside FROM message s
    WHERE s.conversation_id = conversation AND s.parent_id = m.parent_id AND s.role = m.role AND s.id <> top
    ORDER BY s.id < top DESC, CASE WHEN s.id < top THEN s.id END DESC, s.id LIMIT 1;
    UPDATE conversation c
    SET leaf_id = CASE WHEN beside IS NULL THEN m.parent_id ELSE chat_newest_end(conversation, beside, messages_max) END
    WHERE c.id = conversation;
  END IF;
  DELETE FROM message x WHERE x.id = ANY (branch);
  outcome := 'deleted';
END $$;
