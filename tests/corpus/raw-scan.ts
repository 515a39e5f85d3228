/**
 * An independent reading of a filing's raw text, by regular expressions only. It shares nothing with the parser that it
 * checks: every leaf text and every footnote reference becomes one line that says where it stands.
 */
const TAG = /<(\/?)([A-Za-z0-9]+)((?:\s[^<>]*?)?)(\/?)>([^<]*)/g;

const ROWS: Readonly<Record<string, string>> = {
  nonDerivativeTransaction: "t1-tx",
  nonDerivativeHolding: "t1-h",
  derivativeTransaction: "t2-tx",
  derivativeHolding: "t2-h",
};
const COUNTED: Readonly<Record<string, string>> = { ...ROWS, reportingOwner: "owner", ownerSignature: "signature" };
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text
    .replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (all, hex, decimal, name) => {
      if (name !== undefined) return ENTITIES[name] ?? all;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    })
    .trim();
}

/** Lines like `t1-tx2/transactionShares = 782`, `t1-tx2/transactionCode ^ F1`, `footnote F1 = …`, in filed order. */
export function scanRaw(xml: string): string[] {
  const text = xml.replace(/\r\n?/g, "\n").replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "");
  const lines: string[] = [];
  const open: string[] = [];
  const counts = new Map<string, number>();
  let place = "";
  for (const [, slash, name = "", attributes = "", selfClosing, after = ""] of text.matchAll(TAG)) {
    const label = COUNTED[name];
    if (slash === "/") {
      open.pop();
      if (label !== undefined) place = "";
      continue;
    }
    if (label !== undefined) {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      place = `${label}${counts.get(label)}/`;
    }
    const line = lineOf(name, open.at(-1) ?? "", attributes, after);
    if (line !== null) lines.push(name === "footnote" ? line : place + line);
    if (selfClosing !== "/") open.push(name);
  }
  return lines;
}

function lineOf(name: string, parent: string, attributes: string, after: string): string | null {
  const id = /id="([^"]*)"/.exec(attributes)?.[1];
  if (name === "footnoteId") return `${parent === "transactionCoding" ? "transactionCode" : parent} ^ ${id}`;
  const words = decoded(after);
  if (words === "") return null;
  return name === "footnote" ? `footnote ${id} = ${words}` : `${name === "value" ? parent : name} = ${words}`;
}
