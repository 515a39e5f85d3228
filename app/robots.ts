import type { MetadataRoute } from "next";

/** Pages may be read by anybody who reaches them; the API and questions are no pages. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/search"] } };
}
