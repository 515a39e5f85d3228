import { drawable } from "@/lib/format/drawable";
import type { PageWords } from "@/lib/format/page-words";

/** Colours of the light theme: a picture has one. */
const [PAPER, INK, INK_2, RULE, BUY, SALE] = ["#fdfcfa", "#1a1b1e", "#4e4f54", "#bcb8ae", "#00756b", "#b1400a"];

/** The picture that a shared link shows, 1200 × 630: the page's title and its headline figures. Drawn by Satori: flex only. */
export function ShareCard({ title, subtitle, figures, fictional }: Omit<PageWords, "description">) {
  return (
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        background: PAPER,
        color: INK,
        fontFamily: "Geist",
        padding: "56px 64px",
      }}
    >
      <div
        style={{ display: "flex", alignItems: "center", justifyContent: "space-between", fontSize: 28, color: INK_2 }}
      >
        <div style={{ display: "flex", alignItems: "center" }}>
          <svg aria-hidden="true" width="40" height="40" viewBox="0 0 18 18" style={{ marginRight: 16 }}>
            <path d="M1 9h16" stroke={INK} strokeWidth="1.25" />
            <path d="M5.5 1.6 9 7.2H2z" fill={BUY} />
            <path d="M12.5 16.4 9 10.8h7z" fill={SALE} />
          </svg>
          the insider ledger
        </div>
        {fictional ? (
          <div style={{ display: "flex", border: `2px solid ${SALE}`, color: SALE, padding: "6px 16px", fontSize: 26 }}>
            Fictional sample market: figures are invented
          </div>
        ) : null}
      </div>
      <div style={{ display: "flex", flexDirection: "column", flexGrow: 1, justifyContent: "center" }}>
        <div
          style={{
            display: "flex",
            fontSize: title.length > 60 ? 46 : 64,
            fontWeight: 600,
            letterSpacing: "-0.02em",
            lineHeight: 1.1,
          }}
        >
          {drawable(title, 130)}
        </div>
        <div style={{ display: "flex", marginTop: 20, fontSize: 28, color: INK_2 }}>{drawable(subtitle, 110)}</div>
      </div>
      {figures.length === 0 ? null : (
        <div
          style={{ display: "flex", borderTop: `2px solid ${RULE}`, paddingTop: 26, justifyContent: "space-between" }}
        >
          {figures.map(({ label, value }) => (
            <div key={label} style={{ display: "flex", flexDirection: "column" }}>
              <div style={{ display: "flex", fontSize: 24, color: INK_2 }}>{label}</div>
              <div style={{ display: "flex", marginTop: 6, fontSize: 36, fontWeight: 600 }}>{drawable(value, 24)}</div>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
