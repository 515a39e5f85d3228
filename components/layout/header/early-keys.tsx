/** Says that the page's own scripts listen to the keys by now. */
export const AWAKE = "data-awake";

/** Until then "/" and Ctrl-K lead into the search box all the same: it is a plain form, and keeps what is typed. */
const LISTEN = `addEventListener("keydown", function early(event) {
  if (document.documentElement.hasAttribute("${AWAKE}")) return removeEventListener("keydown", early);
  var isFree = !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  var isSlash = event.key === "/" && isFree && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isSlash && !((event.ctrlKey || event.metaKey) && !event.altKey && /^k$/i.test(event.key))) return;
  event.preventDefault();
  document.querySelector("header input[name=q]").focus();
});`;

export function EarlyKeys() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own words, which React would write as text otherwise
  return <script dangerouslySetInnerHTML={{ __html: LISTEN }} />;
}
