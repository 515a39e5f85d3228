import type { ComponentProps, ReactNode } from "react";
import { TableScroll } from "./table-scroll";

/*
 * A table that a phone shows as a list: a row's first line tells what and how much, a second who, then lines of words
 * and facts that carry their column's name. It is one table to everyone: the roles stand written, because a browser may
 * forget those of a table that is laid out as anything else.
 */

const TABLE = { role: "table" };
const GROUP = { role: "rowgroup" };
const ROW = { role: "row" };
const HEAD = { role: "columnheader" };
const ROW_HEAD = { role: "rowheader" };
const CELL = { role: "cell" };

interface StackedTableProps {
  label: string;
  /** The headings of the columns: `Head`s. */
  head: ReactNode;
  /** Headings that sort, or that lead somewhere, stay within reach on a phone. */
  isSortable?: boolean;
  /** Columns are parties to compare: on a phone each has a line of a row, its name before its figure. */
  isCompared?: boolean;
  className?: string;
  /** `Row`s. */
  children: ReactNode;
}

export function StackedTable({ label, head, isSortable, isCompared, className, children }: StackedTableProps) {
  const kind = [isSortable && "sortable", isCompared && "compared", className].filter(Boolean).join(" ");
  return (
    <TableScroll label={label}>
      <table {...TABLE} className={`ledger stacked ${kind}`.trim()}>
        <thead {...GROUP}>
          <tr {...ROW}>{head}</tr>
        </thead>
        <tbody {...GROUP}>{children}</tbody>
      </table>
    </TableScroll>
  );
}

interface HeadProps extends ComponentProps<"th"> {
  isNumber?: boolean;
}

/** The head of a column. */
export function Head({ isNumber = false, className = "", ...all }: HeadProps) {
  return <th scope="col" {...HEAD} className={classes(isNumber, className)} {...all} />;
}

export function Row(props: ComponentProps<"tr">) {
  return <tr {...props} {...ROW} />;
}

/** What a row is about, where that is a heading of its own. */
export function RowHead(props: ComponentProps<"th">) {
  return <th scope="row" {...props} {...ROW_HEAD} />;
}

/** Where a phone's list shows a cell. */
export interface PhonePlace {
  /** Its place in a phone's list: the first or second line, or their ends; a line of its own, or the last; else among the facts, maybe leading them. */
  at?: "first" | "first end" | "second start" | "second" | "second end" | "line" | "lead" | "last";
  /** Its column's name, said before it on a phone. */
  name?: string;
}

interface CellProps extends ComponentProps<"td">, PhonePlace {
  isNumber?: boolean;
}

export function Cell({ isNumber = false, at, name, className = "", ...all }: CellProps) {
  return <td {...all} {...CELL} data-at={at} data-name={name} className={classes(isNumber, className)} />;
}

function classes(isNumber: boolean, className: string): string | undefined {
  return `${isNumber ? "num " : ""}${className}`.trim() || undefined;
}
