import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';
import { id, instant, page, pageQuery, text } from './common.ts';
import { creatorProfile, handle, pictureKey } from './creator.ts';
import { personaBrief } from './persona-brief.ts';
import { postPicture } from './post-picture.ts';

export { type PostPicture, postPicture } from './post-picture.ts';

/** What a picture shows is told in `alt` to whoever can't see it. */
const pictureOfPost = z.strictObject({
  key: pictureKey,
  alt: z._default(text(LIMITS.pictureAltCharsMax), ''),
});
/** Three line ends and more, also with blanks between them: one empty line is a paragraph, many are a way to fill a page. */
const EMPTY_LINES = /\r?\n(?:[^\S\r\n]*\r?\n){2,}/gu;
const postFields = {
  text: text(LIMITS.postCharsMax).check(z.overwrite((words) => words.replace(EMPTY_LINES, '\n\n'))),
  pictures: z.array(pictureOfPost).check(
    z.maxLength(LIMITS.postPicturesMax),
    z.refine((pictures) => new Set(pictures.map((picture) => picture.key)).size === pictures.length, 'must differ'),
  ),
};
const saysSomething = (post: { text?: string | undefined; pictures?: readonly unknown[] | undefined }): boolean =>
  post.text === undefined || post.pictures === undefined || post.text !== '' || post.pictures.length > 0;

/** `clientPostId` is chosen by the client: sent again with the same one, a post is there once. */
export const createPostRequest = z
  .strictObject({
    clientPostId: id,
    text: z._default(postFields.text, ''),
    pictures: z._default(postFields.pictures, []),
  })
  .check(z.refine(saysSomething, 'must have words or a picture'));
export type CreatePostRequest = z.output<typeof createPostRequest>;
export type CreatePostInput = z.input<typeof createPostRequest>;

/** What is left out stays. */
export const postChanges = z
  .strictObject({ text: z.optional(postFields.text), pictures: z.optional(postFields.pictures) })
  .check(z.refine(saysSomething, 'must have words or a picture'));
export type PostChanges = z.output<typeof postChanges>;
export type PostChangesInput = z.input<typeof postChanges>;

export const post = z.strictObject({
  id,
  personaId: id,
  text: z.string(),
  pictures: z.array(postPicture),
  /** Only for people who confirmed that they are 18 or older. */
  mature: z.boolean(),
  likeCount: z.int(),
  /** By whoever asks. */
  liked: z.boolean(),
  createdAt: instant,
  editedAt: z.nullable(instant),
});
export type Post = z.infer<typeof post>;

/** The newest first. */
export const postsPage = page(post);
export type PostsPage = z.infer<typeof postsPage>;

/** A post on a page of its own. */
export const postPage = z.strictObject({ post, persona: personaBrief });
export type PostPage = z.infer<typeof postPage>;

export const likes = z.strictObject({ liked: z.boolean(), likeCount: z.int() });
export type Likes = z.infer<typeof likes>;

/** An admin's; the reason is told to its creator. */
export const removePostRequest = z.strictObject({ reason: text(LIMITS.reasonCharsMax).check(z.minLength(1)) });
export type RemovePostRequest = z.infer<typeof removePostRequest>;
/** The same for every repetition. */
export const postRemoval = z.strictObject({ postId: id, reason: z.string(), removedAt: instant });
export type PostRemoval = z.infer<typeof postRemoval>;

/** What a persona's page counts, and whether the asking fan is among them. */
export const audience = z.strictObject({ following: z.boolean(), followerCount: z.int(), postCount: z.int() });
export type Audience = z.infer<typeof audience>;

/** What a fan follows, the newest activity first: its newest post, or else when they began to follow it. */
export const libraryItem = z.strictObject({
  persona: personaBrief,
  followedAt: instant,
  lastPostAt: z.nullable(instant),
});
export const libraryPage = page(libraryItem);
export type LibraryItem = z.infer<typeof libraryItem>;
export type LibraryPage = z.infer<typeof libraryPage>;

export const handleParam = z.strictObject({ handle });

/** A creator as everybody meets them. Followers of several of their personas count for each. */
export const creatorFace = z.strictObject({
  ...creatorProfile.shape,
  personaCount: z.int(),
  followerCount: z.int(),
});
export type CreatorFace = z.infer<typeof creatorFace>;

/** Somebody who chatted with, or followed, one of a creator's personas. */
export const creatorFan = z.strictObject({
  userId: id,
  handle: z.string(),
  name: z.string(),
  metAt: instant,
  blockedAt: z.nullable(instant),
});
export type CreatorFan = z.infer<typeof creatorFan>;
/** The newest first; of the blocked ones, those blocked last. */
export const creatorFansPage = page(creatorFan);
export type CreatorFansPage = z.infer<typeof creatorFansPage>;

export const creatorFansQuery = z.strictObject({ ...pageQuery.shape, only: z.optional(z.enum(['blocked'])) });
export type CreatorFansQuery = z.output<typeof creatorFansQuery>;
