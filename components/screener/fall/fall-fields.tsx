import { FALL_DAYS, type FallFilter, FELL, FELL_IN, USUAL_FALL } from "@/lib/search-params/transactions/fall";
import { tradingDays } from "./fall-words";

/** How far the price fell after the trade, and within how many trading days; only where prices are stored. */
export function FallFields({ fall, className }: { fall: FallFilter | null; className: string }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs text-ink-3">Price fell after the trade (%)</legend>
      <div className="flex gap-2">
        <input
          type="text"
          name={FELL}
          inputMode="decimal"
          aria-label="Price fell after the trade, per cent, at least"
          placeholder="at least"
          defaultValue={fall?.atLeast ?? ""}
          autoComplete="off"
          className={className}
        />
        <select
          name={FELL_IN}
          aria-label="Trading days after the trade"
          defaultValue={fall === null || fall.days === USUAL_FALL.days ? "" : String(fall.days)}
          className={`${className} bg-paper`}
        >
          <option value="">{tradingDays(USUAL_FALL.days)}</option>
          {FALL_DAYS.filter((days) => days !== USUAL_FALL.days).map((days) => (
            <option key={days} value={days}>
              {tradingDays(days)}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}
