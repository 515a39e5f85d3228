import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { errorRecord, LedgerError } from "@/lib/errors";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** What a cached answer came with, for asking whether it has changed. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
  /** Milliseconds since 1970. */
  checkedAt: number;
}

/**
 * Answers of EDGAR on disk, gzipped. Files take their names only when they are whole, so a kill leaves at most a scratch
 * file; one that was damaged since is dropped and fetched again.
 */
export class DiskCache {
  constructor(readonly folder: string) {}

  path(key: string): string {
    return join(this.folder, ...key.split("/"));
  }

  /** The unpacked bytes under a key, or null. */
  async read(key: string): Promise<Buffer | null> {
    const path = `${this.path(key)}.gz`;
    let packed: Buffer;
    try {
      packed = await readFile(path);
    } catch (cause) {
      if (isMissing(cause)) return null;
      throw unusable(path, cause);
    }
    try {
      return await unpack(packed);
    } catch {
      await this.drop(key);
      return null;
    }
  }

  async write(key: string, bytes: Uint8Array): Promise<void> {
    await this.put(`${this.path(key)}.gz`, await pack(bytes));
  }

  async drop(key: string): Promise<void> {
    await rm(`${this.path(key)}.gz`, { force: true });
    await rm(`${this.path(key)}.json`, { force: true });
  }

  async readValidators(key: string): Promise<Validators | null> {
    try {
      const text = await readFile(`${this.path(key)}.json`, "utf8");
      const { etag = null, lastModified = null, checkedAt = 0 }: Partial<Validators> = JSON.parse(text);
      return { etag, lastModified, checkedAt };
    } catch {
      return null;
    }
  }

  /** Always after the body that they belong to: a kill between the two leaves a newer body with older validators. */
  async writeValidators(key: string, validators: Validators): Promise<void> {
    await this.put(`${this.path(key)}.json`, JSON.stringify(validators));
  }

  /** A scratch file beside a key's place, for bodies that are written as they arrive; `keep` gives it its name. */
  async scratch(key: string): Promise<{ path: string; keep: () => Promise<void>; drop: () => Promise<void> }> {
    const path = this.path(key);
    const scratch = `${path}.${randomUUID()}.part`;
    await this.makeFolder(path);
    return {
      path: scratch,
      keep: () => rename(scratch, path),
      drop: () => rm(scratch, { force: true }),
    };
  }

  async has(key: string): Promise<boolean> {
    try {
      return (await stat(this.path(key))).isFile();
    } catch {
      return false;
    }
  }

  private async put(path: string, content: string | Uint8Array): Promise<void> {
    const scratch = `${path}.${randomUUID()}.part`;
    await this.makeFolder(path);
    try {
      await writeFile(scratch, content);
      await rename(scratch, path);
    } catch (cause) {
      await rm(scratch, { force: true });
      throw unusable(path, cause);
    }
  }

  private async makeFolder(path: string): Promise<void> {
    try {
      await mkdir(dirname(path), { recursive: true });
    } catch (cause) {
      throw unusable(path, cause);
    }
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}

function unusable(path: string, cause: unknown): LedgerError {
  return new LedgerError("edgar-cache-unusable", `The cache can't be used: ${errorRecord(cause).message}`, {
    place: { file: path },
    advice: "Check the disk, or set EDGAR_CACHE to a folder that may be written.",
    cause,
  });
}
