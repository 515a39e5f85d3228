process.env.NEXT_TELEMETRY_DISABLED ??= "1";

const development = process.env.NODE_ENV === "development";

/**
 * Nothing is loaded from another host. Next's own bootstrap scripts and React's style attributes are inline,
 * and pages are rendered without a per-request nonce, so both need 'unsafe-inline'.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  reactCompiler: true,
  typedRoutes: true,
  agentRules: false,
  // Types are checked by `npm test`; a build on a user's machine need not check them again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "libsql",
    "@prisma/adapter-libsql",
    "@prisma/client",
    "@prisma/driver-adapter-utils",
    "pg",
    "@prisma/adapter-pg",
  ],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default config;
