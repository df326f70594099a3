-- A post names accounts that there are, or is refused with an outcome of its own.
-- Posts one journal of any transfers, or nothing. Outcome: posted | duplicate (the first journal) | reused | blocked | insufficient | unknown (an account that is not there).
-- Buckets of wallets follow their checked accounts. A wallet that is blocked can't be debited under its own key, only by the platform (owner < 1000).
-- `unspent_on`: the transfers take back spending of this UTC day, which then no longer counts against its owner's limit.
CREATE OR REPLACE FUNCTION ledger_post(
  key_owner bigint, op_key uuid, op_hash bigint, debits bigint[], credits bigint[], amounts bigint[], kinds smallint[],
  reversed bigint DEFAULT NULL, unspent_on date DEFAULT NULL)
RETURNS TABLE (outcome text, journal bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  number bigint;
  old record;
  refusal text;
BEGIN
  IF coalesce(cardinality(debits), 0) = 0 OR cardinality(credits) <> cardinality(debits) OR cardinality(amounts) <> cardinality(debits)
     OR cardinality(kinds) <> cardinality(debits) THEN
    RAISE EXCEPTION 'a journal needs transfers, and as many of each part' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM 1 FROM wallet w
  WHERE w.id = ANY (ARRAY(SELECT DISTINCT a >> 5 FROM unnest(debits || credits) AS a WHERE a >= 32000 AND a & 31 NOT IN (3, 6)))
  ORDER BY w.id FOR NO KEY UPDATE;
  -- Lock-free accounts have no row that an update could miss, so coins could be posted to nobody.
  IF EXISTS (
    SELECT FROM unnest(debits || credits) AS a
    WHERE CASE WHEN a >= 32000 THEN a & 31 NOT BETWEEN 1 AND 8 OR NOT EXISTS (SELECT FROM wallet w WHERE w.id = a >> 5)
               ELSE a >> 5 NOT BETWEEN 1 AND 3 OR a & 31 = 0 END) THEN
    RETURN QUERY SELECT 'unknown', NULL::bigint;
    RETURN;
  END IF;
  -- The fold trusts that a writer has its transaction id before it takes a journal number; a post that locked no wallet asks for it here.
  PERFORM pg_current_xact_id();
  -- Two posts of one key may share no wallet row, so the key itself has to be the meeting point.
  PERFORM pg_advisory_xact_lock(hashtextextended(key_owner || ':' || op_key, 0));
  SELECT k.journal, k.request_hash INTO old FROM ledger_key k WHERE k.owner = key_owner AND k.key = op_key;
  IF FOUND THEN
    RETURN QUERY SELECT CASE WHEN old.request_hash = op_hash THEN 'duplicate' ELSE 'reused' END, old.journal;
    RETURN;
  END IF;
  SELECT CASE WHEN bool_or(w.blocked AND least(d.coins, d.bonus, d.earnings, d.promo) < 0) AND key_owner >= 1000 THEN 'blocked' ELSE 'insufficient' END
  INTO refusal
  FROM ledger_deltas(debits, credits, amounts) d LEFT JOIN wallet w ON w.id = d.wallet
  WHERE w.id IS NULL OR (w.blocked AND key_owner >= 1000 AND least(d.coins, d.bonus, d.earnings, d.promo) < 0)
     OR (d.coins < 0 AND w.coins - w.coins_held + d.coins < 0) OR (d.bonus < 0 AND w.bonus - w.bonus_held + d.bonus < 0)
     OR (d.earnings < 0 AND w.earnings + d.earnings < 0) OR (d.promo < 0 AND w.promo + d.promo < 0)
     OR (d.in_flight < 0 AND w.in_flight + d.in_flight < 0) OR w.receivable - d.receivable < 0
  HAVING count(*) > 0;
  IF refusal IS NOT NULL THEN
    RETURN QUERY SELECT refusal, NULL::bigint;
    RETURN;
  END IF;
  number := nextval('ledger_journal_seq');
  INSERT INTO ledger_key (owner, key, request_hash, journal) VALUES (key_owner, op_key, op_hash, number);
  UPDATE wallet w
  SET coins = w.coins + d.coins, bonus = w.bonus + d.bonus, earnings = w.earnings + d.earnings, promo = w.promo + d.promo,
      in_flight = w.in_flight + d.in_flight, receivable = w.receivable - d.receivable,
      spent = CASE WHEN w.spent_on = unspent_on THEN greatest(w.spent - greatest(d.coins + d.bonus, 0), 0) ELSE w.spent END,
      -- A top-up arms the alert again; coins that merely come back don't.
      low_alerted = w.low_alerted AND NOT (reversed IS NULL AND d.coins + d.bonus > 0
        AND w.coins - w.coins_held + w.bonus - w.bonus_held + d.coins + d.bonus >= w.low_balance_microcoins)
  FROM ledger_deltas(debits, credits, amounts) d WHERE w.id = d.wallet;
  INSERT INTO ledger_transfer (journal, leg, debit, credit, amount, kind, reverses)
  SELECT number, t.leg, t.debit, t.credit, t.amount, t.kind, reversed
  FROM unnest(debits, credits, amounts, kinds) WITH ORDINALITY AS t(debit, credit, amount, kind, leg);
  RETURN QUERY SELECT 'posted', number;
END $$;
