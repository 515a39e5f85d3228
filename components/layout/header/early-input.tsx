/** Says that the page's own scripts listen by now. */
export const AWAKE = "data-awake";

/**
 * Until then "/" and Ctrl-K lead into the search box all the same: it is a plain form, and keeps what is typed. A
 * figure that is pressed is pressed again once the page listens; where it never does, its plain link is followed.
 */
const LISTEN = `(function () {
  var isAwake = function () { return document.documentElement.hasAttribute("${AWAKE}"); };
  addEventListener("keydown", function early(event) {
    if (isAwake()) return removeEventListener("keydown", early);
    var isFree = !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    var isSlash = event.key === "/" && isFree && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isSlash && !((event.ctrlKey || event.metaKey) && !event.altKey && /^k$/i.test(event.key))) return;
    event.preventDefault();
    document.querySelector("header input[name=q]").focus();
  });
  var pressed;
  addEventListener("click", function early(event) {
    if (isAwake()) return removeEventListener("click", early, true);
    var figure = event.target.closest("a[aria-haspopup]");
    if (!figure || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    pressed = figure;
    (function again(tries) {
      if (pressed !== figure) return;
      if (isAwake()) return figure.click();
      if (!tries) return location.assign(figure.href);
      setTimeout(again, 50, tries - 1);
    })(100);
  }, true);
})();`;

export function EarlyInput() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own words, which React would write as text otherwise
  return <script dangerouslySetInnerHTML={{ __html: LISTEN }} />;
}
