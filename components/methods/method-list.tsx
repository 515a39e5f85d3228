import Link from "next/link";
import { methodPath } from "@/lib/paths";

/** The measures, each with what it is. */
export function MethodList({ methods }: { methods: readonly { name: string; title: string; about: string | null }[] }) {
  return (
    <dl className="grid max-w-[110ch] gap-x-8 text-base sm:grid-cols-[18rem_1fr]">
      {methods.map(({ name, title, about }) => (
        <div key={name} className="border-t border-rule py-2 sm:contents">
          <dt className="sm:border-t sm:border-rule sm:py-2">
            <Link href={methodPath(name)} prefetch={false} className="link">
              {title}
            </Link>
          </dt>
          <dd className="m-0 text-ink-2 sm:-ml-8 sm:border-t sm:border-rule sm:py-2 sm:pl-8">{about ?? ""}</dd>
        </div>
      ))}
    </dl>
  );
}
