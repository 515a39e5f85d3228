import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import type { OwnershipRow } from "@/lib/ownership/document";
import { rowAnchor, type TableNumber } from "@/lib/ownership/identity";
import type { RowView } from "@/lib/services/views/shapes/row";
import { DerivedFacts } from "./derived-facts";
import { FiledField } from "./filed-field";
import { type FormColumn, showsRow } from "./form-columns";

interface FormTableProps {
  table: TableNumber;
  title: string;
  columns: readonly FormColumn[];
  rows: readonly OwnershipRow[];
  words: Readonly<Record<string, string>>;
  /** Rows with what was derived of them, by anchor. */
  derived: ReadonlyMap<string, RowView>;
}

interface AnchoredRow {
  anchor: string;
  row: OwnershipRow;
}

/** Table I or II with the SEC's columns; every row has its anchor, and what we derive stands in the margin. */
export function FormTable({ table, title, columns, rows, words, derived }: FormTableProps) {
  return (
    <section className="mt-6">
      <h3 className="mb-1 text-sm font-medium">{title}</h3>
      {rows.length === 0 ? (
        <p className="border-y border-rule py-2 text-sm text-ink-3">The filing has no row in this table.</p>
      ) : (
        <StackedTable
          label={title}
          className="form border-t border-rule-strong"
          head={
            <>
              {columns.map((column) => (
                <Head
                  key={column.heading}
                  isNumber={column.isNumeric === true}
                  className="wrap max-w-20 leading-[15px]"
                >
                  {column.heading}
                </Head>
              ))}
              <Head className="border-l border-rule-strong pl-4 text-accent">Derived</Head>
            </>
          }
        >
          {anchored(table, rows).map(({ anchor, row }) => (
            <Row
              key={anchor}
              id={anchor}
              className={derived.get(anchor)?.supersededBy == null ? undefined : "superseded"}
            >
              {columns.map((column, index) => (
                <Cell
                  key={column.heading}
                  id={showsRow(column, row) ? `${anchor}-${column.leaves[0]?.leaf}` : undefined}
                  at={index === 0 ? "first" : undefined}
                  name={column.heading}
                  isNumber={column.isNumeric === true}
                  className={column.isWide === true ? "wrap min-w-20" : undefined}
                >
                  {showsRow(column, row)
                    ? column.leaves.map(({ leaf, print }) => (
                        <FiledField key={leaf} field={row[leaf]} print={print} words={words} />
                      ))
                    : null}
                  {column.direction === "A" ? <OddDirection row={row} /> : null}
                </Cell>
              ))}
              <Cell at="last" className="border-l border-rule-strong pl-4">
                <DerivedFacts anchor={anchor} row={derived.get(anchor)} />
              </Cell>
            </Row>
          ))}
        </StackedTable>
      )}
    </section>
  );
}

/** A direction that is neither A nor D is shown as filed. */
function OddDirection({ row }: { row: OwnershipRow }) {
  const filed = row.transactionAcquiredDisposedCode?.value ?? null;
  if (filed === null || ["A", "D"].includes(filed.toUpperCase())) return null;
  return <span className="text-ink-3"> ({filed})</span>;
}

function anchored(table: TableNumber, rows: readonly OwnershipRow[]): AnchoredRow[] {
  const counts = { transaction: 0, holding: 0 };
  return rows.map((row) => {
    counts[row.kind] += 1;
    return { anchor: rowAnchor(table, row.kind, counts[row.kind]), row };
  });
}
