-- The studio: what creators say of themselves, the parts of a persona that its editor adds, its versions, and uploaded pictures.

ALTER TABLE "creator"
  ADD COLUMN "links" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "picture_key" TEXT,
  ADD COLUMN "terms_version" TEXT,
  ADD COLUMN "terms_agreed_at" TIMESTAMPTZ(3),
  ADD COLUMN "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD CONSTRAINT "creator_links" CHECK (jsonb_typeof("links") = 'array'),
  ADD CONSTRAINT "creator_terms" CHECK (("terms_version" IS NULL) = ("terms_agreed_at" IS NULL));

ALTER TABLE "persona"
  ADD COLUMN "category" TEXT NOT NULL DEFAULT 'other',
  ADD COLUMN "looks" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "sliders" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "system_prompt" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "post_history" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "voice" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "deleted_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "persona_category" CHECK ("category" ~ '^[a-z][a-z-]{0,39}$'),
  ADD CONSTRAINT "persona_sliders" CHECK (jsonb_typeof("sliders") = 'object'),
  ADD CONSTRAINT "persona_voice" CHECK (jsonb_typeof("voice") = 'object'),
  -- What is deleted is nowhere to be met.
  ADD CONSTRAINT "persona_deleted" CHECK ("deleted_at" IS NULL OR "status" <> 'published');
-- The studio's list: one's own, the newest first.
CREATE INDEX "persona_own_idx" ON "persona"("creator_id", "id") WHERE "deleted_at" IS NULL;

-- The columns above belong to what a chat or an editor knows. Beside the trigger that is there: both firing still count one.
CREATE TRIGGER "persona_revised_in_studio" BEFORE UPDATE OF
  category, looks, sliders, system_prompt, post_history, voice, deleted_at
  ON "persona" FOR EACH ROW EXECUTE FUNCTION persona_revised();

CREATE TYPE "persona_version_cause" AS ENUM ('published', 'saved', 'restored', 'found');
CREATE TABLE "persona_version" (
  "persona_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "cause" "persona_version_cause" NOT NULL,
  "content" JSONB NOT NULL,
  -- No foreign key: what was said stays said when its author leaves.
  "author_id" UUID NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "persona_version_pkey" PRIMARY KEY ("persona_id", "number"),
  CONSTRAINT "persona_version_number" CHECK ("number" > 0)
);
ALTER TABLE "persona_version" ADD CONSTRAINT "persona_version_persona_id_fkey"
  FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE FUNCTION persona_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a persona is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "persona_version_stays" BEFORE UPDATE ON "persona_version" FOR EACH ROW EXECUTE FUNCTION persona_version_stays();

CREATE TABLE "picture" (
  "owner_id" UUID NOT NULL,
  "key" TEXT NOT NULL,
  "shape" TEXT NOT NULL,
  "width_px" INTEGER NOT NULL,
  "height_px" INTEGER NOT NULL,
  "hue_degrees" DOUBLE PRECISION NOT NULL,
  "size_bytes" INTEGER NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "picture_pkey" PRIMARY KEY ("owner_id", "key"),
  CONSTRAINT "picture_key_shape" CHECK ("key" ~ '^uploads/[0-9a-f]{32}$'),
  CONSTRAINT "picture_size" CHECK ("width_px" > 0 AND "height_px" > 0 AND "size_bytes" > 0)
);
CREATE INDEX "picture_owner_id_created_at_idx" ON "picture"("owner_id", "created_at");
ALTER TABLE "picture" ADD CONSTRAINT "picture_owner_id_fkey"
  FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
