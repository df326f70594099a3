-- Paying creators: who they are, where their money goes, each payout with its trail, and what ties a creator to those who pay.

CREATE TYPE "payout_status" AS ENUM ('requested', 'in_flight', 'paid', 'returned', 'cancelled', 'rejected');
CREATE TYPE "payout_destination_status" AS ENUM ('unverified', 'verified', 'disabled');

CREATE TABLE "payout_profile" (
  "user_id" UUID NOT NULL,
  "legal_name" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  -- AES-256-GCM, bound to its user; and its end, for people.
  "tax_id" BYTEA NOT NULL,
  "tax_id_hint" TEXT NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "payout_profile_pkey" PRIMARY KEY ("user_id"),
  CONSTRAINT "payout_profile_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "payout_profile_country" CHECK (country ~ '^[A-Z]{2}$')
);

CREATE TABLE "payout_destination" (
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "provider" TEXT NOT NULL,
  "currency" TEXT NOT NULL,
  -- The provider's own id of it; null while nobody knows whether the provider has opened it.
  "ref" TEXT,
  "hint" TEXT NOT NULL DEFAULT '',
  -- A keyed hash: the same for everybody who is paid there.
  "fingerprint" BYTEA,
  "status" "payout_destination_status" NOT NULL DEFAULT 'unverified',
  -- As they were when it was opened: what the provider was told.
  "legal_name" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "payout_destination_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "payout_destination_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "payout_destination_currency" CHECK (currency IN ('USD', 'INR')),
  CONSTRAINT "payout_destination_verified" CHECK (status <> 'verified' OR ref IS NOT NULL)
);
CREATE INDEX "payout_destination_user_id_idx" ON "payout_destination"("user_id");

CREATE TABLE "payout" (
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "wallet" BIGINT NOT NULL,
  "destination_id" UUID NOT NULL,
  "status" "payout_status" NOT NULL DEFAULT 'requested',
  "amount_microcoins" BIGINT NOT NULL,
  "rate_micros_per_coin" BIGINT NOT NULL,
  -- What arrives, what is withheld for the provider's price, and what the provider then took.
  "amount_minor" BIGINT NOT NULL,
  "fee_minor" BIGINT NOT NULL,
  "provider_fee_minor" BIGINT,
  "currency" TEXT NOT NULL,
  "provider" TEXT NOT NULL,
  "provider_ref" TEXT,
  "review_reasons" TEXT[] NOT NULL DEFAULT '{}',
  -- At once when there is nothing to review.
  "approved_at" TIMESTAMPTZ(3),
  "rejection_reason" TEXT,
  "failure_code" TEXT,
  -- How far the creator's shares had matured: the payers of the next payout are counted from here.
  "matured_upto" BIGINT NOT NULL,
  "request_journal" BIGINT NOT NULL,
  "sent_journal" BIGINT,
  "paid_journal" BIGINT,
  "end_journal" BIGINT,
  -- Calls to the provider, and when the next one is due: until then somebody is at it. Null: nobody is to call by himself any more.
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "due_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "sent_at" TIMESTAMPTZ(3),
  "paid_at" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "payout_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "payout_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "payout_destination_id_fkey" FOREIGN KEY ("destination_id") REFERENCES "payout_destination"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "payout_amounts" CHECK (amount_microcoins > 0 AND rate_micros_per_coin > 0 AND amount_minor > 0 AND fee_minor >= 0 AND provider_fee_minor >= 0),
  CONSTRAINT "payout_currency" CHECK (currency IN ('USD', 'INR')),
  CONSTRAINT "payout_sent" CHECK (status NOT IN ('in_flight', 'paid', 'returned') OR (sent_journal IS NOT NULL AND sent_at IS NOT NULL AND approved_at IS NOT NULL)),
  CONSTRAINT "payout_unsent" CHECK (status NOT IN ('requested', 'cancelled', 'rejected') OR sent_journal IS NULL),
  CONSTRAINT "payout_paid" CHECK ((paid_journal IS NOT NULL) = (paid_at IS NOT NULL) AND (status <> 'paid' OR paid_journal IS NOT NULL)),
  CONSTRAINT "payout_ended" CHECK ((status IN ('returned', 'cancelled', 'rejected')) = (end_journal IS NOT NULL AND ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX "payout_request_journal_key" ON "payout"("request_journal");
CREATE UNIQUE INDEX "payout_provider_provider_ref_key" ON "payout"("provider", "provider_ref");
CREATE INDEX "payout_user_id_id_idx" ON "payout"("user_id", "id" DESC);
-- The admins' lists, and what is to be sent; ids are in order of time.
CREATE INDEX "payout_status_id_idx" ON "payout"("status", "id" DESC);
-- What is to be asked about, the longest due first.
CREATE INDEX "payout_due_at_idx" ON "payout"("due_at");
-- Whether a destination is in use.
CREATE INDEX "payout_destination_id_status_idx" ON "payout"("destination_id", "status");

-- A payout keeps its terms, and only ever goes forward: a return is final, and nothing that was paid is in flight again.
CREATE FUNCTION payout_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a payout stays' USING ERRCODE = 'restrict_violation';
  ELSIF (NEW.id, NEW.user_id, NEW.wallet, NEW.destination_id, NEW.amount_microcoins, NEW.rate_micros_per_coin, NEW.amount_minor, NEW.fee_minor,
         NEW.currency, NEW.provider, NEW.matured_upto, NEW.request_journal, NEW.created_at)
     <> (OLD.id, OLD.user_id, OLD.wallet, OLD.destination_id, OLD.amount_microcoins, OLD.rate_micros_per_coin, OLD.amount_minor, OLD.fee_minor,
         OLD.currency, OLD.provider, OLD.matured_upto, OLD.request_journal, OLD.created_at)
     OR (OLD.provider_ref IS NOT NULL AND NEW.provider_ref IS DISTINCT FROM OLD.provider_ref) THEN
    RAISE EXCEPTION 'a payout keeps its terms' USING ERRCODE = 'integrity_constraint_violation';
  ELSIF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
    ('requested', 'in_flight'), ('requested', 'cancelled'), ('requested', 'rejected'), ('in_flight', 'paid'), ('in_flight', 'returned'), ('paid', 'returned')) THEN
    RAISE EXCEPTION 'a payout does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "payout_keeps" BEFORE UPDATE OR DELETE ON "payout" FOR EACH ROW EXECUTE FUNCTION payout_keeps();

-- Who moved it and when. Append-only.
CREATE TABLE "payout_event" (
  "id" UUID NOT NULL,
  "payout_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  -- No foreign key: the trail outlives the account.
  "actor_id" UUID,
  "detail" JSONB NOT NULL DEFAULT '{}',
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "payout_event_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "payout_event_payout_id_fkey" FOREIGN KEY ("payout_id") REFERENCES "payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "payout_event_kind" CHECK (kind IN ('requested', 'approved', 'sent', 'paid', 'returned', 'cancelled', 'rejected', 'held_back', 'stalled')),
  CONSTRAINT "payout_event_by" CHECK (("by" = 'platform' AND actor_id IS NULL) OR ("by" IN ('creator', 'admin') AND actor_id IS NOT NULL))
);
CREATE INDEX "payout_event_payout_id_id_idx" ON "payout_event"("payout_id", "id");
CREATE TRIGGER "payout_event_append_only" BEFORE UPDATE OR DELETE ON "payout_event" FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "payout_event_no_truncate" BEFORE TRUNCATE ON "payout_event" FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

-- What a person was seen with, as keyed hashes: two who share one are perhaps the same.
CREATE TABLE "risk_signal" (
  "user_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "value_hash" BYTEA NOT NULL,
  "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "risk_signal_pkey" PRIMARY KEY ("user_id", "kind", "value_hash"),
  CONSTRAINT "risk_signal_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "risk_signal_kind" CHECK (kind IN ('card', 'device', 'identity', 'destination'))
);
CREATE INDEX "risk_signal_value_hash_idx" ON "risk_signal"("value_hash");
