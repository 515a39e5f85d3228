import type { FilingSummary } from "@/lib/services/views/shapes/filing";

/** Titles where there are any, else roles; each owner's apart. */
export function rolesText(owners: FilingSummary["owners"]): string {
  const texts = owners.map((owner) =>
    owner.officerTitle === null
      ? owner.roles.join(", ")
      : [owner.officerTitle, ...owner.roles.filter((role) => role.toLowerCase() !== "officer")].join(", "),
  );
  return [...new Set(texts.filter((text) => text !== ""))].join("; ");
}
