import { Injectable } from '@nestjs/common';
import type { Conversation } from '@troupe/contracts/http/chat';
import { LIMITS } from '@troupe/contracts/limits';
import { UnitOfWork } from '@troupe/database';
import type { Actor } from '../../platform/auth/actor.ts';
import { newId } from '../../platform/ids/ids.ts';
import { PersonaFacade, requireAdult } from '../persona/index.ts';
import { conversationNotFound, personaBlocked, personaGone } from './chat.errors.ts';
import { toConversation } from './chat.presenter.ts';
import { ChatRepository } from './chat.repository.ts';
import { expandMacros } from './domain/macros.ts';

@Injectable()
export class StartConversationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ChatRepository,
    private readonly personas: PersonaFacade,
  ) {}

  /**
   * Opens a conversation with the persona's greeting in it and its other greetings beside that, or returns one that this fan opened and never used, so that looking in
   * twice leaves no litter. Throws `not_found` for a persona that isn't published, `age_confirmation_required` and `persona_blocked`.
   */
  async start(actor: Actor, personaId: string): Promise<Conversation> {
    const persona = await this.personas.findForChat(personaId, actor.userId);
    if (persona === undefined || persona.deleted) throw personaGone();
    if (!persona.available && persona.creatorId !== actor.userId) throw personaGone();
    if (persona.mature) requireAdult(actor);
    if (persona.blocked) throw personaBlocked();
    const untouched = await this.repository.findUntouchedConversation(personaId, actor.userId);
    const found = untouched && (await this.repository.findOwnConversation(untouched, actor.userId));
    if (found) return toConversation(found, persona);
    const conversationId = newId();
    const macros = {
      char: persona.charName,
      user: actor.name,
      now: new Date(),
      timeZone: 'UTC',
      pickSeed: conversationId,
      randomSeed: conversationId,
    };
    const greetings = [persona.greeting, ...persona.alternativeGreetings]
      .slice(0, LIMITS.alternativesMax)
      .map((text) => ({ id: newId(), content: expandMacros(text, macros) }));
    const id = await this.unitOfWork.run('start-conversation', async (tx) => {
      await this.repository.lockOpening(tx, personaId, actor.userId);
      // Looked for again under the lock: of several calls at once the first opens it and the others find it.
      const opened = await this.repository.findUntouchedIn(tx, personaId, actor.userId);
      if (opened !== undefined) return opened;
      const conversation = { id: conversationId, fanId: actor.userId, fanName: actor.name, personaId };
      const created = await this.repository.insertConversation(tx, conversation, greetings);
      await this.personas.countConversation(tx, personaId, actor.userId);
      return created.id;
    });
    const row = await this.repository.findOwnConversation(id, actor.userId);
    if (row === null) throw conversationNotFound();
    return toConversation(row, persona);
  }
}
