-- A free alternative that comes to nothing is not used up: what would give all coins back for a reply that was paid for gives it back, to the message that it
-- answers and to its day. A stop gives it back as often as it gives coins back: from the same count. What was asked keeps its client id, for retries.
-- Whoever calls it has just ended the reply by its lease, so it is called once. Locks: the fan's day, then the free exchange, like `chat_admit_free`.
CREATE FUNCTION chat_free_take_back(fan uuid, reply uuid, answered uuid, final message_status, stop_refunds_max int) RETURNS boolean LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
DECLARE
  counted_on date;
BEGIN
  SELECT (f.created_at AT TIME ZONE 'UTC')::date INTO counted_on FROM free_exchange f WHERE f.alternative_to = answered AND f.reply_id = reply;
  IF NOT FOUND OR (final = 'stopped' AND NOT chat_count_day(fan, 'stop_refund', stop_refunds_max)) THEN RETURN false; END IF;
  UPDATE chat_day d SET alternatives = d.alternatives - 1 WHERE d.fan_id = fan AND d.day = counted_on AND d.alternatives > 0;
  UPDATE free_exchange f SET alternative_to = NULL WHERE f.alternative_to = answered AND f.reply_id = reply;
  RETURN true;
END $$;

-- The one door out of a reply's life, as before; a reply that moved no coins may have been a free alternative. Locks: generation, hold, the fan's day, wallets,
-- free exchange, message.
CREATE OR REPLACE FUNCTION chat_settle(reply uuid, lease uuid, final message_status, said text, refund boolean, failure text,
                            prompt int, completion int, estimated boolean, stop_refunds_max int, undelivered boolean)
RETURNS TABLE (id uuid, conversation_id uuid, fan_id uuid, parent_id uuid, journal_id bigint, charged_microcoins bigint, refunded boolean, ledger text)
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  fan uuid;
  m record;
  answer text;
  paid bigint;
  number bigint;
  back boolean;
BEGIN
  DELETE FROM generation g WHERE g.reply_id = reply AND g.lease_id = lease RETURNING g.fan_id INTO fan;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT x.parent_id, x.journal_id, x.hold_id, x.charged_microcoins, x.prompt_tokens, x.base_microcoins, x.input_rate_microcoins, x.output_rate_microcoins
  INTO m FROM message x WHERE x.id = reply;
  IF NOT FOUND THEN RETURN; END IF;
  paid := m.charged_microcoins;
  number := m.journal_id;
  back := refund AND (m.journal_id IS NOT NULL OR m.hold_id IS NOT NULL AND undelivered)
          AND (final <> 'stopped' OR chat_count_day(fan, 'stop_refund', stop_refunds_max));
  IF m.hold_id IS NOT NULL AND back THEN
    SELECT r.outcome, 0 INTO answer, paid FROM ledger_release(m.hold_id) r;
  ELSIF m.hold_id IS NOT NULL THEN
    SELECT s.outcome, s.journal, coalesce(s.coins_used + s.bonus_used, 0) INTO answer, number, paid
    FROM (
      SELECT least(h.coins_part + h.bonus_part, ceil((m.base_microcoins * 1000::numeric + m.input_rate_microcoins * coalesce(prompt, m.prompt_tokens, 0)::numeric
                                                + m.output_rate_microcoins * coalesce(completion, 0)::numeric) / 1000))::bigint AS actual
      FROM ledger_hold h WHERE h.id = m.hold_id) held, ledger_settle(m.hold_id, held.actual) s;
  ELSIF back THEN
    SELECT r.outcome INTO answer FROM ledger_reverse(m.journal_id) r;
  ELSIF refund AND m.journal_id IS NULL THEN
    PERFORM chat_free_take_back(fan, reply, m.parent_id, final, stop_refunds_max);
  END IF;
  RETURN QUERY
  UPDATE message x
  SET status = final, content = said, failure_code = failure, finished_at = now(), prompt_tokens = coalesce(prompt, x.prompt_tokens), completion_tokens = completion,
      usage_estimated = estimated, refunded = back, charged_microcoins = paid, journal_id = number
  WHERE x.id = reply
  RETURNING x.id, x.conversation_id, x.fan_id, x.parent_id, x.journal_id, x.charged_microcoins, x.refunded, answer;
END $$;
