import { mediaProblem } from './media-env.ts';

const WHOLE = {
  MEDIA_DIR: '.data/media',
  S3_ENDPOINT: 'http://127.0.0.1:9000',
  S3_BUCKET: 'troupe',
  S3_REGION: 'us-east-1',
  S3_ACCESS_KEY_ID: 'id',
  S3_SECRET_ACCESS_KEY: 'secret',
};

describe('the settings of a bucket', () => {
  it('are all there or none', () => {
    expect(mediaProblem(WHOLE)).toBeUndefined();
    expect(mediaProblem({ MEDIA_DIR: '.data/media', S3_REGION: 'us-east-1' })).toBeUndefined();
  });

  it.each(['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)(
    'name %s when it alone is missing, and no value',
    (name) => {
      const problem = mediaProblem({ ...WHOLE, [name]: undefined });
      expect(problem).toMatch(new RegExp(`^${name}: must be set together with S3_`));
      expect(problem).not.toContain('secret');
    },
  );
});
