-- What a persona knows: its lorebook, and what the card that it came from says besides.

-- Immutable, and found by a hash of what they hold: a lorebook is a row that names its parts, some tens of entries each, so that a version of a persona that
-- differs in one entry shares all other parts with the one before. Nothing is shared between personas: whatever is done here, the persona's lock is held.
CREATE TABLE "persona_object" (
  "persona_id" UUID NOT NULL,
  "hash" TEXT NOT NULL,
  -- JSON and not JSONB: it goes out as it came in, and nothing is searched in it.
  "content" JSON NOT NULL,
  "parts" TEXT[] NOT NULL DEFAULT '{}',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "persona_object_pkey" PRIMARY KEY ("persona_id", "hash"),
  CONSTRAINT "persona_object_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
ALTER TABLE "persona_object" ADD CONSTRAINT "persona_object_persona_id_fkey"
  FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE FUNCTION persona_object_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what a persona knows is never changed in its place' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "persona_object_stays" BEFORE UPDATE ON "persona_object" FOR EACH ROW EXECUTE FUNCTION persona_object_stays();

-- Deferred: a persona and what it knows point to each other.
ALTER TABLE "persona"
  ADD COLUMN "lorebook_key" TEXT,
  ADD COLUMN "card_key" TEXT,
  ADD CONSTRAINT "persona_lorebook_fkey" FOREIGN KEY ("id", "lorebook_key") REFERENCES "persona_object"("persona_id", "hash") DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT "persona_card_fkey" FOREIGN KEY ("id", "card_key") REFERENCES "persona_object"("persona_id", "hash") DEFERRABLE INITIALLY DEFERRED;
CREATE TRIGGER "persona_revised_in_knowledge" BEFORE UPDATE OF lorebook_key, card_key
  ON "persona" FOR EACH ROW EXECUTE FUNCTION persona_revised();

-- What a version says in its content, held to be there.
ALTER TABLE "persona_version"
  ADD COLUMN "lorebook_key" TEXT GENERATED ALWAYS AS ("content" ->> 'lorebookKey') STORED,
  ADD COLUMN "card_key" TEXT GENERATED ALWAYS AS ("content" ->> 'cardKey') STORED;
ALTER TABLE "persona_version"
  ADD CONSTRAINT "persona_version_lorebook_fkey" FOREIGN KEY ("persona_id", "lorebook_key") REFERENCES "persona_object"("persona_id", "hash") DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT "persona_version_card_fkey" FOREIGN KEY ("persona_id", "card_key") REFERENCES "persona_object"("persona_id", "hash") DEFERRABLE INITIALLY DEFERRED;

-- Which entries of the lorebook began a sticky time or a cooldown with a reply. By conversation, not by message: what is deleted isn't on any path, and counts for nothing.
CREATE TABLE "lore_effect" (
  "conversation_id" UUID NOT NULL,
  "reply_id" UUID NOT NULL,
  "entry_ids" TEXT[] NOT NULL,
  CONSTRAINT "lore_effect_pkey" PRIMARY KEY ("conversation_id", "reply_id"),
  CONSTRAINT "lore_effect_entries" CHECK (cardinality("entry_ids") BETWEEN 1 AND 500)
);
ALTER TABLE "lore_effect" ADD CONSTRAINT "lore_effect_conversation_id_fkey"
  FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
