-- Whether a persona is for adults is part of what a chat knows of it: a change of it counts from the next message on.
DROP TRIGGER "persona_revised" ON "persona";
CREATE TRIGGER "persona_revised" BEFORE UPDATE OF
  slug, creator_id, status, name, hook, description, tags, price_microcoins, base_microcoins, input_rate_microcoins, output_rate_microcoins, hue_degrees, portrait_key,
  personality, scenario, greeting, alternative_greetings, example_dialogue, starters, mature
  ON "persona" FOR EACH ROW EXECUTE FUNCTION persona_revised();
