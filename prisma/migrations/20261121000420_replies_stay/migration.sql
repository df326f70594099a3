-- A reply that was paid for and is still under way can't be deleted, with its conversation or otherwise: its coins could then neither be earned nor go back.
-- Ending it first (a stop, or the sweeper) settles them; what is settled may go, and the ledger keeps its journal.
CREATE FUNCTION message_under_way_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a reply that was paid for is under way: end it first' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "message_under_way_stays" BEFORE DELETE ON "message" FOR EACH ROW
  WHEN (OLD.status IN ('queued', 'streaming') AND OLD.journal_id IS NOT NULL) EXECUTE FUNCTION message_under_way_stays();
