import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import type { ReactElement } from "react";
import { projectFolder } from "@/lib/env";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getLedgerVersion } from "@/lib/services/ledger-version";
import { respondVersioned } from "../respond-versioned";

type Fonts = NonNullable<NonNullable<ConstructorParameters<typeof ImageResponse>[1]>["fonts"]>;

let read: Fonts | null = null;

/** The font of the pages, from its package on this machine. */
export function shareFonts(): Fonts {
  read ??= [font("Regular", 400), font("SemiBold", 600)];
  return read;
}

function font(name: string, weight: 400 | 600): Fonts[number] {
  const folder = join(
    /*turbopackIgnore: true*/ projectFolder(),
    "node_modules",
    "geist",
    "dist",
    "fonts",
    "geist-sans",
  );
  return { name: "Geist", weight, style: "normal", data: readFileSync(join(folder, `Geist-${name}.ttf`)) };
}

/**
 * Answers with the picture of a page, made anew only when the ledger changed. Its texts must be drawable (`lib/format`).
 * `day` reads the day of the picture, where it has one.
 */
export function respondShareImage(
  request: Request,
  card: () => Promise<ReactElement>,
  day: () => string | null = () => null,
): Promise<Response> {
  return respondVersioned(
    request,
    async () => getLedgerVersion(await ledgerStore()),
    async () => {
      const image = new ImageResponse(await card(), { width: 1200, height: 630, fonts: shareFonts() });
      return new Response(await image.arrayBuffer(), { headers: { "Content-Type": "image/png" } });
    },
    () => day() ?? "",
  );
}
