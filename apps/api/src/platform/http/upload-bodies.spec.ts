import { PassThrough } from 'node:stream';
import { AppError } from '../errors/app-error.ts';
import { readUpload } from './upload-bodies.ts';

const SECOND_MS = 1_000;

describe('an upload', () => {
  beforeEach(() => {
    import.meta.jest.useFakeTimers();
  });
  afterEach(() => {
    import.meta.jest.useRealTimers();
  });

  const later = (seconds: number) => import.meta.jest.advanceTimersByTimeAsync(seconds * SECOND_MS);
  const read = (body: PassThrough) =>
    readUpload(body, undefined, 100, () => new AppError('payload_too_large', 'too large')).then(
      (bytes) => bytes.toString(),
      ({ code }: AppError) => code,
    );

  it('may be slow', async () => {
    const body = new PassThrough();
    const upload = read(body);
    for (const letter of 'slow') {
      await later(14);
      body.write(letter);
      await later(0);
    }
    await later(14);
    body.end();
    expect(await upload).toBe('slow');
  });

  it.each(['', 'begun'])('is given up when nothing comes any more after %j', async (begun) => {
    const body = new PassThrough();
    const upload = read(body);
    if (begun !== '') body.write(begun);
    await later(16);
    expect(await upload).toBe('upload_stalled');
  });
});
