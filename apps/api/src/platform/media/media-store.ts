import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';

/** Where uploaded pictures live. Their paths carry a hash of their content: what is there is never another thing under the same name. */
export interface MediaStore {
  /** Writes it whole or not at all; the same again changes nothing. Throws when the store is away. */
  put(path: string, bytes: Buffer, contentType: string): Promise<void>;
  /** Nothing else serves its files. */
  readonly isApart: boolean;
  /** Undefined for what is not there. */
  read(path: string): Promise<{ body: Readable; sizeBytes: number | undefined } | undefined>;
}

/** The media folder, which the web server serves by itself. */
export class DiskMediaStore implements MediaStore {
  readonly isApart = false;
  private readonly root: string;

  constructor(directory: string) {
    this.root = resolve(directory);
  }

  async put(path: string, bytes: Buffer): Promise<void> {
    const file = join(this.root, path);
    const part = `${file}.${randomUUID()}.part`;
    await mkdir(dirname(file), { recursive: true });
    try {
      await writeFile(part, bytes);
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  async read(path: string): Promise<{ body: Readable; sizeBytes: number | undefined } | undefined> {
    try {
      const file = await open(join(this.root, path));
      return { body: file.createReadStream(), sizeBytes: (await file.stat()).size };
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }
}
