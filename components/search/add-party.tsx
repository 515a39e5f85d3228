import { PageLink } from "@/components/links/ledger-link";
import type { SearchHit } from "@/lib/services/views/shapes/market";

interface AddPartyProps {
  /** The page that takes the party, and what of its address is kept. */
  path: "/watch" | "/compare";
  params: readonly (readonly [name: string, value: string])[];
  label: string;
  /** What was asked for and is no single party; empty at first. */
  asked: string;
  /** Whom it may mean, each with the address of the page that has it. */
  offers: readonly { hit: SearchHit; href: `/watch?${string}` | `/compare?${string}` | "/watch" | "/compare" }[];
}

/** A plain form: a ticker, CIK or name adds a party to the page; where a name has several, they are offered. */
export function AddParty({ path, params, label, asked, offers }: AddPartyProps) {
  return (
    <div className="no-print">
      <form action={path} method="get" className="flex flex-wrap items-end gap-3">
        {params.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="grid min-w-0 flex-1 basis-60 gap-1 text-xs text-ink-3 sm:max-w-80">
          {label}
          <input
            name="add"
            required
            defaultValue={asked}
            autoComplete="off"
            spellCheck={false}
            className="h-8 rounded-[3px] border border-rule-strong bg-transparent px-2 text-sm text-ink hover:border-ink-3 focus-visible:border-accent focus-visible:outline-offset-0"
          />
        </label>
        <button type="submit" className="h-8 rounded-[3px] border border-ink px-4 text-sm text-ink hover:bg-paper-2">
          Add
        </button>
      </form>
      {asked === "" ? null : (
        <div className="mt-3 text-sm" role="status">
          <p className="text-ink-2">
            {offers.length === 0 ? `Nobody in this ledger is called “${asked}”.` : `“${asked}” may be:`}
          </p>
          <ul>
            {offers.slice(0, MOST_OFFERS).map(({ hit, href }) => (
              <li key={`${hit.kind} ${hit.cik}`}>
                <PageLink href={href} className="link">
                  {hit.title}
                </PageLink>{" "}
                <span className="text-ink-3">
                  {hit.kind}, CIK {hit.cik}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

const MOST_OFFERS = 12;
