import { EarlyKeys } from "./early-keys";
import { NavLinks } from "./nav-links";
import { SearchBox } from "./search-box";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";

export function Header() {
  return (
    <header className="no-print border-b border-rule">
      <div className="room mx-auto flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2 sm:px-8">
        <Wordmark />
        <NavLinks />
        <div className="order-last flex min-w-0 flex-[1_0_100%] items-center justify-end gap-2 sm:order-none sm:flex-1">
          <SearchBox />
          <EarlyKeys />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}
