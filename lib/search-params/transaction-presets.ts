/** A question that the stored columns answer truthfully, as a link. */
export interface Preset {
  label: string;
  /** What it asks, exactly. */
  about: string;
  search: string;
}

export const PRESETS: readonly Preset[] = [
  {
    label: "CEO and CFO purchases",
    about: "Code P by an owner whose title names the chief executive or chief financial officer.",
    search: "code=P&role=ceo,cfo",
  },
  {
    label: "Purchases ≥ $1M",
    about: "Code P with a value of at least $1,000,000.",
    search: "code=P&valueMin=1000000&sort=value",
  },
  {
    label: "Unplanned sales ≥ $1M",
    about: "Code S of at least $1,000,000 whose filing says that no 10b5-1 plan stood behind it.",
    search: "code=S&plan=no&valueMin=1000000&sort=value",
  },
  {
    label: "Holding raised by half or more",
    about: "Purchases that added at least 50 % to the balance of their own line.",
    search: "code=P&deltaMin=50",
  },
  {
    label: "Half of a holding sold or more",
    about: "Sales that took at least 50 % from the balance of their own line.",
    search: "code=S&deltaMax=-50",
  },
  {
    label: "10% owners’ purchases",
    about: "Code P by an owner who ticks 10% owner.",
    search: "code=P&role=ten-percent",
  },
  { label: "Gifts", about: "Code G.", search: "code=G" },
  { label: "Filed late", about: "Rows of filings whose latest row came after its due date.", search: "late=yes" },
  {
    label: "Flagged rows",
    about: "Rows whose price, shares or direction can't be taken at their word.",
    search: "flagged=yes",
  },
  {
    label: "Rows replaced by amendments",
    about: "Rows that a later amendment took out of force.",
    search: "superseded=only",
  },
];
