import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A bucket in memory that speaks the part of S3's protocol that keeps and gives files, and checks every signature. */
export interface S3Server {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** By path below the bucket. */
  files: Map<string, { bytes: Buffer; contentType: string | undefined }>;
  /** Why requests were turned away, in their order. */
  refusals: string[];
  /** Answers so many requests with 503 before it goes on. */
  failNext(times: number): void;
  close(): Promise<void>;
}

const BUCKET = 'troupe-test';
const REGION = 'eu-test-1';
const ACCESS_KEY_ID = 'TESTKEY';
const SECRET = 'a-secret-that-is-used-in-tests-only';
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

export async function startS3Server(): Promise<S3Server> {
  const files: S3Server['files'] = new Map();
  const refusals: string[] = [];
  let failures = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const bytes = await bodyOf(request);
      if (failures > 0) {
        failures -= 1;
        return response.writeHead(503).end();
      }
      const problem = signatureProblem(request, bytes);
      if (problem !== undefined) {
        refusals.push(problem);
        return response.writeHead(403).end();
      }
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://s3').pathname);
      if (!path.startsWith(`/${BUCKET}/`)) return response.writeHead(404).end();
      const key = path.slice(BUCKET.length + 2);
      if (request.method === 'PUT') {
        files.set(key, { bytes, contentType: request.headers['content-type'] });
        return response.writeHead(200).end();
      }
      if (request.method === 'DELETE') {
        files.delete(key);
        return response.writeHead(204).end();
      }
      const file = files.get(key);
      return file === undefined
        ? response.writeHead(404).end()
        : response.writeHead(200, { 'content-length': file.bytes.length }).end(file.bytes);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket: BUCKET,
    region: REGION,
    accessKeyId: ACCESS_KEY_ID,
    secretAccessKey: SECRET,
    files,
    refusals,
    failNext: (times) => {
      failures = times;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

/** Signature Version 4, as AWS' "Authenticating Requests (AWS Signature Version 4)" describes it for the Authorization header. */
function signatureProblem(request: IncomingMessage, bytes: Buffer): string | undefined {
  const match = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
    request.headers.authorization ?? '',
  );
  const [, credential = '', signedHeaders = '', signature] = match ?? [];
  if (signature === undefined) return 'no signature';
  const [keyId, day = '', region = '', service = ''] = credential.split('/');
  if (keyId !== ACCESS_KEY_ID || region !== REGION || service !== 's3') return 'another credential';
  const header = (name: string): string => String(request.headers[name] ?? '');
  const contentHash = header('x-amz-content-sha256');
  if (request.method === 'PUT' && contentHash !== sha256(bytes)) return 'the content is not what was signed';
  const url = new URL(request.url ?? '/', 'http://s3');
  const names = signedHeaders.split(';');
  const canonical = [
    ...[request.method, url.pathname, url.search.slice(1)],
    ...names.map((name) => `${name}:${header(name).trim()}`),
    ...['', signedHeaders, contentHash],
  ].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', header('x-amz-date'), scope, sha256(canonical)].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${SECRET}`);
  return hmac(key, toSign).toString('hex') === signature ? undefined : 'another signature';
}
