-- True when nobody else holds the wallet's lock; then this transaction does, until its end. Never waits.
-- For work that may as well be done later: one wallet that stays locked must not stop everybody's.
CREATE FUNCTION ledger_try_lock(owner uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
BEGIN
  PERFORM 1 FROM wallet w WHERE w.owner_id = owner FOR NO KEY UPDATE SKIP LOCKED;
  RETURN FOUND;
END $$;
