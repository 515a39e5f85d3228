import { ImageResponse } from "next/og";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ShareCard } from "@/components/share/share-card";
import { drawable } from "@/lib/format/drawable";
import { shareFonts } from "@/lib/http/pages/share-image";

/** Every code point up to the currency signs and a little past. */
const EVERYTHING = Array.from({ length: 0x2300 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .join("");

describe("the picture of a page", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is drawn with the fonts of this machine alone: nothing is fetched for any character", async () => {
    const fetched = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("no network"));
    const letters = drawable(`${EVERYTHING} 株式会社 🚀 العربية ﬁ \u0301`, 5000);
    const image = new ImageResponse(
      <div style={{ display: "flex", flexDirection: "column", fontFamily: "Geist" }}>
        <div style={{ display: "flex", flexWrap: "wrap" }}>{letters}</div>
        <div style={{ display: "flex", flexWrap: "wrap", fontWeight: 600 }}>{letters}</div>
        <ShareCard
          title="株式会社 Ålesund 🚀 Holdings"
          subtitle="Insider of ÅÄÖ · 1 filing"
          figures={[{ label: "Net open market", value: "−$152,750.75" }]}
          fictional
        />
      </div>,
      { width: 1200, height: 630, fonts: shareFonts() },
    );
    const bytes = new Uint8Array(await image.arrayBuffer());
    expect([...bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    // The renderer's own WebAssembly is a data: address; anything else would leave the machine.
    const asked = fetched.mock.calls.map(([address]) => String(address).slice(0, 80));
    expect(asked.filter((address) => !address.startsWith("data:"))).toEqual([]);
  });

  it("says “?” for what the font lacks, and cuts what is too long", () => {
    expect(drawable("株式 Ålesund 🚀", 40)).toBe("?? Ålesund ?");
    expect(drawable("Brăila Ĕ ﬁ", 40)).toBe("Brăila E f");
    expect(drawable("−$1,000.00 · “a” – b — c…", 40)).toBe("−$1,000.00 · “a” – b — c…");
    expect(drawable("abcdef ghij", 8)).toBe("abcdef…");
    expect(drawable("two\n  lines", 40)).toBe("two lines");
  });
});
