/** What every page loads first draws its few signs itself: a library's runtime would weigh more than the page's tables. */
const SIGNS = {
  search: "m21 21-4.3-4.3M19 11a8 8 0 1 1-16 0a8 8 0 0 1 16 0",
  system: "M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2M8 21h8M12 17v4",
  light:
    "M16 12a4 4 0 1 1-8 0a4 4 0 0 1 8 0M12 2v2M12 20v2M2 12h2M20 12h2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4",
  dark: "M21 12.8A9 9 0 1 1 11.2 3a7 7 0 0 0 9.8 9.8z",
} as const;

interface IconProps {
  sign: keyof typeof SIGNS;
  size: number;
  className?: string;
}

/** A sign beside words or in a button that has a name. */
export function Icon({ sign, size, className }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      <path d={SIGNS[sign]} />
    </svg>
  );
}
