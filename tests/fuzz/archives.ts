import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { ZipFile } from "yazl";
import type { CorpusFile } from "./corpus";

type Entry = readonly [name: string, bytes: Buffer];

/** Archives of every kind that is read, one inside another too, holding the files given. */
export async function archivesOf(
  xml: readonly CorpusFile[],
  submissions: readonly CorpusFile[],
): Promise<CorpusFile[]> {
  const entries = [...xml, ...submissions].map(({ name, bytes }, i): Entry => [`${i % 3}/${baseName(name)}`, bytes]);
  const some = entries.slice(0, 3);
  const sidecar: Entry = [
    `${entries[0]?.[0]}.identity.json`,
    Buffer.from('{"issuerCik": "9990001", "filed": "2024-03-05"}'),
  ];
  const zip = await zipOf([...some, sidecar], true);
  const stored = await zipOf(some, false);
  const tar = await tarOf(entries.slice(3, 7));
  const tables: Entry[] = [
    ["q/SUBMISSION.tsv", Buffer.from("ACCESSION_NUMBER\tDOCUMENT_TYPE\n0009990001-24-000001\t4\n")],
    ["q/FOOTNOTES.tsv", Buffer.from("ACCESSION_NUMBER\tFOOTNOTE_ID\tFOOTNOTE_TXT\n0009990001-24-000001\tF1\tn\n")],
  ];
  return [
    { name: "x.zip", bytes: zip },
    { name: "stored.zip", bytes: stored },
    { name: "x.tar", bytes: tar },
    { name: "x.tar.gz", bytes: gzipSync(tar) },
    { name: "x.xml.gz", bytes: gzipSync(xml[0]?.bytes ?? "") },
    { name: "inner.zip", bytes: await zipOf([["in.zip", zip], ["in.tar.gz", gzipSync(tar)], ...some], true) },
    {
      name: "inner.tar",
      bytes: await tarOf([
        ["in.zip", zip],
        ["in.xml.gz", gzipSync(xml[1]?.bytes ?? "")],
      ]),
    },
    { name: "quarter.zip", bytes: await zipOf(tables, true) },
    { name: "quarter.tar", bytes: await tarOf(tables) },
  ];
}

function baseName(path: string): string {
  return path.split("/").at(-1) ?? path;
}

export async function zipOf(entries: readonly Entry[], compress: boolean): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of entries) zip.addBuffer(bytes, name, { compress, mtime: new Date(Date.UTC(2026, 0, 1)) });
  zip.end();
  return collected(zip.outputStream);
}

async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const [name, bytes] of entries) tar.entry({ name, mtime: new Date(Date.UTC(2026, 0, 1)) }, bytes);
  tar.finalize();
  return collected(tar);
}

async function collected(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
