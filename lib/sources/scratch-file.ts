import { randomBytes } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * An empty temporary file, open for reading and writing, that already has no name: the system frees it when the
 * handle closes or the process ends in whatever way, so nothing is left behind even by `kill -9`.
 */
export async function openScratchFile(folder: string = tmpdir()): Promise<FileHandle> {
  const path = join(folder, `insider-ledger-${process.pid}-${randomBytes(8).toString("hex")}.tmp`);
  const handle = await open(path, "wx+", 0o600);
  try {
    await unlink(path);
  } catch (error) {
    await handle.close();
    throw error;
  }
  return handle;
}
