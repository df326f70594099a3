-- The purge looks for sessions that are over among all that are not, every hour and in batches: without these it reads the whole table each time.
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");
CREATE INDEX "session_revoked_at_idx" ON "session"("revoked_at");
