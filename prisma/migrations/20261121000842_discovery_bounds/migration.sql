-- The same rank of ratings, counted wide enough for two million stars and more.
ALTER TABLE "persona_listing" ALTER COLUMN "rating_rank" SET EXPRESSION AS ((("rating_sum"::bigint * 1000 + 28000) / ("rating_count" + 8))::int);

-- Searched far more often than written: what is new goes into its place at once, and not into a list that every search reads through.
ALTER INDEX "persona_document_document_idx" SET (fastupdate = off);
ALTER INDEX "persona_listing_tags_idx" SET (fastupdate = off);
ALTER INDEX "search_word_near_idx" SET (fastupdate = off);
ALTER INDEX "search_word_word_idx" SET (fastupdate = off);
SELECT gin_clean_pending_list(i::regclass)
FROM unnest(ARRAY['persona_document_document_idx', 'persona_listing_tags_idx', 'search_word_near_idx', 'search_word_word_idx']) AS i;
