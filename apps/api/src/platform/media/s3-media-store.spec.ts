import { type S3Server, startS3Server } from '@troupe/test-kit/s3-server';
import { S3MediaStore } from './s3-media-store.ts';

const PATH = 'uploads/0123456789abcdef0123456789abcdef-160.webp';

async function textOf(found: Awaited<ReturnType<S3MediaStore['read']>>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of found?.body ?? []) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}

describe('a bucket as the store of media', () => {
  let server: S3Server;
  let store: S3MediaStore;

  beforeAll(async () => {
    server = await startS3Server();
    store = new S3MediaStore({ ...server, endpoint: `${server.endpoint}/` });
  });
  afterAll(async () => server.close());

  it('keeps what was sent, signed with its content, and gives it back', async () => {
    await store.put(PATH, Buffer.from('a picture'), 'image/webp');
    expect(server.files.get(PATH)).toEqual({ bytes: Buffer.from('a picture'), contentType: 'image/webp' });
    const found = await store.read(PATH);
    expect(found?.sizeBytes).toBe(9);
    expect(await textOf(found)).toBe('a picture');
    expect(server.refusals).toEqual([]);
  });

  it('says of what is not there that it is not', async () => {
    expect(await store.read('uploads/none.webp')).toBeUndefined();
  });

  it('forgets what is removed', async () => {
    await store.put('.cards/1', Buffer.from('a file'), 'application/octet-stream');
    expect(await textOf(await store.read('.cards/1', 6))).toBe('a file');
    for (const _ of ['there', 'gone already']) await store.remove('.cards/1');
    expect(await store.read('.cards/1')).toBeUndefined();
    expect(server.refusals).toEqual([]);
  });

  it('tries again while the store is busy, and then says so', async () => {
    server.failNext(2);
    await store.put(PATH, Buffer.from('at last'), 'image/webp');
    expect(server.files.get(PATH)?.bytes.toString()).toBe('at last');
    server.failNext(10);
    await expect(store.put(PATH, Buffer.from('never'), 'image/webp')).rejects.toMatchObject({ code: 'busy' });
    await expect(store.read(PATH)).rejects.toMatchObject({ code: 'busy' });
    server.failNext(0);
    expect(server.files.get(PATH)?.bytes.toString()).toBe('at last');
  });

  it('is refused with another secret, and throws what can be tried again', async () => {
    const stranger = new S3MediaStore({ ...server, secretAccessKey: 'another' });
    await expect(stranger.put(PATH, Buffer.from('theirs'), 'image/webp')).rejects.toMatchObject({ code: 'busy' });
    expect(server.refusals).toContain('another signature');
  });

  it('throws when nobody is there', async () => {
    const nowhere = new S3MediaStore({ ...server, endpoint: 'http://127.0.0.1:1' });
    await expect(nowhere.read(PATH)).rejects.toMatchObject({ code: 'busy' });
  });
});
