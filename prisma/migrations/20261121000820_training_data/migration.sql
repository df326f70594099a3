-- Training data: files that a persona knows, sealed with a key each, and a search index of keyed hashes.

-- Not part of the revision: an upload beside the editor must not look like a save.
ALTER TABLE "persona" ADD COLUMN "trained_passages" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT "persona_trained_passages" CHECK ("trained_passages" >= 0);

CREATE TABLE "training_corpus" (
  "persona_id" UUID NOT NULL,
  "key_id" TEXT NOT NULL,
  "wrapped_key" BYTEA NOT NULL,
  CONSTRAINT "training_corpus_pkey" PRIMARY KEY ("persona_id")
);
ALTER TABLE "training_corpus" ADD CONSTRAINT "training_corpus_persona_id_fkey"
  FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "training_corpus_key_id_idx" ON "training_corpus"("key_id");

CREATE TYPE "training_file_state" AS ENUM ('receiving', 'reading', 'ready', 'refused');
CREATE TABLE "training_file" (
  "id" UUID NOT NULL,
  "persona_id" UUID NOT NULL,
  "state" "training_file_state" NOT NULL DEFAULT 'receiving',
  "key_id" TEXT NOT NULL,
  "wrapped_key" BYTEA NOT NULL,
  "about" BYTEA NOT NULL,
  "digest" BYTEA,
  "size_bytes" INTEGER NOT NULL,
  "received_bytes" INTEGER NOT NULL DEFAULT 0,
  "char_count" INTEGER NOT NULL DEFAULT 0,
  "passage_count" INTEGER NOT NULL DEFAULT 0,
  "mature" BOOLEAN NOT NULL DEFAULT false,
  "refusal" TEXT,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "lease_until" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "training_file_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "training_file_received" CHECK ("size_bytes" > 0 AND "received_bytes" BETWEEN 0 AND "size_bytes"),
  CONSTRAINT "training_file_refusal" CHECK (("refusal" IS NULL) = ("state" <> 'refused')),
  -- What is not ready counts nothing.
  CONSTRAINT "training_file_counts" CHECK ("passage_count" >= 0 AND ("state" = 'ready') = ("passage_count" > 0))
);
ALTER TABLE "training_file" ADD CONSTRAINT "training_file_persona_id_fkey"
  FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "training_file_persona_id_digest_key" ON "training_file"("persona_id", "digest");
CREATE INDEX "training_file_persona_id_id_idx" ON "training_file"("persona_id", "id");
CREATE INDEX "training_file_key_id_idx" ON "training_file"("key_id");
-- What is still to be done: the few that are not ready.
CREATE INDEX "training_file_unfinished_idx" ON "training_file"("state", "touched_at") WHERE "state" <> 'ready';

CREATE TABLE "training_part" (
  "file_id" UUID NOT NULL,
  "offset_bytes" INTEGER NOT NULL,
  "sealed" BYTEA NOT NULL,
  CONSTRAINT "training_part_pkey" PRIMARY KEY ("file_id", "offset_bytes")
);
ALTER TABLE "training_part" ADD CONSTRAINT "training_part_file_id_fkey"
  FOREIGN KEY ("file_id") REFERENCES "training_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Sealed bytes can't be made smaller.
ALTER TABLE "training_part" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

CREATE TABLE "training_passage" (
  "file_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "sealed" BYTEA NOT NULL,
  CONSTRAINT "training_passage_pkey" PRIMARY KEY ("file_id", "number"),
  CONSTRAINT "training_passage_number" CHECK ("number" >= 0)
);
ALTER TABLE "training_passage" ADD CONSTRAINT "training_passage_file_id_fkey"
  FOREIGN KEY ("file_id") REFERENCES "training_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "training_passage" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

-- No foreign key: its check for each of some ten thousand rows took longer than writing them. They go with their file by the trigger below.
CREATE TABLE "training_posting" (
  "persona_id" UUID NOT NULL,
  "bucket" INTEGER NOT NULL,
  "file_id" UUID NOT NULL,
  "passages" INTEGER[],
  CONSTRAINT "training_posting_pkey" PRIMARY KEY ("persona_id", "bucket", "file_id"),
  CONSTRAINT "training_posting_bucket" CHECK ("bucket" BETWEEN 0 AND 65535)
);
CREATE INDEX "training_posting_file_id_idx" ON "training_posting"("file_id");

-- What a message asks before anything else: whether there is something to look into.
CREATE FUNCTION training_file_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added INTEGER := CASE WHEN TG_OP = 'DELETE' THEN 0 ELSE NEW.passage_count END - CASE WHEN TG_OP = 'INSERT' THEN 0 ELSE OLD.passage_count END;
BEGIN
  IF added <> 0 THEN
    UPDATE persona SET trained_passages = trained_passages + added WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.persona_id ELSE NEW.persona_id END;
  END IF;
  IF TG_OP = 'DELETE' THEN DELETE FROM training_posting WHERE file_id = OLD.id; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "training_file_counted" AFTER INSERT OR DELETE OR UPDATE OF passage_count ON "training_file"
  FOR EACH ROW EXECUTE FUNCTION training_file_counted();

-- A deleted persona stays for those who talked to it; what it knew goes at once.
CREATE FUNCTION persona_forgets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM training_file WHERE persona_id = NEW.id;
  DELETE FROM training_corpus WHERE persona_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "persona_forgets" AFTER UPDATE OF deleted_at ON "persona"
  FOR EACH ROW WHEN (OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION persona_forgets();
