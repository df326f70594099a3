import { type BecomeCreatorRequest, CREATOR_TERMS_VERSION } from '@troupe/contracts/http/creator';
import type { OwnPersona, PersonaChanges } from '@troupe/contracts/http/creator-persona';
import type { Actor } from '@troupe/test-kit/actors';
import sharp from 'sharp';
import type { House } from './boot.ts';

/** A fan who said that they are an adult. */
export async function registerAdult(house: House, name: string): Promise<Actor> {
  const actor = await house.register(name);
  const { token } = await actor.api.account.confirmAdult({ birthDate: '1990-05-05' });
  actor.session.token = token;
  return actor;
}

export async function registerCreator(
  house: House,
  name: string,
  profile: Partial<BecomeCreatorRequest> = {},
): Promise<Actor> {
  const actor = await registerAdult(house, name);
  const { token } = await actor.api.creator.become({ agreedTermsVersion: CREATOR_TERMS_VERSION, ...profile });
  actor.session.token = token;
  return actor;
}

/** All that publishing asks for. */
export const ENOUGH = { hook: 'Keeps the light.', personality: 'You are calm.', greeting: 'Come in, {{user}}.' };

export async function draftOf(
  creator: Actor,
  name: string,
  changes: Partial<PersonaChanges> = {},
): Promise<OwnPersona> {
  const { id, revision } = await creator.api.creator.createPersona({ name });
  return creator.api.creator.savePersona(id, { ...ENOUGH, ...changes, revision });
}

export async function publishedBy(
  creator: Actor,
  name: string,
  changes: Partial<PersonaChanges> = {},
): Promise<OwnPersona> {
  const { id, revision } = await draftOf(creator, name, changes);
  return creator.api.creator.publish(id, { revision });
}

/** A picture as a browser would send it. */
export async function pictureFile(colour: string, width = 400, height = 500): Promise<Blob> {
  const picture = sharp({ create: { width, height, channels: 3, background: colour } });
  return new Blob([new Uint8Array(await picture.png().toBuffer())], { type: 'image/png' });
}

/** The outcome of a call as a word. */
export const outcomeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'allowed',
    (error: { code: string }) => error.code,
  );
