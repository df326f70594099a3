-- The files that came with a card, in one piece a card: their bytes are in the store of media, where nobody can ask for them; here is what they are. A piece that nothing names
-- any more and nobody is about to name is doomed; when its bytes are gone, so is its row.
CREATE TABLE "card_pack" (
  "key" TEXT NOT NULL,
  "creator_id" UUID,
  "hash" TEXT NOT NULL,
  "size_bytes" INTEGER NOT NULL,
  -- Array of { path, sizeBytes }, in the order of the bytes.
  "files" JSON NOT NULL,
  -- Until then somebody is about to name it.
  "reserved_until" TIMESTAMPTZ(3) NOT NULL,
  "stored_at" TIMESTAMPTZ(3),
  "doomed_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "card_pack_pkey" PRIMARY KEY ("key"),
  -- By chance, and not by what is in it: who made a file can't guess where it lies. The dot keeps the folder from being served.
  CONSTRAINT "card_pack_key" CHECK ("key" ~ '^\.cards/[0-9a-f]{32}$'),
  CONSTRAINT "card_pack_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
  CONSTRAINT "card_pack_size" CHECK ("size_bytes" >= 0)
);
CREATE UNIQUE INDEX "card_pack_alive_key" ON "card_pack"("creator_id", "hash") WHERE "doomed_at" IS NULL;
CREATE INDEX "card_pack_doomed_idx" ON "card_pack"("doomed_at") WHERE "doomed_at" IS NOT NULL;
CREATE INDEX "card_pack_creator_id_idx" ON "card_pack"("creator_id");
-- Without its creator it is nobody's, and goes with the next that are swept.
ALTER TABLE "card_pack" ADD CONSTRAINT "card_pack_creator_id_fkey"
  FOREIGN KEY ("creator_id") REFERENCES "creator"("user_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a card says names the files that came with it; the key to what it says is made of both.
ALTER TABLE "persona_object"
  ADD COLUMN "pack_key" TEXT,
  -- The picture that was made of the card's own: while the persona shows it, the card's goes out as it came.
  ADD COLUMN "picture_key" TEXT,
  ADD COLUMN "size_bytes" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT "persona_object_pack_key_fkey" FOREIGN KEY ("pack_key") REFERENCES "card_pack"("key") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "persona_object_pack_key_idx" ON "persona_object"("pack_key") WHERE "pack_key" IS NOT NULL;
ALTER TABLE "persona_version" ADD COLUMN "size_bytes" INTEGER NOT NULL DEFAULT 0;

-- Counted where it is written, so that what a creator keeps can be added up without reading it.
CREATE FUNCTION content_is_measured() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.size_bytes := octet_length(NEW.content::text);
  RETURN NEW;
END $$;
CREATE TRIGGER "persona_object_measured" BEFORE INSERT ON "persona_object" FOR EACH ROW WHEN (NEW.size_bytes = 0) EXECUTE FUNCTION content_is_measured();
CREATE TRIGGER "persona_version_measured" BEFORE INSERT ON "persona_version" FOR EACH ROW WHEN (NEW.size_bytes = 0) EXECUTE FUNCTION content_is_measured();
ALTER TABLE "persona_object" DISABLE TRIGGER "persona_object_stays";
ALTER TABLE "persona_version" DISABLE TRIGGER "persona_version_stays";
UPDATE persona_object SET size_bytes = octet_length(content::text);
UPDATE persona_version SET size_bytes = octet_length(content::text);
ALTER TABLE "persona_object" ENABLE TRIGGER "persona_object_stays";
ALTER TABLE "persona_version" ENABLE TRIGGER "persona_version_stays";

-- What {{char}} stands for; empty for the name.
ALTER TABLE "persona" ADD COLUMN "nickname" TEXT NOT NULL DEFAULT '', ADD CONSTRAINT "persona_nickname" CHECK (length("nickname") <= 60);
CREATE TRIGGER "persona_revised_in_nickname" BEFORE UPDATE OF nickname ON "persona" FOR EACH ROW EXECUTE FUNCTION persona_revised();
-- Cards that are kept say it already.
UPDATE persona p SET nickname = trim(left(trim(regexp_replace(o.content #>> '{data,nickname}', '\s+', ' ', 'g')), 60))
FROM persona_object o WHERE o.persona_id = p.id AND o.hash = p.card_key AND json_typeof(o.content #> '{data,nickname}') = 'string';
