import type { Post } from '@troupe/contracts/http/community';
import { imagesOf } from '../../platform/media/picture-shapes.ts';
import type { PostRow } from './post.repository.ts';

const EXCERPT_CHARS_MAX = 140;

/** The beginning of a post, on one line. */
export function excerptOf(text: string): string {
  const line = [...text.replace(/\s+/gu, ' ').trim()];
  return line.length > EXCERPT_CHARS_MAX ? `${line.slice(0, EXCERPT_CHARS_MAX - 1).join('')}…` : line.join('');
}

export function toPost({ createdAt, editedAt, pictures, ...row }: PostRow): Post {
  return {
    ...row,
    pictures: pictures.map((picture) => ({ ...picture, images: imagesOf(picture.key) })),
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  };
}
