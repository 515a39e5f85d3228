/** Holds a plot's place while its code is loading: an axis and a word, nothing that moves. */
export function PlotRoom() {
  return (
    <div className="absolute inset-0 flex items-end border-b border-rule text-xs text-ink-3">
      <span className="pb-2">Drawing the chart…</span>
    </div>
  );
}

/** Stands where a chart has nothing to draw, and says why. */
export function PlotEmpty({ words }: { words: string }) {
  return (
    <div className="absolute inset-0 flex items-center justify-center border-y border-rule text-sm text-ink-3">
      {words}
    </div>
  );
}
