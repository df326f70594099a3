-- Posts can be reported, and removed by an admin. The reasons are in docs/care.md.

ALTER TYPE "report_kind" ADD VALUE 'post';
-- The post as it was when it was reported: it may be changed or deleted before anybody looks. Compared as text, because a value of an enum is of no use in
-- the transaction that adds it.
ALTER TABLE "report"
  ADD COLUMN "post" JSONB,
  ADD CONSTRAINT "report_post" CHECK (("kind"::text = 'post') = ("post" IS NOT NULL));

-- What an admin removed, and why. The post itself is deleted, so that there is nothing left that a query could forget to leave out.
CREATE TABLE "post_removal" (
  "post_id" UUID NOT NULL,
  "persona_id" UUID NOT NULL,
  -- Who is told. No foreign key: it goes with the persona.
  "creator_id" UUID NOT NULL,
  -- Its beginning, on one line: enough for its creator to know which one it was.
  "excerpt" TEXT NOT NULL,
  "picture_count" INTEGER NOT NULL,
  "reason" TEXT NOT NULL,
  -- No foreign key: it outlives the admin's account.
  "removed_by" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "post_removal_pkey" PRIMARY KEY ("post_id"),
  CONSTRAINT "post_removal_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "post_removal_persona_id_idx" ON "post_removal"("persona_id");
