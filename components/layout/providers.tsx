"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { FloatingHost } from "@/components/ui/floating/floating-host";
import { queryClient } from "@/lib/queries/query-client";

/** Everything that pages share in the browser: theme, server state, URL state, the floating surface. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange>
      <QueryClientProvider client={queryClient()}>{children}</QueryClientProvider>
      <FloatingHost />
    </ThemeProvider>
  );
}
