import { Injectable } from '@nestjs/common';
import type { PersonaCards } from '@troupe/contracts/http/discovery';
import { UnitOfWork } from '@troupe/database';
import { writeAudit } from '../../../platform/audit/audit-trail.ts';
import { personaNotFound } from '../persona.policy.ts';
import { FeatureRepository } from './feature.repository.ts';
import { GalleryRepository } from './gallery.repository.ts';
import { PresentCardsService } from './present-cards.service.ts';

/** Who stands on the stage is an admin's choice. */
@Injectable()
export class FeaturePersonasService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: FeatureRepository,
    private readonly gallery: GalleryRepository,
    private readonly cards: PresentCardsService,
  ) {}

  /** All of them, whatever the admin hides for themselves. */
  async list(): Promise<PersonaCards> {
    return { items: await this.cards.present(await this.gallery.onStage()) };
  }

  /** Replaces the whole order. Throws `not_found`, and changes nothing, when one of them isn't published. */
  async replace(adminId: string, personaIds: string[]): Promise<PersonaCards> {
    await this.unitOfWork.run('feature-personas', async (tx) => {
      const placed = await this.repository.replace(tx, personaIds);
      if (placed !== personaIds.length) throw personaNotFound();
      await writeAudit(tx, { actorId: adminId, action: 'featured.save', subjectId: adminId, detail: { personaIds } });
    });
    return this.list();
  }
}
