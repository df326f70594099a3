import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';

/** Where files live that people upload. What is there is never another thing under the same name. What lies below a folder with a dot before its name is never served. */
export interface MediaStore {
  /** Writes it whole or not at all; the same again changes nothing. Throws when the store is away. */
  put(path: string, bytes: Buffer, contentType: string): Promise<void>;
  /** Nothing else serves its files. */
  readonly isApart: boolean;
  /** Undefined for what is not there. `sizeBytes`, where it is known, gives a large one the time that it takes. */
  read(path: string, sizeBytes?: number): Promise<{ body: Readable; sizeBytes: number | undefined } | undefined>;
  /** What is not there is gone already. Throws when the store is away. */
  remove(path: string): Promise<void>;
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

  async remove(path: string): Promise<void> {
    await rm(join(this.root, path), { force: true });
  }
}
