import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack } from "tar-stream";
import { ZipFile } from "yazl";
import { openSources } from "@/lib/sources/containers/open-sources";
import type { OpenOptions, SourceItem } from "@/lib/sources/containers/source-item";

export type Files = Readonly<Record<string, string | Buffer>>;

/** A ZIP of the given files, in their order. */
export async function zipOf(files: Files, options: { compress?: boolean } = {}): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, { compress: options.compress ?? true });
  }
  zip.end();
  return collect(zip.outputStream);
}

/** A tar of the given files, in their order. */
export async function tarOf(files: Files): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, Buffer.from(content));
  tar.finalize();
  return collect(tar);
}

export async function collect(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A new folder, gone after `run`. */
export async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "containers-test-"));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Items as short lines: `document a.xml <text>`, `failed a.zip archive-damaged`; paths below `folder` are relative. */
export async function linesOf(paths: string[], folder: string, options: OpenOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const item of openSources(paths, options)) lines.push(lineOf(item).replaceAll(`${folder}/`, ""));
  return lines;
}

function lineOf(item: SourceItem): string {
  switch (item.kind) {
    case "document":
      return `document ${item.file} ${item.bytes.toString("utf8")}${item.sidecar === null ? "" : ` + ${item.sidecar}`}`;
    case "dataset":
      return `dataset ${item.file} ${item.dataset.tables.map((table) => table.table).join(" ")}`;
    case "failed":
      return `failed ${item.file} ${item.error.code}`;
    case "skipped":
      return `skipped ${item.file}`;
  }
}
