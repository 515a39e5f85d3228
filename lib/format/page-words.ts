import type { FilingView } from "@/lib/services/views/shapes/filing";
import type { MarketView } from "@/lib/services/views/shapes/market";
import type { InsiderView, IssuerView } from "@/lib/services/views/shapes/party";
import { formatDate, newYorkDate } from "./dates";
import { filingTitle } from "./filing-words";
import { formatCount, formatMoney, formatMoneyChange } from "./numbers";
import { UNKNOWN } from "./unknown";
import { countOf } from "./words";

/** What a page says of itself where it is shared: a title, headline figures, and all of it as a sentence. */
export interface PageWords {
  title: string;
  /** Below the title: who, of whom, since when. */
  subtitle: string;
  figures: { label: string; value: string }[];
  description: string;
  fictional: boolean;
}

type Shared = Pick<IssuerView, "totals" | "lastTrade" | "asOf" | "fictional" | "filings">;

/** An issuer's page: net open-market dollars, purchases, sales, last trade. */
export function issuerWords(view: Shared & Pick<IssuerView, "issuer">): PageWords {
  const { issuer } = view;
  const title = [issuer.name ?? `Issuer ${issuer.cik}`, issuer.symbol].filter(Boolean).join(" ");
  return wordsOf(view, title, "Insider trades");
}

/** An insider's page, across issuers. */
export function insiderWords(view: Shared & Pick<InsiderView, "insider" | "issuers">): PageWords {
  const { insider, issuers } = view;
  const at = issuers.slice(0, 3).map((one) => one.symbol ?? one.name ?? `CIK ${one.cik}`);
  const more = issuers.length > at.length ? ` and ${issuers.length - at.length} more` : "";
  return wordsOf(view, insider.name ?? `Insider ${insider.cik}`, `Insider of ${at.join(", ") || "no issuer"}${more}`);
}

function wordsOf(view: Shared, title: string, about: string): PageWords {
  const { totals, lastTrade, asOf, filings, fictional } = view;
  const through = filings[0]?.knownAt ?? null;
  const known = through === null ? "" : `, known through ${formatDate(newYorkDate(through))}`;
  const when = asOf === null ? "" : ` as of ${formatDate(asOf)}`;
  const figures = [
    { label: "Net open market", value: formatMoneyChange(totals.net.value) },
    { label: "Purchases (P)", value: formatMoney(totals.buys.value) },
    { label: "Sales (S)", value: formatMoney(totals.sales.value) },
    { label: "Last trade", value: formatDate(lastTrade) },
  ];
  const subtitle = `${about}${when} · ${countOf(filings.length, "filing")}${known}`;
  return { title, subtitle, figures, description: sentence(figures, subtitle, fictional), fictional };
}

/** A filing's page: the form, its parties, when it was known, its rows. */
export function filingWords(view: Pick<FilingView, "summary" | "isNotYetKnown" | "asOf" | "fictional">): PageWords {
  const { summary, isNotYetKnown, asOf, fictional } = view;
  const title = filingTitle(summary);
  const known = summary.knownAt === null ? UNKNOWN : formatDate(newYorkDate(summary.knownAt));
  if (isNotYetKnown) {
    const subtitle = `Not known by ${formatDate(asOf)}`;
    return { title, subtitle, figures: [], description: sentence([], subtitle, fictional), fictional };
  }
  const figures = [
    { label: "Period", value: formatDate(summary.periodOfReport) },
    { label: "Known", value: known },
    { label: "Rows", value: String(summary.rowCount) },
    { label: "Codes", value: summary.codes.join(" ") || "holdings only" },
  ];
  const subtitle = summary.accession === null ? "No accession number given" : `Accession ${summary.accession}`;
  return { title, subtitle, figures, description: sentence(figures, subtitle, fictional), fictional };
}

/** The market page: how much the ledger holds, and through when. */
export function marketWords({
  counts,
  through,
  fictional,
}: Pick<MarketView, "counts" | "through" | "fictional">): PageWords {
  const figures = [
    { label: "Filings", value: formatCount(counts.filings) },
    { label: "Issuers", value: formatCount(counts.issuers) },
    { label: "Insiders", value: formatCount(counts.insiders) },
    { label: "Known through", value: through === null ? UNKNOWN : formatDate(newYorkDate(through)) },
  ];
  const subtitle = "Forms 3, 4 and 5 as filed, every number traceable to its row";
  return {
    title: "What insiders filed",
    subtitle,
    figures,
    description: sentence(figures, subtitle, fictional),
    fictional,
  };
}

function sentence(figures: PageWords["figures"], subtitle: string, fictional: boolean): string {
  const said = figures.map(({ label, value }) => `${label} ${value}`).join(", ");
  return [fictional ? "Fictional sample market." : null, said === "" ? null : `${said}.`, `${subtitle}.`]
    .filter((words) => words !== null)
    .join(" ");
}
