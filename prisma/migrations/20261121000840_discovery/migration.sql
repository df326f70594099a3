-- Discovery: what search reads, what lists are sorted and filtered by, ratings, and what trends. The formulas and the reasons are in docs/discovery.md.

-- Search -------------------------------------------------------------------------------------------------------------------------------

-- A text as search compares it: small letters without accents, wide and other compatible forms as the usual ones, no apostrophes. The same function
-- reads documents and questions. Hangul is put together again, because it comes apart with the accents.
CREATE FUNCTION search_fold(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT replace(replace(replace(translate(normalize(regexp_replace(
    lower(normalize(coalesce(said, ''), NFKD) COLLATE pg_unicode_fast), '[\u0300-\u036f]', '', 'g'), NFKC),
    E'øłđðıħ''’ʼ', 'olddih'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
$$;

-- The words of a folded text, in their order. Scripts that write without spaces give a word a letter; questions ask for those as a phrase.
-- The marks of Indic scripts belong to words, although the database counts some of them as signs.
CREATE FUNCTION search_words(folded text, words_max int) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(left(word, 40) ORDER BY place), '{}') FROM (
    SELECT word, place FROM regexp_split_to_table(
      regexp_replace(folded, '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', ' \1 ', 'g'),
      '[^[:alnum:]\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff]+') WITH ORDINALITY AS part(word, place)
    WHERE word <> '' ORDER BY place LIMIT words_max) AS first
$$;

-- Words are letters and digits only, so nothing in them has to be quoted. Without the parser of tsvectors, which would take some scripts apart.
CREATE FUNCTION search_part(words text[], weight text, from_place int) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(format('''%s'':%s%s', word, from_place + place, weight), ' '), '')::tsvector FROM unnest(words) WITH ORDINALITY AS part(word, place)
$$;

-- A persona as search reads it. The parts lie far apart, so that no phrase goes over the end of one.
CREATE FUNCTION search_document(name text, tags text[], hook text, description text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT search_part(search_words(search_fold(name), 60), 'A', 0)
      || search_part(search_words(search_fold(array_to_string(tags, ' / ')), 300), 'B', 100)
      || search_part(search_words(search_fold(hook), 140), 'C', 500)
      || search_part(search_words(search_fold(description), 1500), 'D', 1000)
$$;

-- A word with each of its letters left out, and itself: two words that differ by a letter, or by two neighbours that changed places, share one.
CREATE FUNCTION search_near(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(DISTINCT left(word, place - 1) || substr(word, place + 1)) || word FROM generate_series(1, length(word)) AS place
$$;

-- Public texts of what is published: never a word that only the model is told.
CREATE TABLE "persona_document" (
  "persona_id" UUID NOT NULL,
  -- The folded name, for what begins with what is typed.
  "name_key" TEXT COLLATE "C" NOT NULL,
  "document" tsvector NOT NULL,
  CONSTRAINT "persona_document_pkey" PRIMARY KEY ("persona_id"),
  CONSTRAINT "persona_document_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "persona_document_document_idx" ON "persona_document" USING GIN ("document");
CREATE INDEX "persona_document_name_key_idx" ON "persona_document"("name_key");

-- The words of all documents, for questions that are spelt otherwise. Which persona has a word is the document's business, so a word that is here already
-- is not written again and nobody waits for anybody; a job removes those that nobody has any more.
CREATE TABLE "search_word" (
  "word" TEXT COLLATE "C" NOT NULL,
  "near" TEXT[] NOT NULL,
  -- Stands in a name or a tag.
  "names" BOOLEAN NOT NULL,
  CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "search_word_near_idx" ON "search_word" USING GIN ("near");
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

-- Words that may have been meant by one that nobody has: those a slip away, which share a shortened form, and where there is none those that have many
-- three letters in common. Always along an index: the planner can't know how few have a shortened form in common.
CREATE FUNCTION search_candidates(asked text) RETURNS TABLE (word text, names boolean) LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY SELECT k.word, k.names FROM search_word k WHERE k.near && search_near(asked) AND k.word <> asked LIMIT 100;
  IF NOT FOUND AND length(asked) > 5 THEN
    RETURN QUERY SELECT k.word, k.names FROM search_word k WHERE k.word % asked AND k.word <> asked ORDER BY similarity(k.word, asked) DESC, k.word LIMIT 50;
  END IF;
END $$;

CREATE FUNCTION search_learn(of_document tsvector) RETURNS void LANGUAGE sql AS $$
  -- In one order, so that two who write the same new words wait for each other and not in a circle.
  INSERT INTO search_word (word, near, names)
  SELECT lexeme, search_near(lexeme), 'A' = ANY (weights) OR 'B' = ANY (weights) FROM unnest(of_document)
  WHERE length(lexeme) BETWEEN 3 AND 30 AND lexeme !~ '^[0-9]+$' ORDER BY lexeme
  ON CONFLICT (word) DO UPDATE SET names = true WHERE excluded.names AND NOT search_word.names
$$;

-- How many published personas have a tag.
CREATE TABLE "tag_count" (
  "tag" TEXT NOT NULL,
  -- Not mature, and mature.
  "general" INTEGER NOT NULL DEFAULT 0,
  "mature" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "tag_count_pkey" PRIMARY KEY ("tag"),
  CONSTRAINT "tag_count_not_negative" CHECK ("general" >= 0 AND "mature" >= 0)
);
CREATE INDEX "tag_count_general_idx" ON "tag_count"("general" DESC, "tag");

CREATE FUNCTION tag_count_add(of_tags text[], of_mature boolean, by int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO tag_count (tag, general, mature)
  SELECT tag, 0, 0 FROM unnest(of_tags) AS tag WHERE by > 0 GROUP BY tag ORDER BY tag ON CONFLICT (tag) DO NOTHING;
  -- Locked in one order before anything is counted.
  WITH locked AS MATERIALIZED (SELECT tag FROM tag_count WHERE tag = ANY (of_tags) ORDER BY tag FOR UPDATE)
  UPDATE tag_count SET general = general + CASE WHEN of_mature THEN 0 ELSE by END, mature = tag_count.mature + CASE WHEN of_mature THEN by ELSE 0 END
  FROM locked WHERE tag_count.tag = locked.tag
$$;

-- Lists --------------------------------------------------------------------------------------------------------------------------------

-- What lists are sorted and filtered by, apart from what is searched: numbers change often, and an index of words is dear to write.
CREATE TABLE "persona_listing" (
  "persona_id" UUID NOT NULL,
  "creator_id" UUID NOT NULL,
  "listed" BOOLEAN NOT NULL,
  "mature" BOOLEAN NOT NULL,
  "category" TEXT NOT NULL,
  "tags" TEXT[] NOT NULL,
  -- What its voice speaks, without the region.
  "language" TEXT,
  "price_microcoins" BIGINT NOT NULL,
  "published_at" TIMESTAMPTZ(3),
  "chat_count" INTEGER NOT NULL,
  "featured_position" INTEGER,
  -- Thousandths.
  "trending" INTEGER NOT NULL DEFAULT 0,
  "rating_count" INTEGER NOT NULL DEFAULT 0,
  "rating_sum" INTEGER NOT NULL DEFAULT 0,
  -- Where nothing happens lately, what was liked before decides; it counts for a tenth of a fan at most.
  "trending_rank" INTEGER NOT NULL GENERATED ALWAYS AS ("trending" + least(100, floor(10 * ln(1 + "chat_count")))::int) STORED,
  -- As if eight people had given 3.5 stars before; thousandths of a star.
  "rating_rank" INTEGER NOT NULL GENERATED ALWAYS AS (("rating_sum" * 1000 + 28000) / ("rating_count" + 8)) STORED,
  CONSTRAINT "persona_listing_pkey" PRIMARY KEY ("persona_id"),
  CONSTRAINT "persona_listing_rating" CHECK ("rating_sum" BETWEEN "rating_count" AND 5 * "rating_count"),
  CONSTRAINT "persona_listing_trending" CHECK ("trending" >= 0),
  CONSTRAINT "persona_listing_featured" CHECK ("featured_position" IS NULL OR "listed"),
  CONSTRAINT "persona_listing_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- A sort each, with the id that makes its order complete.
CREATE INDEX "persona_listing_trending_idx" ON "persona_listing"("trending_rank" DESC, "persona_id" DESC) WHERE "listed";
CREATE INDEX "persona_listing_new_idx" ON "persona_listing"("published_at" DESC, "persona_id" DESC) WHERE "listed";
CREATE INDEX "persona_listing_rated_idx" ON "persona_listing"("rating_rank" DESC, "persona_id" DESC) WHERE "listed";
CREATE INDEX "persona_listing_popular_idx" ON "persona_listing"("chat_count" DESC, "persona_id" DESC) WHERE "listed";
CREATE INDEX "persona_listing_price_idx" ON "persona_listing"((-"price_microcoins") DESC, "persona_id" DESC) WHERE "listed";
-- Filters that may leave few.
CREATE INDEX "persona_listing_category_idx" ON "persona_listing"("category", "trending_rank" DESC, "persona_id" DESC) WHERE "listed";
CREATE INDEX "persona_listing_tags_idx" ON "persona_listing" USING GIN ("tags") WHERE "listed";
CREATE INDEX "persona_listing_language_idx" ON "persona_listing"("language") WHERE "listed";
CREATE INDEX "persona_listing_featured_idx" ON "persona_listing"("featured_position") WHERE "featured_position" IS NOT NULL;

CREATE FUNCTION persona_listed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  speaks text := substring(NEW.voice->>'language' FROM '^[a-z]{2,3}');
BEGIN
  INSERT INTO persona_listing AS l (persona_id, creator_id, listed, mature, category, tags, language, price_microcoins, published_at, chat_count)
  VALUES (NEW.id, NEW.creator_id, NEW.status = 'published', NEW.mature, NEW.category, NEW.tags, speaks, NEW.price_microcoins, NEW.published_at, NEW.chat_count)
  ON CONFLICT (persona_id) DO UPDATE SET
    creator_id = excluded.creator_id, listed = excluded.listed, mature = excluded.mature, category = excluded.category, tags = excluded.tags, language = excluded.language,
    price_microcoins = excluded.price_microcoins, published_at = excluded.published_at, chat_count = excluded.chat_count,
    featured_position = CASE WHEN excluded.listed THEN l.featured_position END;
  RETURN NULL;
END $$;
CREATE TRIGGER "persona_listed_new" AFTER INSERT ON "persona" FOR EACH ROW EXECUTE FUNCTION persona_listed();
CREATE TRIGGER "persona_listed" AFTER UPDATE OF status, creator_id, mature, category, tags, voice, price_microcoins, published_at, chat_count
  ON "persona" FOR EACH ROW EXECUTE FUNCTION persona_listed();

-- Drafts are autosaved and have no document.
CREATE FUNCTION persona_documented() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was boolean := TG_OP <> 'INSERT' AND OLD.status = 'published';
  is_now boolean := TG_OP <> 'DELETE' AND NEW.status = 'published';
  made tsvector;
BEGIN
  IF was AND is_now AND (OLD.name, OLD.hook, OLD.description, OLD.tags, OLD.mature) IS NOT DISTINCT FROM (NEW.name, NEW.hook, NEW.description, NEW.tags, NEW.mature) THEN
    RETURN NULL;
  END IF;
  IF was THEN PERFORM tag_count_add(OLD.tags, OLD.mature, -1); END IF;
  IF is_now THEN
    PERFORM tag_count_add(NEW.tags, NEW.mature, 1);
    made := search_document(NEW.name, NEW.tags, NEW.hook, NEW.description);
    INSERT INTO persona_document (persona_id, name_key, document) VALUES (NEW.id, search_fold(NEW.name), made)
    ON CONFLICT (persona_id) DO UPDATE SET name_key = excluded.name_key, document = excluded.document;
    PERFORM search_learn(made);
  ELSIF was AND TG_OP = 'UPDATE' THEN
    DELETE FROM persona_document WHERE persona_id = OLD.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "persona_documented_new" AFTER INSERT OR DELETE ON "persona" FOR EACH ROW EXECUTE FUNCTION persona_documented();
CREATE TRIGGER "persona_documented" AFTER UPDATE OF status, mature, name, hook, description, tags
  ON "persona" FOR EACH ROW EXECUTE FUNCTION persona_documented();

-- Makes all of the above anew from the personas, for what was written without the triggers. What fans and admins added stays.
CREATE FUNCTION discovery_rebuild() RETURNS void LANGUAGE sql AS $$
  INSERT INTO persona_listing AS l (persona_id, creator_id, listed, mature, category, tags, language, price_microcoins, published_at, chat_count)
  SELECT id, creator_id, status = 'published', mature, category, tags, substring(voice->>'language' FROM '^[a-z]{2,3}'), price_microcoins, published_at, chat_count FROM persona
  ON CONFLICT (persona_id) DO UPDATE SET
    creator_id = excluded.creator_id, listed = excluded.listed, mature = excluded.mature, category = excluded.category, tags = excluded.tags, language = excluded.language,
    price_microcoins = excluded.price_microcoins, published_at = excluded.published_at, chat_count = excluded.chat_count,
    featured_position = CASE WHEN excluded.listed THEN l.featured_position END;
  DELETE FROM persona_document;
  INSERT INTO persona_document (persona_id, name_key, document)
  SELECT id, search_fold(name), search_document(name, tags, hook, description) FROM persona WHERE status = 'published';
  DELETE FROM tag_count;
  INSERT INTO tag_count (tag, general, mature)
  SELECT tag, count(*) FILTER (WHERE NOT mature), count(*) FILTER (WHERE mature) FROM persona, unnest(tags) AS tag WHERE status = 'published' GROUP BY tag;
  DELETE FROM search_word;
  INSERT INTO search_word (word, near, names)
  SELECT lexeme, search_near(lexeme), bool_or('A' = ANY (weights) OR 'B' = ANY (weights)) FROM persona_document, unnest(document)
  WHERE length(lexeme) BETWEEN 3 AND 30 AND lexeme !~ '^[0-9]+$' GROUP BY lexeme;
$$;
UPDATE "persona" SET "tags" = '{}' WHERE "tags" IS NULL;
ALTER TABLE "persona" ALTER COLUMN "tags" SET NOT NULL, ALTER COLUMN "tags" SET DEFAULT '{}';
SELECT discovery_rebuild();

-- Whoever stood on the stage stays there; the place is now a number in an order.
UPDATE persona_listing l SET featured_position = f.place
FROM (SELECT id, row_number() OVER (ORDER BY published_at, id) AS place FROM persona WHERE featured AND status = 'published') AS f
WHERE f.id = l.persona_id;
ALTER TABLE "persona" DROP COLUMN "featured";
DROP INDEX "persona_search_idx", "persona_tags_idx";
DROP FUNCTION persona_search_text(text, text, text[], text);

-- Ratings ------------------------------------------------------------------------------------------------------------------------------

CREATE TABLE "persona_rating" (
  "persona_id" UUID NOT NULL,
  "fan_id" UUID NOT NULL,
  "stars" SMALLINT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "persona_rating_pkey" PRIMARY KEY ("persona_id", "fan_id"),
  CONSTRAINT "persona_rating_stars" CHECK ("stars" BETWEEN 1 AND 5),
  CONSTRAINT "persona_rating_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "persona_rating_fan_id_fkey" FOREIGN KEY ("fan_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "persona_rating_fan_id_idx" ON "persona_rating"("fan_id");

-- Count and sum follow each row, also the rows of an account that goes; the listing's lock puts those who rate at once into an order.
CREATE FUNCTION persona_rated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE persona_listing SET
    rating_count = rating_count + CASE TG_OP WHEN 'INSERT' THEN 1 WHEN 'DELETE' THEN -1 ELSE 0 END,
    rating_sum = rating_sum + CASE WHEN TG_OP = 'DELETE' THEN 0 ELSE NEW.stars END - CASE WHEN TG_OP = 'INSERT' THEN 0 ELSE OLD.stars END
  WHERE persona_id = CASE WHEN TG_OP = 'DELETE' THEN OLD.persona_id ELSE NEW.persona_id END;
  RETURN NULL;
END $$;
CREATE TRIGGER "persona_rated" AFTER INSERT OR UPDATE OF stars OR DELETE ON "persona_rating" FOR EACH ROW EXECUTE FUNCTION persona_rated();

-- Whether a fan who confirmed that they are an adult wants to meet mature personas in lists.
CREATE TABLE "discovery_wish" (
  "fan_id" UUID NOT NULL,
  "shows_mature" BOOLEAN NOT NULL,
  CONSTRAINT "discovery_wish_pkey" PRIMARY KEY ("fan_id"),
  CONSTRAINT "discovery_wish_fan_id_fkey" FOREIGN KEY ("fan_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What trends ----------------------------------------------------------------------------------------------------------------------------

-- How many replies a fan paid for on a UTC day. Kept as long as it counts.
CREATE TABLE "persona_visit" (
  "persona_id" UUID NOT NULL,
  "fan_id" UUID NOT NULL,
  "day" DATE NOT NULL,
  "replies" INTEGER NOT NULL,
  CONSTRAINT "persona_visit_pkey" PRIMARY KEY ("persona_id", "fan_id", "day"),
  CONSTRAINT "persona_visit_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "persona_visit_fan_id_fkey" FOREIGN KEY ("fan_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "persona_visit_fan_id_idx" ON "persona_visit"("fan_id");
CREATE INDEX "persona_visit_day_idx" ON "persona_visit"("day");

-- How far the job has come; one row.
CREATE TABLE "discovery_progress" (
  "id" SMALLINT NOT NULL DEFAULT 1,
  "replies_upto" UUID,
  "scored_upto" UUID,
  "words_upto" TEXT COLLATE "C" NOT NULL DEFAULT '',
  CONSTRAINT "discovery_progress_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "discovery_progress_one" CHECK ("id" = 1)
);
INSERT INTO discovery_progress DEFAULT VALUES;

-- Scores the next personas after one, in the order of their ids; answers the last one, or null when nobody is left. A fan counts once, with the best of
-- their days: at most 1, for 15 replies, halved every three days. The result is less than its sum when few fans stand behind it.
CREATE FUNCTION discovery_score(after uuid, personas_max int, upto timestamptz) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  due uuid[];
BEGIN
  -- The smallest id after the last, step by step: what has very many rows costs no more to step over.
  WITH RECURSIVE step(id, n) AS (
    (SELECT persona_id, 1 FROM persona_visit WHERE after IS NULL OR persona_id > after ORDER BY persona_id LIMIT 1)
    UNION ALL
    SELECT (SELECT v.persona_id FROM persona_visit v WHERE v.persona_id > step.id ORDER BY v.persona_id LIMIT 1), n + 1 FROM step WHERE n < personas_max AND step.id IS NOT NULL)
  SELECT array_agg(id ORDER BY id) INTO due FROM step WHERE id IS NOT NULL;
  WITH fans AS (
    SELECT persona_id, max(log(2, 1 + least(replies, 15)) / 4
                           * 0.5 ^ (greatest(0, extract(epoch FROM upto - (day + time '12:00') AT TIME ZONE 'UTC')) / (3 * 86400))) AS weight
    FROM persona_visit WHERE persona_id = ANY (due) AND day > (upto AT TIME ZONE 'UTC')::date - 14 GROUP BY persona_id, fan_id),
  heat AS (SELECT persona_id, sum(weight)::float8 AS heat FROM fans GROUP BY persona_id)
  UPDATE persona_listing l SET trending = round(1000 * heat * heat / (heat + 3)) FROM heat
  WHERE l.persona_id = heat.persona_id AND l.trending <> round(1000 * heat * heat / (heat + 3));
  RETURN due[array_upper(due, 1)];
END $$;
