import Link from "next/link";
import type { ComponentProps } from "react";
import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { TableScroll } from "@/components/ui/table-scroll";
import { methodPath } from "@/lib/paths";

/** A page of the docs. Raw HTML in it is not drawn; links to other measures lead to their pages here. */
export function MethodText({ text }: { text: string }) {
  return (
    <div className="max-w-[76ch] text-base [&_li]:my-1 [&_ol]:list-decimal [&_ol]:pl-5 [&_p]:my-3 [&_ul]:list-disc [&_ul]:pl-5">
      <Markdown remarkPlugins={[remarkGfm]} components={PARTS}>
        {text}
      </Markdown>
    </div>
  );
}

const PARTS: ComponentProps<typeof Markdown>["components"] = {
  h1: ({ children }) => <h2 className="mt-8 mb-2 text-lg font-semibold">{children}</h2>,
  h2: ({ children }) => <h2 className="mt-8 mb-2 text-lg font-semibold">{children}</h2>,
  h3: ({ children }) => <h3 className="mt-5 mb-1 font-semibold">{children}</h3>,
  code: ({ children }) => <code className="rounded-[2px] bg-paper-3 px-1 font-mono text-[0.9em]">{children}</code>,
  pre: ({ children }) => (
    <pre className="scroll-x my-3 bg-paper-2 p-3 text-sm [&_code]:bg-transparent [&_code]:p-0">{children}</pre>
  ),
  table: ({ children }) => (
    <TableScroll label="Table">
      <table className="ledger my-3 [&_td]:whitespace-normal">{children}</table>
    </TableScroll>
  ),
  a: ({ href = "", children }) => {
    const measure = /^(?:\.\/|\.\.\/measures\/)?([a-z-]+)\.md(?:#.*)?$/.exec(href)?.[1];
    if (measure !== undefined) {
      return (
        <Link href={methodPath(measure)} prefetch={false} className="link">
          {children}
        </Link>
      );
    }
    if (!/^https?:\/\//.test(href)) return <span>{children}</span>;
    return (
      <a href={href} className="link" rel="noreferrer">
        {children}
      </a>
    );
  },
  img: ({ alt }) => <span>{alt}</span>,
};
