import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Page, PageHeading } from "@/components/layout/page";
import { MethodText } from "@/components/methods/method-text";
import { pageMetadata } from "@/lib/http/pages/page-metadata";
import { methodPath } from "@/lib/paths";
import { getMethod } from "@/lib/services/signals/list-methods";

export async function generateMetadata({ params }: PageProps<"/methods/[measure]">): Promise<Metadata> {
  const method = getMethod((await params).measure);
  if (method === null) return { title: "Not found" };
  const description = method.about ?? `How “${method.title}” is made.`;
  return pageMetadata({ title: method.title, description, path: methodPath(method.name) });
}

export default async function Measure({ params }: PageProps<"/methods/[measure]">) {
  const method = getMethod((await params).measure);
  if (method === null) notFound();
  return (
    <Page>
      <PageHeading
        title={method.title}
        above={
          <Link href={methodPath()} prefetch={false} className="link">
            Methods
          </Link>
        }
      />
      <MethodText text={method.text} />
    </Page>
  );
}
