import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Page, PageHeading } from "@/components/layout/page";
import { MethodText } from "@/components/methods/method-text";
import { methodPath } from "@/lib/paths";
import { getMethod } from "@/lib/services/list-methods";

export async function generateMetadata({ params }: PageProps<"/methods/[measure]">): Promise<Metadata> {
  return { title: getMethod((await params).measure)?.title ?? "Not found" };
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
