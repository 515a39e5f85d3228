import { expect, it } from "vitest";
import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { issuerFindings } from "@/lib/services/refresh/issuer-findings";
import { eventsOnce } from "@/lib/services/views/rows/events-once";
import { filing, option, tx } from "../../../support/filing-builder";

const terms = { conversionOrExercisePrice: 4, expirationDate: "2030-01-01" };
/** One exercise and sale, filed on two days. */
const filedOn = (id: string, filed: string) =>
  filing({
    id,
    filed,
    owners: ["1"],
    rows: [
      tx("M", "2024-03-01", 1000, 4, "A", 6000),
      tx("S", "2024-03-01", 600, 20, "D", 5400),
      option("M", "2024-03-01", 1000, "D", 0, terms),
    ],
  });
const twice = [filedOn("a", "2024-03-04"), filedOn("b", "2024-03-05")];
const anchors = (filings: readonly FilingFacts[]) =>
  filings.map(({ filingId, rows }) => [filingId, ...rows.map(({ anchor }) => anchor)]);

it("an exercise that was filed again is one episode of its size, not one of twice the shares", () => {
  const { inForce, copies } = issuerFindings(twice);
  expect(copies.size).toBe(3);
  const once = eventsOnce(inForce, copies);
  expect(anchors(once)).toEqual([["a", "t1-tx1", "t1-tx2", "t2-tx1"], ["b"]]);
  const [episode, ...others] = exerciseEpisodes(once, { asOf: "2026-01-01" });
  expect(others).toEqual([]);
  expect([episode?.exercised.shares, episode?.sold.shares, episode?.cost]).toEqual([1000, 600, 4000]);
  expect([episode?.matched.proceeds, episode?.retention[0]]).toEqual([12_000, 0.4]);
});

it("on the page of the later filing its own rows stay", () => {
  const { inForce, copies } = issuerFindings(twice);
  expect(anchors(eventsOnce(inForce, copies, "b"))).toEqual([["a"], ["b", "t1-tx1", "t1-tx2", "t2-tx1"]]);
});

it("a copy whose counted row is not among the filings stays, and of two such copies the first", () => {
  const { inForce, copies } = issuerFindings([filedOn("0", "2024-03-03"), ...twice]);
  const own = inForce.filter(({ filingId }) => filingId !== "0");
  expect(anchors(eventsOnce(own, copies))).toEqual([["a", "t1-tx1", "t1-tx2", "t2-tx1"], ["b"]]);
});

it("gives the filings back as they are where nothing is told twice", () => {
  const { inForce, copies } = issuerFindings(twice.slice(0, 1));
  expect(eventsOnce(inForce, copies)).toBe(inForce);
});
