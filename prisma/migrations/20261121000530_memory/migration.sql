-- What a persona remembers of a conversation: summaries, each of everything up to a message. The one whose message is nearest above the end of a branch
-- is that branch's memory, so it rolls back by itself when messages are edited, deleted or left for another branch.
CREATE TABLE "conversation_memory" (
  "conversation_id" UUID NOT NULL,
  "covered_upto" UUID NOT NULL,
  "text" TEXT NOT NULL,
  -- The fan's own words are in it.
  "edited" BOOLEAN NOT NULL DEFAULT false,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "conversation_memory_pkey" PRIMARY KEY ("conversation_id", "covered_upto"),
  CONSTRAINT "conversation_memory_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Whoever brings a memory up to date holds this, so that it is done once at a time; not indexed, so that a new message still updates no index.
ALTER TABLE "conversation" ADD COLUMN "memory_lease_until" TIMESTAMPTZ(3);
