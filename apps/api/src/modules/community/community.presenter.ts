import type { Post } from '@troupe/contracts/http/community';
import { imagesOf } from '../../platform/media/picture-shapes.ts';
import type { PostRow } from './post.repository.ts';

export function toPost({ createdAt, editedAt, pictures, ...row }: PostRow): Post {
  return {
    ...row,
    pictures: pictures.map((picture) => ({ ...picture, images: imagesOf(picture.key) })),
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  };
}
