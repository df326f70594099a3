-- Reports with their copies, the trail of what admins did, blocked personas, and the age gate. The reasons are in docs/care.md.

CREATE TYPE "report_kind" AS ENUM ('message', 'persona');
CREATE TYPE "report_status" AS ENUM ('open', 'resolved');

CREATE TABLE "report" (
  "id" UUID NOT NULL,
  -- Null once the reporter has deleted their account: what was reported stays.
  "reporter_id" UUID,
  "kind" "report_kind" NOT NULL,
  -- The message or the persona. No foreign key: a report outlives both.
  "subject_id" UUID NOT NULL,
  "persona_id" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  -- The reported message and what led to it, as it was then: [{ id, role, content, createdAt }], oldest first. Nobody but an admin reads it.
  "excerpt" JSONB NOT NULL DEFAULT '[]',
  "status" "report_status" NOT NULL DEFAULT 'open',
  "outcome" TEXT,
  "resolution_note" TEXT,
  "resolved_by" UUID,
  "resolved_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "report_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "report_resolved" CHECK (("status" = 'resolved') = ("resolved_at" IS NOT NULL AND "outcome" IS NOT NULL))
);
-- One report per reporter and subject; its first column also serves the count of a day.
CREATE UNIQUE INDEX "report_reporter_id_kind_subject_id_key" ON "report"("reporter_id", "kind", "subject_id");
-- The queue, in the order of its ids, which is by time.
CREATE INDEX "report_status_id_idx" ON "report"("status", "id");

-- What admins did and looked at. Append-only.
CREATE TABLE "audit_entry" (
  "id" UUID NOT NULL,
  -- No foreign key: the trail outlives the account.
  "actor_id" UUID NOT NULL,
  "action" TEXT NOT NULL,
  "subject_id" UUID NOT NULL,
  "detail" JSONB NOT NULL DEFAULT '{}',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "audit_entry_subject_id_idx" ON "audit_entry"("subject_id");
CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "audit_entry_stays" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();

CREATE TABLE "persona_block" (
  "fan_id" UUID NOT NULL,
  "persona_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "persona_block_pkey" PRIMARY KEY ("fan_id", "persona_id"),
  CONSTRAINT "persona_block_fan_id_fkey" FOREIGN KEY ("fan_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "persona_block_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "persona_block_persona_id_idx" ON "persona_block"("persona_id");

-- Nothing but what was found is kept: no birth date.
ALTER TABLE "app_user"
  ADD COLUMN "adult_confirmed_at" TIMESTAMPTZ(3),
  ADD COLUMN "minor_stated_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "app_user_one_age" CHECK ("adult_confirmed_at" IS NULL OR "minor_stated_at" IS NULL);
ALTER TABLE "persona" ADD COLUMN "mature" BOOLEAN NOT NULL DEFAULT false;
