import type { Metadata } from "next";
import { connection } from "next/server";
import { Page, PageHeading } from "@/components/layout/page";
import { MethodList } from "@/components/methods/method-list";
import { pageMetadata } from "@/lib/http/pages/page-metadata";
import { methodPath } from "@/lib/paths";
import { listMethods } from "@/lib/services/signals/list-methods";

export const metadata: Metadata = pageMetadata({
  title: "Methods",
  description: "How each measure is made: its definition, its source, a worked example, and its limits.",
  path: methodPath(),
});

export default async function Methods() {
  await connection();
  return (
    <Page>
      <PageHeading title="Methods">
        <span>How each measure is made: its definition, its source, a worked example, and its limits.</span>
      </PageHeading>
      <MethodList methods={listMethods()} />
    </Page>
  );
}
