import type { PersonaContent } from '@troupe/contracts/http/creator-persona';

/** The fields of a persona that a card speaks of; texts may be empty, whoever publishes asks for what is missing. */
export type CardPersona = Pick<
  PersonaContent,
  | 'name'
  | 'hook'
  /** For fans to read: the card's notes of its creator. */
  | 'description'
  /** For the model: the card's description and personality. */
  | 'personality'
  | 'scenario'
  | 'greeting'
  | 'alternativeGreetings'
  | 'exampleDialogue'
  | 'systemPrompt'
  | 'postHistory'
  | 'tags'
  | 'starters'
  /** What `{{char}}` stands for, in place of the name. */
  | 'nickname'
>;
