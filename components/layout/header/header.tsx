import { EarlyInput } from "./early-input";
import { NavLinks } from "./nav-links";
import { SearchBox } from "./search-box";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";

export function Header() {
  return (
    <header className="no-print border-b border-rule">
      <div className="room mx-auto flex flex-wrap items-center gap-x-6 gap-y-1.5 px-4 max-sm:gap-x-4 py-2 sm:px-8">
        <Wordmark />
        <NavLinks />
        <div className="flex min-w-0 flex-1 items-center justify-end gap-2">
          <SearchBox />
          <EarlyInput />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}
