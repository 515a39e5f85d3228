import type { Metadata } from "next";
import { connection } from "next/server";
import { DataPage } from "@/components/data/data-page";
import { getData } from "@/lib/services/get-data";
import { ledgerStore } from "@/lib/services/ledger-store";

export const metadata: Metadata = { title: "Data" };

export default async function Data() {
  await connection();
  return <DataPage view={await getData(await ledgerStore())} />;
}
