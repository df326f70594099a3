-- ON CONFLICT DO UPDATE locks every row that is there already, also where its WHERE says no: all saves would wait for each other at the commonest words. So what is
-- there is passed over, and only words that come into a name or a tag for the first time are written again.
CREATE OR REPLACE FUNCTION search_learn(of_document tsvector) RETURNS void LANGUAGE sql AS $$
  -- In one order, so that two who write the same new words wait for each other and not in a circle.
  INSERT INTO search_word (word, near, names)
  SELECT lexeme, search_near(lexeme), 'A' = ANY (weights) OR 'B' = ANY (weights) FROM unnest(of_document)
  WHERE length(lexeme) BETWEEN 3 AND 30 AND lexeme !~ '^[0-9]+$' ORDER BY lexeme
  ON CONFLICT (word) DO NOTHING;
  WITH named AS MATERIALIZED (
    SELECT k.word FROM search_word k JOIN unnest(of_document) AS d ON d.lexeme = k.word
    WHERE NOT k.names AND ('A' = ANY (d.weights) OR 'B' = ANY (d.weights)) ORDER BY k.word FOR UPDATE OF k)
  UPDATE search_word k SET names = true FROM named WHERE k.word = named.word
$$;
