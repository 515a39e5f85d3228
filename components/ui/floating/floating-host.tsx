"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { floatingRequest, subscribe } from "./floating-store";

const FloatingPopup = lazy(() => import("./floating-popup").then((module) => ({ default: module.FloatingPopup })));

const nothing = () => null;

/** Stands once in the layout; shows whatever a trigger asked for. */
export function FloatingHost() {
  const request = useSyncExternalStore(subscribe, floatingRequest, nothing);
  if (request === null) return null;
  return (
    <Suspense fallback={null}>
      <FloatingPopup request={request} />
    </Suspense>
  );
}
