/** Diagonal strokes for what was planned: told from the filled part without colour. */
export function Hatch({ id, colour }: { id: string; colour: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--paper)" />
        <rect width="1.8" height="5" fill={colour} />
      </pattern>
    </defs>
  );
}
