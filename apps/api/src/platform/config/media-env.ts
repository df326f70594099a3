import { z } from 'zod';

const key = z.string().regex(/^[\x21-\x7e]{1,500}$/, 'must be printable ASCII without spaces');

/** Where pictures are kept. With a bucket, uploads go there; the seed's portraits stay in the folder. */
export const mediaShape = {
  /** Rendered portraits and, without a bucket, uploads. */
  MEDIA_DIR: z.string().default('.data/media'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'must be a region')
    .default('us-east-1'),
  S3_ACCESS_KEY_ID: key.optional(),
  S3_SECRET_ACCESS_KEY: key.optional(),
};

type MediaEnv = z.infer<z.ZodObject<typeof mediaShape>>;

const TOGETHER = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** What is wrong with the variables taken together, beginning with the name of the one to change; undefined when nothing is. */
export function mediaProblem(env: MediaEnv): string | undefined {
  const missing = TOGETHER.find((name) => env[name] === undefined);
  const set = TOGETHER.find((name) => env[name] !== undefined);
  return missing === undefined || set === undefined ? undefined : `${missing}: must be set together with ${set}`;
}
