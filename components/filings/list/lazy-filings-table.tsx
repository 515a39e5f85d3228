"use client";

import dynamic from "next/dynamic";

/** Far down a page: its rows travel as data, and its code is none of what the page begins with. */
export const LazyFilingsTable = dynamic(() => import("./filings-table").then((module) => module.FilingsTable));
