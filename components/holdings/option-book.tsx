import { CitedFigureText } from "@/components/evidence/cited-figure";
import { type HiddenParties, hides, InsiderLinks, IssuerLink } from "@/components/parties/party-links";
import { Hint } from "@/components/ui/floating/hint";
import { NumberHead } from "@/components/ui/number-head";
import { TableScroll } from "@/components/ui/table-scroll";
import { Unknown } from "@/components/ui/unknown";
import { formatDate } from "@/lib/format/dates";
import { formatPrice } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { GrantView, OptionBookView } from "@/lib/services/sections/section-views";

interface OptionBookProps {
  book: OptionBookView;
  hide: HiddenParties;
}

/** Open grants: what is left of each, at what strike, until when, and how far it is in the money. */
export function OptionBook({ book, hide }: OptionBookProps) {
  const left = book.leftOut.map(({ reason, count }) => `${countOf(count, "line")} ${reason}`);
  const options = book.grants.filter((grant) => grant.kind === "option");
  const units = book.grants.filter((grant) => grant.kind === "unit");
  return (
    <>
      {options.length === 0 ? (
        <p className="text-sm text-ink-2">No open option is reported.</p>
      ) : (
        <GrantTable grants={options} label="Open options" hide={hide} />
      )}
      {units.length === 0 ? null : (
        <details className="mt-3 text-sm">
          <summary className="w-fit text-ink-2 hover:text-ink">
            {countOf(units.length, "open grant")} of units, without strike
          </summary>
          <div className="mt-2">
            <GrantTable grants={units} label="Open grants of units" hide={hide} isUnits />
          </div>
        </details>
      )}
      {left.length === 0 ? null : <p className="mt-2 text-sm text-ink-3">Not in the book: {left.join(", ")}.</p>}
    </>
  );
}

interface GrantTableProps {
  grants: readonly GrantView[];
  label: string;
  hide: HiddenParties;
  /** Units have neither strike nor intrinsic value. */
  isUnits?: boolean;
}

function GrantTable({ grants, label, hide, isUnits = false }: GrantTableProps) {
  return (
    <TableScroll label={label}>
      <table className="ledger">
        <thead>
          <tr>
            {hides(hide, "insider") ? null : <th scope="col">Insider</th>}
            {hides(hide, "issuer") ? null : <th scope="col">Issuer</th>}
            <th scope="col">Grant</th>
            <NumberHead>Left</NumberHead>
            <NumberHead>as of</NumberHead>
            {isUnits ? null : <NumberHead>Strike</NumberHead>}
            <NumberHead>Expires</NumberHead>
            {isUnits ? null : (
              <>
                <NumberHead>Own last price</NumberHead>
                <NumberHead>Intrinsic value</NumberHead>
              </>
            )}
            <th scope="col">Vesting</th>
          </tr>
        </thead>
        <tbody>
          {grants.map((grant) => (
            <GrantRow key={grant.key} grant={grant} hide={hide} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function GrantRow({ grant, hide }: { grant: GrantView; hide: HiddenParties }) {
  return (
    <tr>
      {hides(hide, "insider") ? null : (
        <td>
          <InsiderLinks insiders={grant.owners} />
        </td>
      )}
      {hides(hide, "issuer") ? null : (
        <td>
          <IssuerLink issuer={grant.issuer} isShort />
        </td>
      )}
      <td className="text-ink-2">{grant.securityTitle ?? "untitled"}</td>
      <td className="num font-medium">
        <CitedFigureText
          figure={grant.count}
          label="Left of the grant"
          rule="The balance that the latest row of the grant’s line reports."
          format="shares"
        />
      </td>
      <td className="num text-ink-2">{formatDate(grant.countDate)}</td>
      {grant.kind === "unit" ? null : (
        <td className="num">
          {grant.strike === null ? <Unknown reason="No exercise price is filed." /> : formatPrice(grant.strike)}
        </td>
      )}
      <td className="num">
        {grant.expirationDate === null ? (
          <Unknown reason="No expiry date is filed." />
        ) : (
          <>
            {formatDate(grant.expirationDate)}
            {grant.isExpiringSoon ? (
              <span className="block text-xs text-flag">in {countOf(grant.daysToExpiry, "day")}</span>
            ) : null}
          </>
        )}
      </td>
      {grant.kind === "unit" ? null : <Worth grant={grant} />}
      <td>
        <Vesting words={grant.vesting} />
      </td>
    </tr>
  );
}

function Vesting({ words }: { words: readonly string[] }) {
  if (words.length === 0) return <span className="text-ink-3">no note</span>;
  const text = words.join(" ");
  return (
    <Hint text={text} className="evidence inline-block max-w-56 truncate text-left align-bottom text-ink-2">
      {text}
    </Hint>
  );
}

function Worth({ grant }: { grant: GrantView }) {
  return (
    <>
      <td className="num">
        <CitedFigureText
          figure={grant.lastPrice}
          label="The owners’ own last price"
          rule="The latest price of a purchase or sale of the underlying class by the same owners."
          format="price"
        />
        {grant.lastPriceDate === null ? null : (
          <span className="block text-xs text-ink-3">{formatDate(grant.lastPriceDate)}</span>
        )}
      </td>
      <td className="num">
        <CitedFigureText
          figure={grant.intrinsicValue}
          label="Intrinsic value"
          rule="(The owners’ own last price − strike) × what is left. Below zero: out of the money."
          format="money change"
        />
        {grant.moneyness === null ? null : <span className="block text-xs text-ink-3">{grant.moneyness}</span>}
      </td>
    </>
  );
}
