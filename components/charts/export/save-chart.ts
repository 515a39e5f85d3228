import { inXml } from "@/lib/format/drawable";
import { chartPicture } from "./chart-picture";
import type { ChartSource } from "./chart-source";
import { fontRule } from "./font-rule";

/** Pixels of the picture for one of the page. */
const DENSITY = 2;

/** Saves a chart as SVG or PNG; loaded when a reader asks for one. */
export async function saveChart(
  figure: HTMLElement,
  name: string,
  source: ChartSource,
  format: "svg" | "png",
): Promise<void> {
  const { svg, width, height } = chartPicture(figure, name, source);
  const file = `${`${source.title} ${name}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")}.${format}`;
  if (format === "svg") return save(new Blob([textOf(svg)], { type: "image/svg+xml;charset=utf-8" }), file);
  const font = document.createElementNS(svg.namespaceURI, "style");
  font.textContent = await fontRule();
  svg.prepend(font);
  save(await painted(textOf(svg), width, height), file);
}

function textOf(svg: SVGSVGElement): string {
  return inXml(new XMLSerializer().serializeToString(svg));
}

async function painted(text: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * DENSITY;
  canvas.height = height * DENSITY;
  const context = canvas.getContext("2d");
  context?.scale(DENSITY, DENSITY);
  context?.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("The browser made no picture.")) : resolve(blob)),
      "image/png",
    );
  });
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
