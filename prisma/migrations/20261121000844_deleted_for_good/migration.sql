-- A deleted persona stays for those who talked to it, and takes no message any more: what it knew, what its card said besides and what it was before go at once.
CREATE OR REPLACE FUNCTION persona_forgets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM training_file WHERE persona_id = NEW.id;
  DELETE FROM training_corpus WHERE persona_id = NEW.id;
  DELETE FROM persona_version WHERE persona_id = NEW.id;
  DELETE FROM persona_object WHERE persona_id = NEW.id;
  RETURN NULL;
END $$;
CREATE FUNCTION persona_lets_go() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.lorebook_key := NULL;
  NEW.card_key := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER "persona_lets_go" BEFORE UPDATE OF deleted_at ON "persona"
  FOR EACH ROW WHEN (OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION persona_lets_go();
UPDATE persona SET lorebook_key = NULL, card_key = NULL WHERE deleted_at IS NOT NULL AND (lorebook_key IS NOT NULL OR card_key IS NOT NULL);
DELETE FROM persona_version v USING persona p WHERE p.id = v.persona_id AND p.deleted_at IS NOT NULL;
DELETE FROM persona_object o USING persona p WHERE p.id = o.persona_id AND p.deleted_at IS NOT NULL;

-- How many posts a creator has told their followers of on a UTC day; deleting one gives none back.
CREATE TABLE "post_day" (
  "creator_id" UUID NOT NULL,
  "day" DATE NOT NULL,
  "posts" INTEGER NOT NULL,
  CONSTRAINT "post_day_pkey" PRIMARY KEY ("creator_id", "day"),
  CONSTRAINT "post_day_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "creator"("user_id") ON DELETE CASCADE ON UPDATE CASCADE
);
