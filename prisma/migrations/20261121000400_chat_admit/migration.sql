-- How many replies of one fan may run at once is judged under the fan's wallet lock, before any money moves: whoever waited for the lock then
-- counts what was written meanwhile, because each query inside a VOLATILE function takes a snapshot of its own.

-- Locks wallets as every operation of the ledger does, in id order. For a module that has to judge something of its own before it charges.
CREATE FUNCTION ledger_lock(owners uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
BEGIN
  PERFORM 1 FROM wallet w WHERE w.owner_id = ANY (owners) ORDER BY w.id FOR NO KEY UPDATE;
END $$;

-- The prices of members that may be charged now, in their order; null for a fan whose running replies are as many as there may be.
CREATE FUNCTION chat_admit(fans uuid[], prices bigint[], running_max int) RETURNS bigint[] LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
BEGIN
  PERFORM ledger_lock(fans);
  RETURN (
    -- Counted no further than it matters.
    SELECT array_agg(
      CASE WHEN (SELECT count(*) FROM (
        SELECT FROM message m WHERE m.fan_id = x.fan AND m.status IN ('queued', 'streaming') LIMIT running_max) running) < running_max
      THEN x.price END ORDER BY x.o)
    FROM unnest(fans, prices) WITH ORDINALITY AS x(fan, price, o));
END $$;

-- Whether a preview may be sent now: admitted | too_many | limited (the day's previews are used up, UTC). It costs nothing, but its replies count like
-- paid ones, so it takes the same lock.
CREATE FUNCTION chat_admit_preview(fan uuid, running_max int, per_day int) RETURNS text LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
BEGIN
  PERFORM ledger_lock(ARRAY[fan]);
  RETURN (
    SELECT CASE
      WHEN (SELECT count(*) FROM message m WHERE m.fan_id = fan AND m.status IN ('queued', 'streaming')) >= running_max THEN 'too_many'
      WHEN (SELECT count(*) FROM message m
            WHERE m.fan_id = fan AND m.role = 'user' AND m.journal_id IS NULL AND m.client_message_id IS NOT NULL
              AND m.created_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') >= per_day THEN 'limited'
      ELSE 'admitted' END);
END $$;
