-- Posts, likes, followers, fans whom a creator blocks, and notifications (docs/community.md).

CREATE TABLE "creator_fan" (
  "creator_id" UUID NOT NULL,
  "fan_id" UUID NOT NULL,
  "met_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "creator_fan_pkey" PRIMARY KEY ("creator_id", "fan_id"),
  CONSTRAINT "creator_fan_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "creator"("user_id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "creator_fan_fan_id_fkey" FOREIGN KEY ("fan_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "creator_fan_is_another" CHECK ("creator_id" <> "fan_id")
);
-- The studio's list of fans, the newest first.
CREATE INDEX "creator_fan_creator_id_met_at_fan_id_idx" ON "creator_fan"("creator_id", "met_at", "fan_id");
CREATE INDEX "creator_fan_fan_id_idx" ON "creator_fan"("fan_id");
INSERT INTO "creator_fan" ("creator_id", "fan_id", "met_at")
SELECT p."creator_id", c."fan_id", min(c."created_at") FROM "conversation" c JOIN "persona" p ON p."id" = c."persona_id"
WHERE p."creator_id" <> c."fan_id" GROUP BY 1, 2;

CREATE TABLE "fan_block" (
  "creator_id" UUID NOT NULL,
  "fan_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "fan_block_pkey" PRIMARY KEY ("creator_id", "fan_id"),
  CONSTRAINT "fan_block_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "creator"("user_id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "fan_block_fan_id_fkey" FOREIGN KEY ("fan_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "fan_block_is_another" CHECK ("creator_id" <> "fan_id")
);
CREATE INDEX "fan_block_creator_id_created_at_fan_id_idx" ON "fan_block"("creator_id", "created_at", "fan_id");
CREATE INDEX "fan_block_fan_id_idx" ON "fan_block"("fan_id");

CREATE TABLE "post" (
  "id" UUID NOT NULL,
  "persona_id" UUID NOT NULL,
  "client_post_id" UUID NOT NULL,
  "text" TEXT NOT NULL,
  "pictures" JSONB NOT NULL DEFAULT '[]',
  "mature" BOOLEAN NOT NULL,
  "like_count" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "edited_at" TIMESTAMPTZ(3),
  CONSTRAINT "post_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "post_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "post_pictures" CHECK (jsonb_typeof("pictures") = 'array' AND jsonb_array_length("pictures") <= 4),
  CONSTRAINT "post_says_something" CHECK ("text" <> '' OR "pictures" <> '[]'),
  CONSTRAINT "post_like_count" CHECK ("like_count" >= 0)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX "post_persona_id_client_post_id_key" ON "post"("persona_id", "client_post_id");
CREATE INDEX "post_persona_id_id_idx" ON "post"("persona_id", "id");

CREATE TABLE "post_like" (
  "post_id" UUID NOT NULL,
  "fan_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "post_like_pkey" PRIMARY KEY ("post_id", "fan_id"),
  CONSTRAINT "post_like_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "post_like_fan_id_fkey" FOREIGN KEY ("fan_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "post_like_fan_id_idx" ON "post_like"("fan_id");

-- The key is also the order in which followers are told: by fan, from any of them on.
CREATE TABLE "persona_follow" (
  "persona_id" UUID NOT NULL,
  "fan_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "persona_follow_pkey" PRIMARY KEY ("persona_id", "fan_id"),
  CONSTRAINT "persona_follow_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "persona_follow_fan_id_fkey" FOREIGN KEY ("fan_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "persona_follow_fan_id_idx" ON "persona_follow"("fan_id");

-- Beside the persona, because a follower must not write a new version of its wide row.
CREATE TABLE "persona_audience" (
  "persona_id" UUID NOT NULL,
  "follower_count" INTEGER NOT NULL DEFAULT 0,
  "post_count" INTEGER NOT NULL DEFAULT 0,
  "last_post_at" TIMESTAMPTZ(3),
  CONSTRAINT "persona_audience_pkey" PRIMARY KEY ("persona_id"),
  CONSTRAINT "persona_audience_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "persona_audience_counts" CHECK ("follower_count" >= 0 AND "post_count" >= 0)
) WITH (fillfactor = 70);

-- Counts follow the rows, whatever adds or removes them: a request, a block, an account that is deleted.
CREATE FUNCTION persona_follow_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO persona_audience AS a (persona_id, follower_count)
      SELECT persona_id, count(*) FROM changed GROUP BY persona_id ORDER BY persona_id
      ON CONFLICT (persona_id) DO UPDATE SET follower_count = a.follower_count + EXCLUDED.follower_count;
  ELSE
    UPDATE persona_audience a SET follower_count = a.follower_count - c.n
      FROM (SELECT persona_id, count(*) AS n FROM changed GROUP BY persona_id) c WHERE a.persona_id = c.persona_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "persona_follow_added" AFTER INSERT ON "persona_follow"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION persona_follow_counted();
CREATE TRIGGER "persona_follow_removed" AFTER DELETE ON "persona_follow"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION persona_follow_counted();

CREATE FUNCTION post_like_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE post p SET like_count = p.like_count + CASE WHEN TG_OP = 'INSERT' THEN c.n ELSE -c.n END
    FROM (SELECT post_id, count(*) AS n FROM changed GROUP BY post_id) c WHERE p.id = c.post_id;
  RETURN NULL;
END $$;
CREATE TRIGGER "post_like_added" AFTER INSERT ON "post_like"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION post_like_counted();
CREATE TRIGGER "post_like_removed" AFTER DELETE ON "post_like"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION post_like_counted();

-- The row is locked first, so that the newest post is looked for by a query that sees what the one before it has done.
CREATE FUNCTION post_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_persona UUID;
  more INTEGER;
BEGIN
  FOR of_persona, more IN SELECT persona_id, count(*) * CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE -1 END FROM changed GROUP BY persona_id ORDER BY persona_id LOOP
    IF TG_OP = 'INSERT' THEN
      INSERT INTO persona_audience (persona_id) VALUES (of_persona) ON CONFLICT (persona_id) DO NOTHING;
    END IF;
    PERFORM FROM persona_audience WHERE persona_id = of_persona FOR UPDATE;
    UPDATE persona_audience SET post_count = post_count + more,
      last_post_at = (SELECT created_at FROM post WHERE persona_id = of_persona ORDER BY id DESC LIMIT 1)
      WHERE persona_id = of_persona;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "post_added" AFTER INSERT ON "post"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION post_counted();
CREATE TRIGGER "post_removed" AFTER DELETE ON "post"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION post_counted();

CREATE TABLE "notification" (
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "subject_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "read_at" TIMESTAMPTZ(3),
  CONSTRAINT "notification_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Once each, and in this order because what is withdrawn is withdrawn from everybody.
CREATE UNIQUE INDEX "notification_kind_subject_id_user_id_key" ON "notification"("kind", "subject_id", "user_id");
CREATE INDEX "notification_user_id_id_idx" ON "notification"("user_id", "id");
CREATE INDEX "notification_unread_idx" ON "notification"("user_id", "id") WHERE "read_at" IS NULL;

CREATE TABLE "notification_setting" (
  "user_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "enabled" BOOLEAN NOT NULL,
  CONSTRAINT "notification_setting_pkey" PRIMARY KEY ("user_id", "kind", "channel"),
  CONSTRAINT "notification_setting_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TYPE "notification_spread_step" AS ENUM ('telling', 'withdrawing', 'done');
CREATE TABLE "notification_spread" (
  "id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "subject_id" UUID NOT NULL,
  "step" "notification_spread_step" NOT NULL DEFAULT 'telling',
  "after_user_id" UUID,
  "told_count" INTEGER NOT NULL DEFAULT 0,
  "failures" INTEGER NOT NULL DEFAULT 0,
  "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "notification_spread_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "notification_spread_kind_subject_id_key" ON "notification_spread"("kind", "subject_id");
CREATE INDEX "notification_spread_due_idx" ON "notification_spread"("due_at") WHERE "step" <> 'done';
CREATE INDEX "notification_spread_done_idx" ON "notification_spread"("created_at") WHERE "step" = 'done';
