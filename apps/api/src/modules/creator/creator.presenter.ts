import type { CreatorProfile } from '@troupe/contracts/http/creator';
import { imagesOf } from '../../platform/media/picture-shapes.ts';
import type { CreatorRow } from './creator.repository.ts';

export function toProfile({ createdAt, ...row }: CreatorRow): CreatorProfile {
  return { ...row, picture: imagesOf(row.pictureKey), createdAt: createdAt.toISOString() };
}
