"use client";

import { Popover } from "@base-ui/react/popover";
import { X } from "lucide-react";
import { closeFloating, type FloatingRequest, keepHint, leaveHint } from "./floating-store";

/** The surface itself, placed beside its trigger; Escape and a press outside close it and give the focus back. */
export function FloatingPopup({ request }: { request: FloatingRequest }) {
  const isHint = request.kind === "hint";
  return (
    <Popover.Root open onOpenChange={(open) => !open && closeFloating()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={request.anchor}
          side={isHint ? "top" : "bottom"}
          align={isHint ? "center" : "start"}
          sideOffset={6}
          collisionPadding={12}
          className="z-50 no-print"
        >
          <Popover.Popup
            role={isHint ? "tooltip" : "dialog"}
            aria-label={isHint ? undefined : request.label}
            initialFocus={isHint ? false : undefined}
            finalFocus={isHint ? false : () => focusable(request.anchor)}
            onPointerEnter={keepHint}
            onPointerLeave={leaveHint}
            className={`max-h-[min(70vh,560px,var(--available-height))] max-w-[min(92vw,760px)] overflow-auto rounded-[3px] border border-rule-strong bg-raised text-ink shadow-[0_6px_24px_var(--shadow)] outline-none ${
              isHint ? "max-w-[min(92vw,380px)] px-3 py-2 text-sm leading-[19px]" : "px-4 py-3 text-sm"
            }`}
          >
            {isHint ? null : (
              <Popover.Close
                aria-label="Close"
                className="float-right -mt-1 -mr-2 ml-3 grid size-6 place-items-center rounded-[2px] text-ink-3 hover:bg-paper-2 hover:text-ink"
              >
                <X size={14} aria-hidden="true" />
              </Popover.Close>
            )}
            {request.content}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function focusable(anchor: Element): HTMLElement | null {
  return anchor instanceof HTMLElement ? anchor : null;
}
