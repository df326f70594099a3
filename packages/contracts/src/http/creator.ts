import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';
import { displayName, text } from './common.ts';
import { image } from './persona-brief.ts';
import { publicAddress } from './public-address.ts';
import { id, instant } from './wire.ts';

/** The terms that creators agree to; a new version is a new date. */
export const CREATOR_TERMS_VERSION = '2026-11-01';

/** Small letters, digits and underscores; everybody has one, and no two the same. */
export const handle = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.minLength(LIMITS.handleCharsMin),
    z.maxLength(LIMITS.handleCharsMax),
    z.regex(/^[a-z0-9_]+$/, 'must be small letters, digits and underscores'),
    z.regex(/[a-z0-9]/, 'must have a letter or a digit'),
  );

export const creatorLink = z.strictObject({ label: displayName(40), url: publicAddress });
export type CreatorLink = z.infer<typeof creatorLink>;

/** What `POST /creator/images` answered with as `key`. */
export const pictureKey = z
  .string()
  .check(z.regex(/^uploads\/[0-9a-f]{32}$/, 'must be the key of an uploaded picture'));

const profileFields = {
  displayName: displayName(LIMITS.nameCharsMax),
  bio: text(LIMITS.bioCharsMax),
  links: z.array(creatorLink).check(z.maxLength(LIMITS.linksMax)),
  pictureKey: z.nullable(pictureKey),
};

/**
 * Becoming a creator. Left out, handle and name stay what they are for the fan. That they are an adult was confirmed before
 * (`POST /account/adult`). Sent again, it changes what it names.
 */
export const becomeCreatorRequest = z.strictObject({
  handle: z.optional(handle),
  displayName: z.optional(profileFields.displayName),
  bio: z.optional(profileFields.bio),
  links: z.optional(profileFields.links),
  pictureKey: z.optional(profileFields.pictureKey),
  agreedTermsVersion: z.string().check(z.maxLength(40)),
});
export type BecomeCreatorRequest = z.infer<typeof becomeCreatorRequest>;

/** What is left out stays. */
export const creatorProfileChanges = z.strictObject({
  handle: z.optional(handle),
  displayName: z.optional(profileFields.displayName),
  bio: z.optional(profileFields.bio),
  links: z.optional(profileFields.links),
  pictureKey: z.optional(profileFields.pictureKey),
});
export type CreatorProfileChanges = z.infer<typeof creatorProfileChanges>;

/** Public. */
export const creatorProfile = z.strictObject({
  userId: id,
  handle: z.string(),
  displayName: z.string(),
  bio: z.string(),
  links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
  /** Null without one. */
  pictureKey: z.nullable(z.string()),
  picture: z.array(image),
  createdAt: instant,
});
export type CreatorProfile = z.infer<typeof creatorProfile>;

/** `token` replaces the caller's access token: it says that they are a creator. */
export const creatorWelcome = z.strictObject({
  profile: creatorProfile,
  token: z.string(),
  tokenExpiresInSeconds: z.int(),
});
export type CreatorWelcome = z.infer<typeof creatorWelcome>;

/** Width to height: 4 to 5 for personas, 1 to 1 for people, and as it is for posts. */
export const pictureShape = z.enum(['portrait', 'square', 'free']);
export type PictureShape = z.infer<typeof pictureShape>;

const pixels = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(100_000));

/**
 * Query of an upload, whose body is the picture itself (image/jpeg, image/png or image/webp). The crop is in pixels of the picture as it is seen, all
 * four or none; without one its most interesting part is taken.
 */
export const pictureUploadQuery = z
  .strictObject({
    shape: z._default(pictureShape, 'portrait'),
    left: z.optional(pixels),
    top: z.optional(pixels),
    width: z.optional(pixels),
    height: z.optional(pixels),
  })
  .check(
    z.refine(({ left, top, width, height }) => {
      const given = [left, top, width, height].filter((side) => side !== undefined);
      return given.length === 0 || given.length === 4;
    }, 'left, top, width and height belong together'),
  );
export type PictureUploadQuery = z.infer<typeof pictureUploadQuery>;

/** Why a picture was not taken: `details.reason` of `picture_refused`. */
export const pictureRefusal = z.enum(['not_a_picture', 'broken', 'too_many_pixels', 'too_small', 'crop_outside']);
export type PictureRefusal = z.infer<typeof pictureRefusal>;

/** `key` is what a profile or a persona names it by. */
export const picture = z.strictObject({
  key: pictureKey,
  shape: pictureShape,
  widthPx: z.int(),
  heightPx: z.int(),
  /** OKLCH hue of what it mostly shows. */
  hueDegrees: z.number(),
  images: z.array(image),
});
export type Picture = z.infer<typeof picture>;
