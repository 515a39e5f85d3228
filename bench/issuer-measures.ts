import { filerConduct } from "@/lib/analytics/conduct/filer-conduct";
import { findAmendments } from "@/lib/analytics/counting/amendments";
import { inForce } from "@/lib/analytics/counting/in-force";
import { doubleCountMeter, jointEvents, withoutCopies } from "@/lib/analytics/counting/joint-events";
import { conversionsApart, exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { exerciseFlows } from "@/lib/analytics/exercise/exercise-flow";
import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { deltaOwnByRow } from "@/lib/analytics/holdings/delta-own";
import { ledgerAudit } from "@/lib/analytics/holdings/ledger-audit";
import { optionBook } from "@/lib/analytics/holdings/option-book";
import { roster } from "@/lib/analytics/holdings/roster";
import { findSplits } from "@/lib/analytics/holdings/splits";
import { planOfRow } from "@/lib/analytics/plans/plan-of-row";
import { planCards } from "@/lib/analytics/plans/plans";
import { priceBand } from "@/lib/analytics/prices/price-band";
import { flaggedOut, priceFlags } from "@/lib/analytics/prices/price-flags";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { rowsOf } from "@/lib/analytics/rows/filing-order";
import { findClusters } from "@/lib/analytics/signals/clusters";
import { exits } from "@/lib/analytics/signals/exits";
import { gifts } from "@/lib/analytics/signals/gifts";
import { netPurchaseRatio } from "@/lib/analytics/signals/net-purchase-ratio";
import { routineVerdicts } from "@/lib/analytics/signals/routine";
import { tradeSequences } from "@/lib/analytics/signals/sequences";
import { shortSwings } from "@/lib/analytics/signals/short-swing";
import { filingLateness } from "@/lib/analytics/timeliness/lateness";

const AS_OF = "2026-06-30";

/** What the measures of one issuer feed on, each worked out when it is first asked for. */
export class Inputs {
  readonly filings: readonly FilingFacts[];
  readonly #known = new Map<string, unknown>();

  constructor(filings: readonly FilingFacts[]) {
    this.filings = filings;
  }

  get amendments() {
    return this.#once("amendments", () => findAmendments(this.filings));
  }
  get standing() {
    return this.#once("standing", () => inForce(this.filings, null, this.amendments.superseded).filings);
  }
  get events() {
    return this.#once("events", () => jointEvents(this.standing));
  }
  get net() {
    return this.#once("net", () => withoutCopies(this.standing, this.events));
  }
  get rows() {
    return this.#once("rows", () => rowsOf(this.net));
  }
  get flags() {
    return this.#once("flags", () => priceFlags(this.standing));
  }
  get excluded() {
    return this.#once("excluded", () => flaggedOut(this.flags));
  }
  get lines() {
    return this.#once("lines", () => balanceLines(this.standing));
  }
  get splits() {
    return this.#once("splits", () => findSplits(this.lines, this.standing));
  }
  get episodes() {
    return this.#once("episodes", () => exerciseEpisodes(this.net, { asOf: AS_OF }));
  }

  #once<T>(name: string, work: () => T): T {
    if (!this.#known.has(name)) this.#known.set(name, work());
    return this.#known.get(name) as T;
  }
}

interface Measure {
  name: string;
  /** Inputs that other measures give: worked out beforehand, out of the clock. */
  needs: readonly Exclude<keyof Inputs, "filings">[];
  run: (inputs: Inputs) => unknown;
}

/** Every measure of an issuer. Asked in this order, each finds what it needs already worked out. */
export const MEASURES: readonly Measure[] = [
  { name: "amendments", needs: [], run: (of) => of.amendments },
  { name: "rows in force", needs: ["amendments"], run: (of) => of.standing },
  { name: "joint events", needs: ["standing"], run: (of) => [of.events, of.net] },
  { name: "price bands", needs: ["rows"], run: (of) => of.rows.map((row) => priceBand(row)) },
  { name: "price flags", needs: ["standing"], run: (of) => [of.flags, of.excluded] },
  {
    name: "double-count meter",
    needs: ["standing", "excluded", "events"],
    run: (of) => doubleCountMeter(of.standing, of.excluded),
  },
  { name: "balance lines", needs: ["standing"], run: (of) => of.lines },
  { name: "ΔOwn", needs: ["lines"], run: (of) => of.lines.map(deltaOwnByRow) },
  { name: "splits", needs: ["lines"], run: (of) => of.splits },
  { name: "ledger audit", needs: ["lines", "splits"], run: (of) => ledgerAudit(of.lines, of.splits) },
  { name: "option book", needs: ["lines"], run: (of) => optionBook(of.standing, { asOf: AS_OF }, of.lines) },
  { name: "roster", needs: ["lines"], run: (of) => roster(of.standing, of.lines) },
  { name: "exercise episodes", needs: ["net"], run: (of) => of.episodes },
  { name: "conversions", needs: ["net"], run: (of) => conversionsApart(of.net) },
  { name: "exercise flow", needs: ["episodes"], run: (of) => exerciseFlows(of.episodes, of.net) },
  { name: "plan status", needs: ["rows"], run: (of) => of.rows.map(planOfRow) },
  {
    name: "plan cards",
    needs: ["lines", "excluded"],
    run: (of) => planCards(of.standing, { asOf: AS_OF, excluded: of.excluded }),
  },
  { name: "lateness", needs: [], run: (of) => of.filings.map((filing) => filingLateness(filing)) },
  { name: "filer conduct", needs: [], run: (of) => filerConduct(of.filings, { asOf: AS_OF }) },
  {
    name: "clusters",
    needs: ["standing", "excluded", "events"],
    run: (of) => findClusters(of.standing, { excluded: of.excluded }),
  },
  { name: "net purchase ratio", needs: ["rows"], run: (of) => netPurchaseRatio(of.rows, AS_OF) },
  { name: "routine", needs: ["rows"], run: (of) => routineVerdicts(of.rows) },
  { name: "sequences", needs: ["rows"], run: (of) => tradeSequences(of.rows) },
  { name: "short-swing", needs: ["rows"], run: (of) => shortSwings(of.rows) },
  { name: "gifts", needs: ["rows"], run: (of) => gifts(of.rows) },
  { name: "exits", needs: ["standing"], run: (of) => exits(of.standing) },
];

/** All measures over fresh filings, each shared input worked out once, as a refresh of the issuer does. */
export function allMeasures(filings: readonly FilingFacts[]): unknown[] {
  const inputs = new Inputs(filings);
  return MEASURES.map((measure) => measure.run(inputs));
}
