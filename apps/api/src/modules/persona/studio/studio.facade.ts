import { Injectable } from '@nestjs/common';
import type {
  OwnPersona,
  OwnPersonasPage,
  PersonaChanges,
  PersonaStep,
  PersonaVersion,
  PersonaVersionsPage,
} from '@troupe/contracts/http/creator-persona';
import { BrowseVersionsService } from './browse-versions.service.ts';
import { CreatePersonaService, type NewPersona } from './create-persona.service.ts';
import { EditPersonaService } from './edit-persona.service.ts';
import { ListOwnService } from './list-own.service.ts';
import { PublishPersonaService } from './publish-persona.service.ts';

interface PageQuery {
  cursor?: string | undefined;
  limit: number;
}

/**
 * Personas as their creators write them. Every verb takes the creator first and answers `not_found` alike for what is somebody else's, what is deleted and
 * what never was. Those that write open a transaction of their own.
 */
@Injectable()
export class StudioFacade {
  constructor(
    private readonly listing: ListOwnService,
    private readonly creating: CreatePersonaService,
    private readonly editing: EditPersonaService,
    private readonly publishing: PublishPersonaService,
    private readonly versions: BrowseVersionsService,
  ) {}

  /** The newest first. */
  async list(creatorId: string, query: PageQuery): Promise<OwnPersonasPage> {
    return this.listing.list(creatorId, query);
  }

  async read(creatorId: string, personaId: string): Promise<OwnPersona> {
    return this.listing.read(creatorId, personaId);
  }

  /** A draft of what there is. Throws `creator_profile_required`, `too_many_personas` and `payload_too_large`. */
  async create(creatorId: string, persona: NewPersona): Promise<OwnPersona> {
    return this.creating.create(creatorId, persona);
  }

  /** Throws `changed_meanwhile`, `validation_failed` for a picture that isn't theirs, and of a published one `persona_not_publishable`. */
  async save(creatorId: string, personaId: string, changes: PersonaChanges): Promise<OwnPersona> {
    return this.editing.save(creatorId, personaId, changes);
  }

  /** Throws `changed_meanwhile` and `persona_not_publishable`. */
  async publish(creatorId: string, personaId: string, step: PersonaStep): Promise<OwnPersona> {
    return this.publishing.publish(creatorId, personaId, step);
  }

  async unpublish(creatorId: string, personaId: string): Promise<OwnPersona> {
    return this.publishing.unpublish(creatorId, personaId);
  }

  /** A draft of the same. Throws `too_many_personas`. */
  async duplicate(creatorId: string, personaId: string): Promise<OwnPersona> {
    return this.creating.duplicate(creatorId, personaId);
  }

  /** Conversations with it stay readable to those who had them. */
  async delete(creatorId: string, personaId: string): Promise<void> {
    await this.editing.delete(creatorId, personaId);
  }

  /** The newest first. */
  async listVersions(creatorId: string, personaId: string, query: PageQuery): Promise<PersonaVersionsPage> {
    return this.versions.list(creatorId, personaId, query);
  }

  async readVersion(creatorId: string, personaId: string, number: number): Promise<PersonaVersion> {
    return this.versions.read(creatorId, personaId, number);
  }

  /** Throws `changed_meanwhile`, and while it is published `persona_not_publishable`. */
  async restoreVersion(creatorId: string, personaId: string, number: number, step: PersonaStep): Promise<OwnPersona> {
    return this.versions.restore(creatorId, personaId, number, step);
  }
}
