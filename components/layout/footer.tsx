/** What every page shows and in whose time, said once. */
export function Footer() {
  return (
    <footer className="mt-16 border-t border-rule text-xs leading-[18px] text-ink-3">
      <div className="room mx-auto grid gap-x-12 gap-y-2 px-4 py-6 sm:px-8 md:grid-cols-[1fr_auto]">
        <p className="max-w-[76ch]">
          Forms 3, 4 and 5, read as filed. Figures that we compute lead to the rows that they come from; what is not
          reported is shown as “—”, never as 0. Not investment advice.
        </p>
        <p>Times are New York (ET). “Traded” and “filed” are told apart.</p>
      </div>
    </footer>
  );
}
