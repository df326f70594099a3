-- Those that the job of discovery puts to rest when nobody visited them lately; without it, it would look at all.
CREATE INDEX "persona_listing_warm_idx" ON "persona_listing"("persona_id") WHERE "trending" > 0;
