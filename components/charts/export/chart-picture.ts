import type { ChartSource } from "./chart-source";

/** What of an element's style makes its picture; all else is the page's. */
const STYLES = [
  "display",
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-linejoin",
  "opacity",
  "font-size",
  "font-weight",
  "font-family",
  "text-anchor",
  "vector-effect",
] as const;

const SVG = "http://www.w3.org/2000/svg";
const EDGE = 16;
const TEXT = 12;

interface Picture {
  svg: SVGSVGElement;
  width: number;
  height: number;
}

/**
 * A chart as one SVG that needs no page: its plot and legend with their styles as the reader sees them (the theme too),
 * under a title, over a line that says where it comes from.
 */
export function chartPicture(figure: HTMLElement, name: string, source: ChartSource): Picture {
  const plot = figure.querySelector<HTMLElement>("[data-gutter]");
  const drawing = plot?.querySelector<SVGSVGElement>(":scope > svg");
  if (plot == null || drawing == null) throw new Error("The chart is not drawn yet.");
  const gutter = Number(plot.dataset.gutter);
  const [plotWidth, plotHeight] = [plot.clientWidth, plot.clientHeight];
  const width = EDGE + gutter + plotWidth + EDGE;
  const paper = getComputedStyle(document.documentElement);
  const ink = getComputedStyle(figure).color;
  const svg = element("svg", { xmlns: SVG, width });
  let y = EDGE;
  const say = (words: string, look: Record<string, string | number> = {}) => {
    for (const line of wrapped(words, (width - 2 * EDGE) / (Number(look["font-size"] ?? TEXT) * 0.53))) {
      y += Number(look["font-size"] ?? TEXT) + 3;
      const text = element("text", { x: EDGE, y, fill: ink, "font-size": TEXT, "font-family": FONTS, ...look });
      text.textContent = line;
      svg.append(text);
      y += 2;
    }
  };
  say(`${source.title}: ${name}`, { "font-size": 15, "font-weight": 600 });
  if (source.isFictional)
    say("Fictional sample data: company, people and figures are invented.", { "font-weight": 600 });
  say(figure.querySelector("figcaption > span")?.textContent ?? "");
  y += 8;
  svg.append(placed(styled(drawing), { x: EDGE + gutter, y, width: plotWidth, height: plotHeight }));
  y += plotHeight + 4;
  const legend = figure.querySelector<HTMLElement>(":scope > ul");
  if (legend !== null) y += drawLegend(svg, legend, y, ink);
  say(
    `${location.href.split("#")[0]}, ${new Date().toISOString().slice(0, 10)}. Source: ${source.isFictional ? "invented filings" : "SEC Forms 3, 4 and 5 as filed"}.`,
    {
      "font-size": 10,
    },
  );
  const height = Math.ceil(y + EDGE);
  svg.setAttribute("height", String(height));
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.prepend(element("rect", { width, height, fill: paper.backgroundColor }));
  return { svg, width, height };
}

const FONTS = "Geist, ui-sans-serif, system-ui, sans-serif";

/** The legend where it stands on the page, line by line; its height. */
function drawLegend(svg: SVGSVGElement, legend: HTMLElement, top: number, ink: string): number {
  const origin = legend.getBoundingClientRect();
  for (const item of legend.querySelectorAll("li")) {
    const box = item.getBoundingClientRect();
    const [x, y] = [EDGE + box.left - origin.left, top + box.top - origin.top];
    const mark = item.querySelector<SVGSVGElement>("svg");
    const markWidth = mark === null ? 0 : mark.getBoundingClientRect().width;
    if (mark !== null) {
      const { width, height } = mark.getBoundingClientRect();
      svg.append(placed(styled(mark), { x, y: y + 2, width, height }));
    }
    const look = {
      x: x + markWidth + (mark === null ? 0 : 6),
      y: y + 12,
      fill: ink,
      "font-size": 11,
      "font-family": FONTS,
    };
    const text = element("text", look);
    text.textContent = labelOf(item);
    svg.append(text);
  }
  return origin.height + 6;
}

/** An entry's words, without the letter that its mark may show. */
function labelOf(item: Element): string {
  const words = [...item.childNodes].filter((node) => !(node instanceof SVGElement));
  return words.map((node) => node.textContent).join("");
}

/** A copy with its styles written down; what is not shown is left out, and a link becomes a group with its words. */
function styled<T extends Element>(original: T): T {
  const copy = original.tagName === "a" ? linkGroup(original) : bareCopy(original);
  for (const child of original.childNodes) {
    if (child instanceof Element) {
      if (getComputedStyle(child).display !== "none") copy.append(styled(child));
    } else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
  }
  return copy as T;
}

function bareCopy(original: Element): Element {
  const copy = original.cloneNode(false) as Element;
  copy.removeAttribute("class");
  copy.removeAttribute("style");
  if (original.tagName === "svg" || original.tagName === "g") {
    // Each shape inside has its own style written down; what a group says of the page's colours means nothing outside.
    for (const name of STYLES) copy.removeAttribute(name);
    return copy;
  }
  const style = getComputedStyle(original);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    const isPaint = name === "fill" || name === "stroke";
    if (value !== "" && value !== "normal" && value !== "auto" && (isPaint || value !== "none")) {
      copy.setAttribute(name, value);
    }
  }
  if (original.tagName === "text") copy.setAttribute("font-family", FONTS);
  return copy;
}

function linkGroup(link: Element): Element {
  const group = element("g", {});
  const title = element("title", {});
  title.textContent = link.getAttribute("aria-label");
  group.append(title);
  return group;
}

function placed<T extends SVGElement>(drawing: T, place: Record<string, number>): T {
  for (const [name, value] of Object.entries(place)) drawing.setAttribute(name, String(value));
  return drawing;
}

function element<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") made.setAttribute(key, String(value));
  return made;
}

/** Lines of at most so many letters. */
function wrapped(words: string, letters: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(/\s+/).filter(Boolean)) {
    if (line !== "" && line.length + word.length + 1 > letters) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}
