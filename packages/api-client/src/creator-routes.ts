import {
  type BecomeCreatorRequest,
  type CreatorProfileChanges,
  creatorProfile,
  creatorWelcome,
  type PictureShape,
  picture,
} from '@troupe/contracts/http/creator';
import {
  type CreatePersonaRequest,
  ownPersona,
  ownPersonasPage,
  type PersonaChanges,
  type PersonaStep,
  personaVersion,
  personaVersionsPage,
} from '@troupe/contracts/http/creator-persona';
import { lorebookRoutes } from './lorebook-routes.ts';
import type { PageOptions } from './page-options.ts';
import type { CallOptions, Transport } from './transport.ts';

/** Ten megabytes over a telephone. */
const UPLOAD_TIMEOUT_MS = 60_000;

export interface PictureUploadOptions extends CallOptions {
  shape?: PictureShape;
  /** In pixels of the picture as it is seen. */
  crop?: { left: number; top: number; width: number; height: number };
}

/** The studio of whoever calls; of others only the public profile. */
export function creatorRoutes(send: Transport) {
  const one = (id: string) => `/creator/persona/${encodeURIComponent(id)}`;
  const step = (id: string, what: string, body: PersonaStep | undefined, options?: CallOptions) =>
    send({ method: 'POST', path: `${one(id)}/${what}`, body, answer: ownPersona, ...options });
  return {
    /** Becomes a creator; the answer has a new access token. Sent again, it agrees to new terms. */
    become: (body: BecomeCreatorRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/creator/profile', body, answer: creatorWelcome, ...options }),
    changeProfile: (body: CreatorProfileChanges, options?: CallOptions) =>
      send({ method: 'PATCH', path: '/creator/profile', body, answer: creatorProfile, ...options }),
    profile: (userId: string, options?: CallOptions) =>
      send({
        method: 'GET',
        path: `/creator/profile/${encodeURIComponent(userId)}`,
        answer: creatorProfile,
        ...options,
      }),
    /** The newest first. */
    personas: ({ signal, ...query }: PageOptions = {}) =>
      send({ method: 'GET', path: '/creator/personas', query, answer: ownPersonasPage, signal }),
    createPersona: (body: CreatePersonaRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/creator/persona', body, answer: ownPersona, ...options }),
    persona: (id: string, options?: CallOptions) =>
      send({ method: 'GET', path: one(id), answer: ownPersona, ...options }),
    /** What is left out stays; `changed_meanwhile` when it was saved since `revision`. */
    savePersona: (id: string, body: PersonaChanges, options?: CallOptions) =>
      send({ method: 'PATCH', path: one(id), body, answer: ownPersona, ...options }),
    /** `persona_not_publishable` has the problems in its details. */
    publish: (id: string, body: PersonaStep, options?: CallOptions) => step(id, 'publish', body, options),
    unpublish: (id: string, options?: CallOptions) => step(id, 'unpublish', undefined, options),
    /** A draft of the same. */
    duplicate: (id: string, options?: CallOptions) => step(id, 'duplicate', undefined, options),
    deletePersona: (id: string, options?: CallOptions) => send({ method: 'DELETE', path: one(id), ...options }),
    /** The newest first. */
    versions: (id: string, { signal, ...query }: PageOptions = {}) =>
      send({ method: 'GET', path: `${one(id)}/versions`, query, answer: personaVersionsPage, signal }),
    version: (id: string, number: number, options?: CallOptions) =>
      send({ method: 'GET', path: `${one(id)}/versions/${number}`, answer: personaVersion, ...options }),
    restore: (id: string, number: number, body: PersonaStep, options?: CallOptions) =>
      step(id, `versions/${number}/restore`, body, options),
    /** A JPEG, PNG or WebP of up to 10 MB; its key goes onto a profile or a persona. */
    uploadPicture: (file: Blob, { shape, crop, ...options }: PictureUploadOptions = {}) =>
      send({
        method: 'POST',
        path: '/creator/images',
        query: { shape, ...crop },
        file,
        timeoutMs: UPLOAD_TIMEOUT_MS,
        answer: picture,
        ...options,
      }),
    ...lorebookRoutes(send),
  };
}
