import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTickers, readTickers } from "@/lib/ownership/tickers";

/** Every odd spelling of the real filings and data sets, read by hand. */
const FILED: readonly [filed: string, ...symbols: string[]][] = [
  ["QLYS", "QLYS"],
  ["(SIRI)", "SIRI"],
  ["SHFS)", "SHFS"],
  ["(LASAX", "LASAX"],
  ["'LTRX", "LTRX"],
  ["lunr", "LUNR"],
  ["nick", "NICK"],
  ["NYSE:NYCB", "NYCB"],
  ["NYSE: GLS", "GLS"],
  ["NASDAQ:OPI", "OPI"],
  ["ASX:CRN", "CRN"],
  ["NYSE/TRN", "TRN"],
  ["NTIP-NYSE", "NTIP"],
  ["NYSE American: ABX", "ABX"],
  ["OTC Pink: ABCD", "ABCD"],
  ["ABC (NYSE)", "ABC"],
  ["NYSE: ABC, NASDAQ: ABCW", "ABC", "ABCW"],
  ["AMC,APE", "AMC", "APE"],
  ["AMC/APE", "AMC", "APE"],
  ["AMC APE", "AMC", "APE"],
  ["WLY/WLYB", "WLY", "WLYB"],
  ["WLY, WLYB", "WLY", "WLYB"],
  ["PARAA,PARA", "PARAA", "PARA"],
  ["BCDA;BCDAW", "BCDA", "BCDAW"],
  ["DMA; MSFIX", "DMA", "MSFIX"],
  ["FRG FRGAP", "FRG", "FRGAP"],
  ["Z AND ZG", "Z", "ZG"],
  ["BIO BIOB", "BIO", "BIOB"],
  ["MOGA/MOGB", "MOGA", "MOGB"],
  ["HEI, HEI.A", "HEI", "HEI.A"],
  ["N O G", "NOG"],
  ["GPAC II", "GPAC"],
  ["PGSS.U", "PGSS.U"],
  ["KLR.BC", "KLR.BC"],
  ["GDL.E", "GDL.E"],
  ["ACRG.A.U", "ACRG.A.U"],
  ["MACI U", "MACI.U"],
  ["BRK B", "BRK.B"],
  ["BRK-B", "BRK.B"],
  ["BRK/B", "BRK.B"],
  ["BRK/A/B", "BRK.A", "BRK.B"],
  ["LBRDA/K", "LBRDA", "LBRDK"],
  ["ABR$D", "ABR$D"],
  ["$ABC", "ABC"],
  ["2330.TW", "2330.TW"],
  ["OR", "OR"],
  ["CBOE", "CBOE"],
  ["ABC, N/A", "ABC"],
  ["ABC, ABC", "ABC"],
  ["ABC.", "ABC"],
];

describe("trading symbols", () => {
  it.each(FILED)("%s", (filed, ...symbols) => {
    expect(readTickers(filed)).toEqual({ filed, symbols });
  });

  it.each([
    "none",
    "None",
    "[NONE]",
    "N/A",
    "n/a",
    "NA",
    "N.A.",
    "-",
    "--",
    "not applicable",
    "No ticker",
    "not traded",
  ])("%s says that there is none", (filed) => {
    expect(readTickers(filed)).toEqual({ filed, symbols: [] });
    expect(parseTickers(filed)).toEqual({ value: [], problem: null });
  });

  it.each(["#qefy5cx", "ctb$news20", "1314152", "NASDAQ", "M-6697", "!!"])(
    "%s names no symbol, which is a problem",
    (filed) => {
      expect(readTickers(filed)).toEqual({ filed, symbols: [] });
      expect(parseTickers(filed).problem).toMatchObject({ code: "ticker-malformed", text: filed });
    },
  );

  it("keeps the filed text trimmed, and null when there is none", () => {
    expect(readTickers("  qlys ")).toEqual({ filed: "qlys", symbols: ["QLYS"] });
    expect(readTickers("  ")).toEqual({ filed: null, symbols: [] });
    expect(readTickers(null)).toEqual({ filed: null, symbols: [] });
  });

  it("gives upper-case symbols without spaces, each once, for any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { symbols } = readTickers(text);
        expect(new Set(symbols).size).toBe(symbols.length);
        for (const symbol of symbols) expect(symbol).toMatch(/^[A-Z0-9.$]{1,14}$/);
      }),
    );
  });

  it("reads what it gave back the same", () => {
    for (const [, ...symbols] of FILED)
      for (const symbol of symbols) expect(readTickers(symbol).symbols).toEqual([symbol]);
  });
});
