"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useState, useSyncExternalStore } from "react";
import { useAsOf } from "@/components/links/use-as-of";
import { countOf } from "@/lib/format/words";
import { searchPath } from "@/lib/paths";
import { searchQuery } from "@/lib/queries/search-query";
import { nothingKept, recentLists, recentViews } from "./local-list";
import { placesOfHits, placesOfRecent, type SearchPlace } from "./search-places";
import { useSettled } from "./use-settled";

interface SearchDialogProps {
  /** What was typed before the dialog stood. */
  takeTyped: () => string;
  onClose: () => void;
  /** Where the focus goes when it closes. */
  focusAfter: () => HTMLElement | false;
}

const [PAUSE_MS, MOST] = [120, 20];

/** Search from anywhere: results as one types, by keyboard alone; nothing typed shows where one was lately. */
export function SearchDialog({ takeTyped, onClose, focusAfter }: SearchDialogProps) {
  // Taken when the box has the focus, never while drawing: React may draw twice, and what is taken is gone.
  const [text, setText] = useState("");
  const { places, status, isStale } = usePlaces(text.trim());
  const router = useRouter();
  const [wantsFirst, setWantsFirst] = useState(false);
  const go = (place: SearchPlace) => {
    onClose();
    router.push(place.href as Parameters<typeof router.push>[0]);
  };
  const first = places[0];
  useEffect(() => {
    if (!wantsFirst || isStale) return;
    setWantsFirst(false);
    if (first === undefined) return;
    onClose();
    router.push(first.href as Parameters<typeof router.push>[0]);
  }, [wantsFirst, isStale, first, onClose, router]);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-black/40 no-print" />
        <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center px-3 pt-[8vh] pb-3 no-print">
          <Dialog.Popup
            aria-label="Search"
            finalFocus={focusAfter}
            className="flex max-h-[min(560px,84vh)] w-full max-w-xl flex-col rounded-[3px] border border-rule-strong bg-raised text-ink shadow-[0_6px_24px_var(--shadow)] outline-none"
          >
            <Autocomplete.Root
              inline
              open
              items={places}
              mode="none"
              filter={null}
              autoHighlight="always"
              value={text}
              onValueChange={setText}
              itemToStringValue={(place: SearchPlace) => place.title}
            >
              <div className="flex items-center gap-2 border-b border-rule px-3">
                <Search size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
                <Autocomplete.Input
                  aria-label="Search tickers, issuers, insiders"
                  placeholder="Ticker, issuer, insider, CIK, accession number"
                  spellCheck={false}
                  onFocus={() => {
                    const more = takeTyped();
                    if (more !== "") setText((before) => before + more);
                  }}
                  onKeyDown={(event: KeyboardEvent) => {
                    setWantsFirst(false);
                    // What is listed is still of the last word: wait for what was asked for.
                    if (event.key === "Enter" && isStale) {
                      event.preventDefault();
                      event.stopPropagation();
                      setWantsFirst(true);
                    }
                  }}
                  className="h-11 w-full min-w-0 bg-transparent text-base text-ink outline-none placeholder:text-ink-3"
                />
                <Dialog.Close
                  aria-label="Close the search"
                  className="shrink-0 rounded-[2px] border border-rule px-1.5 py-0.5 font-mono text-[11px] text-ink-3 hover:text-ink"
                >
                  Esc
                </Dialog.Close>
              </div>
              <Autocomplete.Status className="px-3 pt-2 pb-1 text-xs text-ink-3">{status}</Autocomplete.Status>
              <Autocomplete.List
                aria-busy={isStale}
                className={`min-h-0 flex-1 overflow-auto overscroll-contain pb-2 ${isStale ? "opacity-70" : ""}`}
              >
                {(place: SearchPlace) => (
                  <Autocomplete.Item
                    key={place.href}
                    value={place}
                    onClick={(event) => {
                      // A pointer chose what it saw; Enter waits for what was asked for.
                      const isEnter = event.detail === 0;
                      if (event.metaKey || event.ctrlKey || event.shiftKey || (isStale && isEnter)) return;
                      event.preventDefault();
                      go(place);
                    }}
                    className="grid cursor-default grid-cols-[4.5rem_minmax(0,1fr)_auto] items-baseline gap-3 px-3 py-1.5 text-sm outline-none data-highlighted:bg-accent-wash"
                  >
                    <span className="text-xs text-ink-3">{place.kind}</span>
                    <span className="truncate">{place.title}</span>
                    <span className="font-mono text-xs text-ink-2">{place.detail}</span>
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
            {text.trim() === "" ? null : (
              <Link
                href={searchPath(text.trim())}
                prefetch={false}
                onClick={onClose}
                className="border-t border-rule px-3 py-2 text-xs text-ink-2 hover:text-accent"
              >
                All results for “{text.trim()}”
              </Link>
            )}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What is offered for what was typed, and the words that say how much it is. */
function usePlaces(typed: string): { places: SearchPlace[]; status: string; isStale: boolean } {
  const asOf = useAsOf();
  const asked = useSettled(typed, PAUSE_MS);
  const { data, isPlaceholderData, isPending, error } = useQuery(searchQuery(asked));
  const views = useSyncExternalStore(recentViews.subscribe, recentViews.read, nothingKept);
  const lists = useSyncExternalStore(recentLists.subscribe, recentLists.read, nothingKept);
  if (typed === "") {
    const places = placesOfRecent(views, lists, asOf);
    return { places, status: places.length === 0 ? "Type to search." : "Where you were lately", isStale: false };
  }
  const places = placesOfHits(data ?? [], asOf);
  const isStale = typed !== asked || (error === null && (isPlaceholderData || isPending));
  return { places: places.slice(0, MOST), status: statusOf(places.length, typed, isStale, error), isStale };
}

function statusOf(count: number, typed: string, isStale: boolean, error: Error | null): string {
  if (isStale) return "Searching…";
  if (error !== null) return `${error.message} Shown is what was found before.`;
  if (count === 0) return `Nothing here is called “${typed}”.`;
  return count > MOST ? `${countOf(count, "result")}, the first ${MOST} are listed` : countOf(count, "result");
}
