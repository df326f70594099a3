-- Payments of several providers: what they said of each, their events as they came, and what follows from them.

-- CreateEnum
CREATE TYPE "webhook_state" AS ENUM ('applied', 'ignored', 'waiting', 'failed');

-- CreateEnum
CREATE TYPE "refund_status" AS ENUM ('pending', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "dispute_status" AS ENUM ('inquiry', 'open', 'won', 'lost');

-- AlterEnum
ALTER TYPE "payment_status" ADD VALUE 'pending';

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "ask_at" TIMESTAMPTZ(3),
ADD COLUMN     "disputed_minor" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "failure_code" TEXT,
ADD COLUMN     "fee_minor" INTEGER,
ADD COLUMN     "promotion_id" UUID,
ADD COLUMN     "promotion_microcoins" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "refunded_minor" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "taken_minor" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "webhook_event" ADD COLUMN     "applied_at" TIMESTAMPTZ(3),
ADD COLUMN     "body" BYTEA,
ADD COLUMN     "error_code" TEXT,
ADD COLUMN     "refs" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "retry_at" TIMESTAMPTZ(3),
ADD COLUMN     "state" "webhook_state" NOT NULL DEFAULT 'applied',
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "type" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "payment_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "payment_ref" (
    "provider" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "payment_id" UUID NOT NULL,

    CONSTRAINT "payment_ref_pkey" PRIMARY KEY ("provider","ref")
);

-- CreateTable
CREATE TABLE "payment_customer" (
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "ref" TEXT NOT NULL,

    CONSTRAINT "payment_customer_pkey" PRIMARY KEY ("user_id","provider")
);

-- CreateTable
CREATE TABLE "payment_refund" (
    "provider" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "payment_id" UUID NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "status" "refund_status" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_refund_pkey" PRIMARY KEY ("provider","ref")
);

-- CreateTable
CREATE TABLE "payment_refund_request" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "admin_id" UUID NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_refund_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_dispute" (
    "provider" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "payment_id" UUID NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "fee_minor" INTEGER,
    "reason" TEXT,
    "status" "dispute_status" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_dispute_pkey" PRIMARY KEY ("provider","ref")
);

-- CreateTable
CREATE TABLE "payment_clawback" (
    "journal" BIGINT NOT NULL,
    "payment_id" UUID NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_clawback_pkey" PRIMARY KEY ("journal")
);

-- CreateTable
CREATE TABLE "promotion" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "code" TEXT,
    "first_purchase" BOOLEAN NOT NULL DEFAULT false,
    "bonus_percent" INTEGER NOT NULL DEFAULT 0,
    "bonus_microcoins" BIGINT NOT NULL DEFAULT 0,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "uses_max" INTEGER,
    "uses_per_user_max" INTEGER NOT NULL DEFAULT 1,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "promotion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sandbox_charge" (
    "ref" TEXT NOT NULL,
    "payment_id" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sandbox_charge_pkey" PRIMARY KEY ("ref")
);

-- CreateIndex
CREATE INDEX "payment_ref_payment_id_idx" ON "payment_ref"("payment_id");

-- CreateIndex
CREATE INDEX "payment_refund_payment_id_idx" ON "payment_refund"("payment_id");

-- CreateIndex
CREATE INDEX "payment_refund_request_payment_id_idx" ON "payment_refund_request"("payment_id");

-- CreateIndex
CREATE INDEX "payment_dispute_payment_id_idx" ON "payment_dispute"("payment_id");

-- CreateIndex
CREATE INDEX "payment_clawback_payment_id_journal_idx" ON "payment_clawback"("payment_id", "journal");

-- CreateIndex
CREATE UNIQUE INDEX "promotion_code_key" ON "promotion"("code");

-- CreateIndex
CREATE INDEX "payment_ask_at_idx" ON "payment"("ask_at");

-- CreateIndex
CREATE INDEX "payment_promotion_id_idx" ON "payment"("promotion_id");

-- CreateIndex
CREATE INDEX "webhook_event_state_received_at_idx" ON "webhook_event"("state", "received_at");

-- CreateIndex
CREATE INDEX "webhook_event_retry_at_idx" ON "webhook_event"("retry_at");

-- CreateIndex
CREATE INDEX "webhook_event_payment_id_received_at_idx" ON "webhook_event"("payment_id", "received_at");

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_promotion_id_fkey" FOREIGN KEY ("promotion_id") REFERENCES "promotion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_ref" ADD CONSTRAINT "payment_ref_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_customer" ADD CONSTRAINT "payment_customer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_refund" ADD CONSTRAINT "payment_refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_refund_request" ADD CONSTRAINT "payment_refund_request_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_dispute" ADD CONSTRAINT "payment_dispute_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "payment"
  ADD CONSTRAINT "payment_went_back" CHECK (refunded_minor >= 0 AND disputed_minor >= 0 AND taken_minor BETWEEN 0 AND amount_minor
    AND refunded_minor + disputed_minor <= amount_minor),
  ADD CONSTRAINT "payment_promotion" CHECK (promotion_microcoins >= 0 AND (promotion_microcoins = 0 OR promotion_id IS NOT NULL)),
  -- A payment that was credited has the journal of it, and no other has one.
  ADD CONSTRAINT "payment_journal" CHECK ((status = 'succeeded') = (journal_id IS NOT NULL));
ALTER TABLE "payment_refund"
  ADD CONSTRAINT "payment_refund_amount" CHECK (amount_minor > 0);
ALTER TABLE "payment_refund_request"
  ADD CONSTRAINT "payment_refund_request_amount" CHECK (amount_minor > 0);
ALTER TABLE "payment_dispute"
  ADD CONSTRAINT "payment_dispute_amount" CHECK (amount_minor > 0);
ALTER TABLE "promotion"
  ADD CONSTRAINT "promotion_bonus" CHECK (bonus_percent BETWEEN 0 AND 200 AND bonus_microcoins >= 0 AND bonus_percent + bonus_microcoins > 0),
  ADD CONSTRAINT "promotion_code" CHECK (code IS NULL AND first_purchase OR code ~ '^[A-Z0-9]{3,32}$'),
  ADD CONSTRAINT "promotion_uses" CHECK (coalesce(uses_max, 1) > 0 AND uses_per_user_max > 0);

CREATE TRIGGER "payment_clawback_append_only" BEFORE UPDATE OR DELETE ON "payment_clawback" FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER "payment_clawback_no_truncate" BEFORE TRUNCATE ON "payment_clawback" FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

-- Settled is settled: no event in whatever order, and no mistake of ours, moves a payment back.
CREATE FUNCTION payment_stays_paid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'succeeded' AND NEW.status <> 'succeeded' THEN
    RAISE EXCEPTION 'a payment that succeeded stays so' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "payment_stays_paid" BEFORE UPDATE ON "payment" FOR EACH ROW EXECUTE FUNCTION payment_stays_paid();
