import type { Metadata } from "next";

interface PageWords {
  /** What the page shows, without the product's name. */
  title: string;
  /** A sentence or two. */
  description: string;
  /** The page's one short address, from the root. */
  path: string;
  /** Its Atom feed, and what that is called. */
  feed?: { path: string; title: string };
  /** The picture that a shared link shows. */
  image?: string;
  /** A page of results of somebody's own question: nothing for an index. */
  isPrivate?: boolean;
}

const SITE = "the insider ledger";

/** What a page tells browsers, feed readers and those to whom it is shared. Addresses are made whole by `metadataBase`. */
export function pageMetadata({ title, description, path, feed, image, isPrivate = false }: PageWords): Metadata {
  return {
    title,
    description,
    alternates: {
      canonical: path,
      ...(feed === undefined ? {} : { types: { "application/atom+xml": [{ url: feed.path, title: feed.title }] } }),
    },
    openGraph: {
      title,
      description,
      url: path,
      siteName: SITE,
      type: "website",
      ...(image === undefined
        ? {}
        : { images: [{ url: image, width: 1200, height: 630, alt: `${title}. ${description}` }] }),
    },
    twitter: { card: image === undefined ? "summary" : "summary_large_image", title, description },
    ...(isPrivate ? { robots: { index: false, follow: true } } : {}),
  };
}
