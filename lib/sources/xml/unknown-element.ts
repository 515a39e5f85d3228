import { quoted, type RowPlace, shortName, type WarningList } from "./warning-list";

/**
 * An element that no schema up to X0609 has, with all that stands inside it. It becomes one warning that repeats its
 * contents, so that nothing filed is lost without a word.
 */
export class UnknownElement {
  private readonly names: string[];
  private readonly contents: string[] = [];
  private text = "";

  constructor(
    name: string,
    private readonly path: string,
    private readonly row: RowPlace | null,
  ) {
    this.names = [name];
  }

  open(name: string): void {
    this.flush();
    this.names.push(shortName(name));
  }

  addText(text: string): void {
    this.text += text;
  }

  addAttribute(name: string, value: string): void {
    this.contents.push(`${this.label()}@${shortName(name)} = ${value}`);
  }

  /** True when the unknown element itself has ended. */
  close(): boolean {
    this.flush();
    this.names.pop();
    return this.names.length === 0;
  }

  report(warnings: WarningList): void {
    const contents = this.contents.length === 0 ? "It is empty." : `It holds ${quoted(this.contents.join("; "))}.`;
    warnings.add("element-unknown", `This element is not in the form's schemas. ${contents}`, this.path, this.row);
  }

  private flush(): void {
    const text = this.text.trim();
    this.text = "";
    if (text !== "") this.contents.push(this.names.length > 1 ? `${this.label()}: ${text}` : text);
  }

  private label(): string {
    return this.names.slice(1).join("/");
  }
}
