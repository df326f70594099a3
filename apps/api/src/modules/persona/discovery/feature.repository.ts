import { Injectable } from '@nestjs/common';
import type { Tx } from '@troupe/database';

/** The stage's order, which is a column of the listing. */
@Injectable()
export class FeatureRepository {
  /** Puts exactly these on the stage, in this order; answers how many of them are published and so could be. */
  async replace(tx: Pick<Tx, '$executeRaw'>, personaIds: readonly string[]): Promise<number> {
    // Two admins at once: the later order counts as a whole.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('featured', 0))`;
    await tx.$executeRaw`UPDATE persona_listing SET featured_position = NULL WHERE featured_position IS NOT NULL`;
    return tx.$executeRaw`
      UPDATE persona_listing l SET featured_position = asked.place
      FROM unnest(${[...personaIds]}::uuid[]) WITH ORDINALITY AS asked(id, place) WHERE l.persona_id = asked.id AND l.listed`;
  }
}
