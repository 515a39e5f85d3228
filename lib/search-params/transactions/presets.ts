import { addDays, format } from "date-fns";

/** A question that the stored columns answer truthfully, as a link. */
export interface Preset {
  label: string;
  group: PresetGroup;
  /** What its group's name leaves to say. */
  short: string;
  /** What it asks, exactly. */
  about: string;
  search: string;
  /** Nothing can be told without imported prices. */
  needsPrices?: true;
}

export const PRESET_GROUPS = ["Purchases", "Sales", "Other rows"] as const;

export type PresetGroup = (typeof PRESET_GROUPS)[number];

export const PRESETS: readonly Preset[] = [
  {
    label: "CEO and CFO purchases",
    group: "Purchases",
    short: "CEO and CFO",
    about: "Code P by an owner whose title names the chief executive or chief financial officer.",
    search: "code=P&role=ceo,cfo",
  },
  {
    label: "CEO and CFO purchases ≥ $25k",
    group: "Purchases",
    short: "CEO and CFO ≥ $25k",
    about: "The same with a value of at least $25,000.",
    search: "code=P&role=ceo,cfo&valueMin=25000",
  },
  {
    label: "Purchases ≥ $25k",
    group: "Purchases",
    short: "≥ $25k",
    about: "Code P with a value of at least $25,000, newest first.",
    search: "code=P&valueMin=25000",
  },
  {
    label: "First purchases",
    group: "Purchases",
    short: "first",
    about: "Code P where no owner of the filing had reported a purchase at this issuer before, in this ledger.",
    search: "before=nothing-bought",
  },
  {
    label: "Purchases after a year of sales",
    group: "Purchases",
    short: "after a year of sales",
    about: "Code P where an owner of the filing sold at this issuer in the year before, and none bought.",
    search: "before=year-of-sales",
  },
  {
    label: "Purchases under $5",
    group: "Purchases",
    short: "under $5",
    about: "Code P at a price of at most $5 a share.",
    search: "code=P&priceMax=5",
  },
  {
    label: "Purchases ≥ $1M",
    group: "Purchases",
    short: "≥ $1M",
    about: "Code P in shares (Table I) with a value of at least $1,000,000.",
    search: "code=P&table=1&valueMin=1000000&sort=value",
  },
  {
    label: "Unplanned sales ≥ $1M",
    group: "Sales",
    short: "unplanned ≥ $1M",
    about: "Code S in shares (Table I) of at least $1,000,000 whose filing says that no 10b5-1 plan stood behind it.",
    search: "code=S&plan=no&table=1&valueMin=1000000&sort=value",
  },
  {
    label: "Holding raised by half or more",
    group: "Purchases",
    short: "holding up by half",
    about: "Purchases that added at least 50 % to the balance of their own line.",
    search: "code=P&deltaMin=50",
  },
  {
    label: "Half of a holding sold or more",
    group: "Sales",
    short: "half of a holding or more",
    about: "Sales that took at least 50 % from the balance of their own line.",
    search: "code=S&deltaMax=-50",
  },
  {
    label: "10% owners’ purchases",
    group: "Purchases",
    short: "10% owners",
    about: "Code P by an owner who ticks 10% owner.",
    search: "code=P&role=ten-percent",
  },
  { label: "Gifts", group: "Other rows", short: "gifts", about: "Code G.", search: "code=G" },
  {
    label: "Gifts before a fall",
    group: "Other rows",
    short: "gifts before a fall",
    about:
      "Shares given away (code G, disposed) whose price stood at least 10 % lower 126 trading days after the gift’s day, by imported prices.",
    search: "code=G&direction=D&table=1&fell=10",
    needsPrices: true,
  },
  {
    label: "Filed late",
    group: "Other rows",
    short: "filed late",
    about: "Rows of filings whose latest row came after its due date.",
    search: "late=yes",
  },
  {
    label: "Flagged rows",
    group: "Other rows",
    short: "flagged",
    about: "Rows whose price, shares or direction can't be taken at their word.",
    search: "flagged=yes",
  },
  {
    label: "Rows replaced by amendments",
    group: "Other rows",
    short: "replaced by amendments",
    about: "Rows that a later amendment took out of force.",
    search: "superseded=only",
  },
];

const SPANS: readonly [label: string, days: number][] = [
  ["day", 1],
  ["week", 7],
  ["month", 30],
];

/** The largest trades filed in the days to a day (`YYYY-MM-DD`): the ledger's last, or the one that the page is of. */
export function presetsOfDay(day: string): Preset[] {
  const sides = [
    ["Purchases", "P"],
    ["Sales", "S"],
  ] as const;
  return sides.flatMap(([group, code]) =>
    SPANS.map(([label, days]): Preset => {
      const from = format(addDays(new Date(`${day}T00:00:00`), 1 - days), "yyyy-MM-dd");
      return {
        label: `Top ${group.toLowerCase()} of the ${label}`,
        group,
        short: `top of the ${label}`,
        about: `Code ${code} filed from ${from} to ${day}, the largest first.`,
        search: `code=${code}&filedFrom=${from}&filedTo=${day}&sort=value`,
      };
    }),
  );
}
