-- What a fan sets on a conversation, and how far they have read. None of it is indexed, so that a new message still updates no index.
ALTER TABLE "conversation"
  ADD COLUMN "title" TEXT,
  ADD COLUMN "pinned" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "archived" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "fan_description" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "author_note" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "author_note_depth" SMALLINT NOT NULL DEFAULT 4,
  ADD COLUMN "memory_enabled" BOOLEAN NOT NULL DEFAULT true;
