interface SectionNavProps {
  /** The page's sections in their order: anchor and a short name. */
  sections: readonly (readonly [id: string, name: string])[];
}

/** Ways to the parts of a long page; on a wide screen they stay in sight. */
export function SectionNav({ sections }: SectionNavProps) {
  return (
    <nav aria-label="On this page" className="sections no-print">
      {sections.map(([id, name]) => (
        <a key={id} href={`#${id}`}>
          {name}
        </a>
      ))}
    </nav>
  );
}

/** A section that the page has only where there is something in it. */
export function when(isThere: boolean, id: string, name: string): [id: string, name: string][] {
  return isThere ? [[id, name]] : [];
}
