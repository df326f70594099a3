/**
 * A market of `$1` personas, made in the database from a fixed seed. Words are syllables put together, and the n-th word comes up in proportion to 1/n, as
 * in natural text; names, tags, chats and ratings are as uneven. One persona in fifty has a Japanese name.
 */
export const WORLD = [
  `SELECT setseed(0.42)`,
  // The n-th of `size`, with a probability that falls as 1/n.
  `CREATE FUNCTION pg_temp.zipf(size int) RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT least(size, floor(exp(random() * ln(size + 1)))::int) $$`,
  // Always the same word for a number, and none for two: the syllables are digits of a multiple of the number.
  `CREATE FUNCTION pg_temp.word(n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
     SELECT string_agg((ARRAY['ka','ro','mi','ten','dal','vi','sor','lu','be','nar','tho','gri','pa','wen','zil','cor','fe','hus','ja','ly','om','qui','sta','er','und','ax'])
                       [1 + (n * 7919::bigint / power(26, place)::bigint) % 26], '' ORDER BY place)
     FROM generate_series(0, CASE WHEN n < 17576 THEN 2 ELSE 3 END) AS place $$`,
  `CREATE FUNCTION pg_temp.words(many int, size int) RETURNS text LANGUAGE sql VOLATILE AS $$
     SELECT string_agg(pg_temp.word(pg_temp.zipf(size)), ' ') FROM generate_series(1, many) $$`,
  `CREATE TEMP TABLE bench_people AS SELECT place, uuidv7() AS id FROM generate_series(1, $1::int / 20) AS place`,
  `INSERT INTO app_user (id, email, name, roles) SELECT id, place || '@bench.local', 'Creator', '{fan,creator}' FROM bench_people`,
  `INSERT INTO creator (user_id, handle, display_name) SELECT id, 'bench_' || place, initcap(pg_temp.words(2, 2000)) FROM bench_people`,
  // Their triggers write row by row; the rebuild below does the same for all of them at once.
  `ALTER TABLE persona DISABLE TRIGGER USER`,
  `INSERT INTO persona (id, slug, creator_id, status, name, hook, description, tags, category, mature, voice, price_microcoins, hue_degrees, portrait_key,
                        personality, greeting, chat_count, published_at)
   SELECT uuidv7(), 'bench-' || n, p.id, 'published',
          CASE WHEN n % 50 = 0 THEN (ARRAY['桜井','田中','佐藤','鈴木','山本'])[1 + n % 5] || chr(12354 + pg_temp.zipf(60)) || chr(12354 + pg_temp.zipf(60))
               ELSE initcap(pg_temp.word(pg_temp.zipf(3000)) || ' ' || pg_temp.word(3000 + pg_temp.zipf(20000))) END,
          initcap(pg_temp.words(8, 20000)) || '.', initcap(pg_temp.words(40, 30000)) || '.',
          ARRAY(SELECT DISTINCT pg_temp.word(40000 + pg_temp.zipf(300)) FROM generate_series(1, 2 + n % 4)),
          (ARRAY['companion','romance','adventure','fantasy','science-fiction','mystery','horror','history','comedy','advice','learning','games','other'])[pg_temp.zipf(13)],
          random() < 0.1, CASE WHEN random() < 0.6 THEN jsonb_build_object('language', (ARRAY['en-GB','en-US','ja','de','hi','fr','pt-BR'])[pg_temp.zipf(7)]) ELSE '{}' END,
          500000 * pg_temp.zipf(40), random() * 360, 'portraits/none', repeat('You are calm and curious. ', 20), 'Come in, {{user}}.',
          (100000.0 / (1 + (n * 48271::bigint) % 100000))::int, now() - random() * interval '400 days'
   FROM generate_series(1, $1::int) AS number(n) JOIN bench_people p ON p.place = 1 + number.n % ($1::int / 20)`,
  `ALTER TABLE persona ENABLE TRIGGER USER`,
  `SELECT discovery_rebuild()`,
  `UPDATE persona_listing SET rating_count = r.n, rating_sum = (r.n * (1 + 4 * random()))::int
   FROM (SELECT persona_id, floor(power(random(), 8) * 200)::int AS n FROM persona_listing) AS r WHERE r.persona_id = persona_listing.persona_id`,
  // Two visits a persona, most of them with a few.
  `INSERT INTO persona_visit (persona_id, fan_id, day, replies)
   SELECT p.id, f.id, current_date - n % 13, 1 + n % 20
   FROM (SELECT n, pg_temp.zipf($1::int) AS persona, 1 + n % ($1::int / 20) AS fan FROM generate_series(1, 2 * $1::int) AS n) AS v
   JOIN (SELECT id, row_number() OVER (ORDER BY slug) AS place FROM persona) AS p ON p.place = v.persona JOIN bench_people f ON f.place = v.fan
   ON CONFLICT DO NOTHING`,
  `SELECT discovery_score(NULL, $1::int, now())`,
  // Of what a fan hides.
  `INSERT INTO persona_block (fan_id, persona_id) SELECT (SELECT id FROM bench_people LIMIT 1), persona_id FROM persona_listing ORDER BY trending_rank DESC LIMIT 200`,
  `DROP TABLE bench_people`,
  `VACUUM ANALYZE`,
];
