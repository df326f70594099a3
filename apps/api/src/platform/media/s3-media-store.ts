import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { AppError } from '../errors/app-error.ts';
import type { MediaStore } from './media-store.ts';

export interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const TIMEOUT_MS = 10_000;
/** Besides, for what is carried: a slow line of 4 Mbit a second. */
const TIMEOUT_MS_PER_MB = 2_000;
/** After the first attempt, on 5xx and 429 only. */
const RETRIES = 2;

/**
 * A bucket of any S3-compatible store, by path (`endpoint/bucket/path`): names of buckets as subdomains are not there everywhere. The signature covers
 * the content's hash, so a store keeps what was sent or nothing.
 */
export class S3MediaStore implements MediaStore {
  readonly isApart = true;
  private readonly client: AwsClient;
  private readonly base: string;

  constructor(settings: S3Settings) {
    const { accessKeyId, secretAccessKey, region } = settings;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
    this.base = `${settings.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(settings.bucket)}`;
  }

  async put(path: string, bytes: Buffer, contentType: string): Promise<void> {
    const headers = {
      'content-type': contentType,
      'cache-control': path.startsWith('.') ? 'private, no-store' : 'public, max-age=31536000, immutable',
      'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex'),
    };
    const response = await this.send(path, { method: 'PUT', headers, body: new Uint8Array(bytes) }, bytes.length);
    await response.body?.cancel();
    if (!response.ok) throw storeAway(`PUT answered ${response.status}`);
  }

  async read(path: string, sizeBytes = 0): Promise<{ body: Readable; sizeBytes: number | undefined } | undefined> {
    const response = await this.send(path, { method: 'GET' }, sizeBytes);
    if (response.ok && response.body !== null) {
      const length = response.headers.get('content-length');
      return { body: Readable.fromWeb(response.body), sizeBytes: length === null ? undefined : Number(length) };
    }
    await response.body?.cancel();
    // Without the right to list a bucket, what is not there answers 403.
    if (response.status === 404 || response.status === 403) return undefined;
    throw storeAway(`GET answered ${response.status}`);
  }

  async remove(path: string): Promise<void> {
    const response = await this.send(path, { method: 'DELETE' });
    await response.body?.cancel();
    if (!response.ok && response.status !== 404) throw storeAway(`DELETE answered ${response.status}`);
  }

  private async send(path: string, init: RequestInit, sizeBytes = 0): Promise<Response> {
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS + Math.ceil((sizeBytes / 1e6) * TIMEOUT_MS_PER_MB));
      return await this.client.fetch(`${this.base}/${path}`, { ...init, signal });
    } catch (cause) {
      throw storeAway('no answer', cause);
    }
  }
}

const storeAway = (what: string, cause: unknown = new Error(`the store of media: ${what}`)): AppError =>
  new AppError('busy', 'Files can’t be kept or read right now: please try again', undefined, { cause });
