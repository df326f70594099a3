-- A price by tokens: a base, and rates per 1,000 tokens in and out. `price_microcoins` then is what a reply of full length comes to beside its
-- prompt (1,000 tokens), so that lists and sorting need only one column.
ALTER TABLE "persona"
  ADD COLUMN "base_microcoins" BIGINT,
  ADD COLUMN "input_rate_microcoins" BIGINT,
  ADD COLUMN "output_rate_microcoins" BIGINT,
  ADD CONSTRAINT "persona_token_price" CHECK (
    num_nulls("base_microcoins", "input_rate_microcoins", "output_rate_microcoins") = 3
    OR num_nulls("base_microcoins", "input_rate_microcoins", "output_rate_microcoins") = 0
       AND "base_microcoins" >= 0 AND "input_rate_microcoins" >= 0 AND "output_rate_microcoins" > 0
       AND "price_microcoins" = "base_microcoins" + "output_rate_microcoins");

-- What a hold set aside at first, whatever became of it.
CREATE FUNCTION ledger_held(hold bigint) RETURNS bigint LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
BEGIN
  RETURN (SELECT h.coins_part + h.bonus_part FROM ledger_hold h WHERE h.id = hold);
END $$;
