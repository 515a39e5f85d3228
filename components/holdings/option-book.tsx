import { CitedFigureText } from "@/components/evidence/cited-figure";
import { type HiddenParties, hides, InsiderLinks, IssuerLink } from "@/components/parties/party-links";
import { Hint } from "@/components/ui/floating/hint";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
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
    <StackedTable
      label={label}
      head={
        <>
          {hides(hide, "insider") ? null : <Head>Insider</Head>}
          {hides(hide, "issuer") ? null : <Head>Issuer</Head>}
          <Head>Grant</Head>
          <Head isNumber>Left</Head>
          <Head isNumber>as of</Head>
          {isUnits ? null : <Head isNumber>Strike</Head>}
          <Head isNumber>Expires</Head>
          {isUnits ? null : (
            <>
              <Head isNumber>Own last price</Head>
              <Head isNumber>Intrinsic value</Head>
            </>
          )}
          <Head>Vesting</Head>
        </>
      }
    >
      {grants.map((grant) => (
        <GrantRow key={grant.key} grant={grant} hide={hide} />
      ))}
    </StackedTable>
  );
}

function GrantRow({ grant, hide }: { grant: GrantView; hide: HiddenParties }) {
  return (
    <Row>
      {hides(hide, "insider") ? null : (
        <Cell at="first">
          <InsiderLinks insiders={grant.owners} />
        </Cell>
      )}
      {hides(hide, "issuer") ? null : (
        <Cell at="first">
          <IssuerLink issuer={grant.issuer} isShort />
        </Cell>
      )}
      <Cell at="second" className="text-ink-2">
        {grant.securityTitle ?? "untitled"}
      </Cell>
      <Cell isNumber at="first end" name="left" className="font-medium">
        <CitedFigureText
          figure={grant.count}
          label="Left of the grant"
          rule="The balance that the latest row of the grant’s line reports."
          format="shares"
        />
      </Cell>
      <Cell isNumber name="as of" className="text-ink-2">
        {formatDate(grant.countDate)}
      </Cell>
      {grant.kind === "unit" ? null : (
        <Cell isNumber name="strike">
          {grant.strike === null ? <Unknown reason="No exercise price is filed." /> : formatPrice(grant.strike)}
        </Cell>
      )}
      <Cell isNumber name="expires">
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
      </Cell>
      {grant.kind === "unit" ? null : <Worth grant={grant} />}
      <Cell at="last" name="vesting">
        <Vesting words={grant.vesting} />
      </Cell>
    </Row>
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
      <Cell isNumber name="own last price">
        <CitedFigureText
          figure={grant.lastPrice}
          label="The owners’ own last price"
          rule="The latest price of a purchase or sale of the underlying class by the same owners."
          format="price"
        />
        {grant.lastPriceDate === null ? null : (
          <span className="block text-xs text-ink-3">{formatDate(grant.lastPriceDate)}</span>
        )}
      </Cell>
      <Cell isNumber at="second end" name="intrinsic">
        <CitedFigureText
          figure={grant.intrinsicValue}
          label="Intrinsic value"
          rule="(The owners’ own last price − strike) × what is left. Below zero: out of the money."
          format="money change"
        />
        {grant.moneyness === null ? null : <span className="block text-xs text-ink-3">{grant.moneyness}</span>}
      </Cell>
    </>
  );
}
