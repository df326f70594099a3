-- Nobody looked for a payout that was stalled. Now the provider is asked what became of it, so those that wait are due.
UPDATE payout SET due_at = now() WHERE status = 'in_flight' AND due_at IS NULL;
