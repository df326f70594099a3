import {
  audience,
  type CreatePostInput,
  creatorFace,
  creatorFansPage,
  libraryPage,
  likes,
  type PostChangesInput,
  post,
  postPage,
  postRemoval,
  postsPage,
  type RemovePostRequest,
} from '@troupe/contracts/http/community';
import { type ReportRequest, reportReceipt } from '@troupe/contracts/http/moderation';
import { galleryPage } from '@troupe/contracts/http/persona';
import type { PageOptions } from './page-options.ts';
import type { CallOptions, Transport } from './transport.ts';

/** Posts of personas, and who follows whom. */
export function communityRoutes(send: Transport) {
  const ofPersona = (personaId: string, what: string) => `/personas/${encodeURIComponent(personaId)}/${what}`;
  const onePost = (id: string) => `/posts/${encodeURIComponent(id)}`;
  const oneFan = (userId: string) => `/creator/fans/${encodeURIComponent(userId)}/block`;
  const profile = (handle: string) => `/profiles/${encodeURIComponent(handle)}`;
  return {
    posts: (personaId: string, { signal, ...query }: PageOptions = {}) =>
      send({ method: 'GET', path: ofPersona(personaId, 'posts'), query, answer: postsPage, signal }),
    /** Sent again with the same `clientPostId`, it is there once. */
    createPost: (personaId: string, body: CreatePostInput, options?: CallOptions) =>
      send({ method: 'POST', path: ofPersona(personaId, 'posts'), body, answer: post, ...options }),
    post: (id: string, options?: CallOptions) =>
      send({ method: 'GET', path: onePost(id), answer: postPage, ...options }),
    changePost: (id: string, body: PostChangesInput, options?: CallOptions) =>
      send({ method: 'PATCH', path: onePost(id), body, answer: post, ...options }),
    deletePost: (id: string, options?: CallOptions) => send({ method: 'DELETE', path: onePost(id), ...options }),
    /** Hands a copy of it to the admins; a repetition is answered like the first. */
    reportPost: (id: string, body: ReportRequest, options?: CallOptions) =>
      send({ method: 'POST', path: `${onePost(id)}/report`, body, answer: reportReceipt, ...options }),
    like: (id: string, options?: CallOptions) =>
      send({ method: 'PUT', path: `${onePost(id)}/like`, answer: likes, ...options }),
    unlike: (id: string, options?: CallOptions) =>
      send({ method: 'DELETE', path: `${onePost(id)}/like`, answer: likes, ...options }),
    audience: (personaId: string, options?: CallOptions) =>
      send({ method: 'GET', path: ofPersona(personaId, 'follow'), answer: audience, ...options }),
    follow: (personaId: string, options?: CallOptions) =>
      send({ method: 'POST', path: ofPersona(personaId, 'follow'), answer: audience, ...options }),
    unfollow: (personaId: string, options?: CallOptions) =>
      send({ method: 'DELETE', path: ofPersona(personaId, 'follow'), answer: audience, ...options }),
    /** What the caller follows, the newest activity first. */
    library: ({ signal, ...query }: PageOptions = {}) =>
      send({ method: 'GET', path: '/library', query, answer: libraryPage, signal }),
    /** A creator's public face. */
    creator: (handle: string, options?: CallOptions) =>
      send({ method: 'GET', path: profile(handle), answer: creatorFace, ...options }),
    personasOf: (handle: string, { signal, ...query }: PageOptions = {}) =>
      send({ method: 'GET', path: `${profile(handle)}/personas`, query, answer: galleryPage, signal }),
    /** Whom the caller's personas have met. */
    fans: ({ signal, ...query }: PageOptions & { only?: 'blocked' | undefined } = {}) =>
      send({ method: 'GET', path: '/creator/fans', query, answer: creatorFansPage, signal }),
    blockFan: (userId: string, options?: CallOptions) => send({ method: 'PUT', path: oneFan(userId), ...options }),
    unblockFan: (userId: string, options?: CallOptions) => send({ method: 'DELETE', path: oneFan(userId), ...options }),
  };
}

/** For admins. */
export function adminPostRoutes(send: Transport) {
  return {
    /** For good; its creator is told the reason. A repetition is answered with what stands. */
    removePost: (id: string, body: RemovePostRequest, options?: CallOptions) =>
      send({
        method: 'POST',
        path: `/admin/posts/${encodeURIComponent(id)}/remove`,
        body,
        answer: postRemoval,
        ...options,
      }),
  };
}
