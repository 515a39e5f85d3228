import {
  emptyDocument,
  emptyOwner,
  type Field,
  type OwnershipDocument,
  type ReportingOwner,
  type Signature,
} from "@/lib/ownership/document";
import { childOf, type ElementNode, OWNERSHIP_DOCUMENT } from "./element-tree";
import { RowBuilder } from "./row-builder";
import { UnknownElement } from "./unknown-element";
import { quoted, shortName, WarningList } from "./warning-list";

export type Attribute = [name: string, value: string];

/** Attributes that name vocabularies, not contents. */
const TECHNICAL_ATTRIBUTE = /^(?:xmlns|xml|xsi)(?::|$)/;

/** The bit by which an open element remembers that it is a repetition. */
const REPEATED = 1 << 30;

/** Builds an OwnershipDocument from a tokenizer's events. Never throws: what it can't place becomes a warning. */
export class DocumentBuilder {
  readonly document: OwnershipDocument = emptyDocument();
  readonly warnings = new WarningList();
  readonly rows = new RowBuilder(this.document, this.warnings);

  private readonly stack: ElementNode[] = [];
  /** For each open element the bits of the children that came already. */
  private readonly seen: number[] = [];
  private node: ElementNode | null = null;
  /** The element that opened last. */
  private last: ElementNode = OWNERSHIP_DOCUMENT;
  private text = "";
  private field: Field | null = null;
  private owner: ReportingOwner = emptyOwner();
  private signature: Signature = { signatureName: null, signatureDate: null };
  private footnoteId: string | null = null;
  private unknown: UnknownElement | null = null;

  /** `attributes` is null for an element without any. The first element must be the root. */
  open(name: string, attributes: Attribute[] | null): void {
    const parent = this.node;
    const node = parent === null ? OWNERSHIP_DOCUMENT : childOf(parent, name, this.last);
    if (node === undefined || this.unknown !== null) {
      this.openUnknown(name, attributes);
      return;
    }
    this.push(node);
    this.begin(node, attributes === null ? null : this.takeAttributes(node, attributes));
  }

  addText(text: string): void {
    if (this.unknown !== null) this.unknown.addText(text);
    const node = this.node;
    if (node?.takesText) {
      // Also inside markup that the form does not know: the words of a footnote stay together.
      this.text = this.text === "" ? text : this.text + text;
    } else if (this.unknown === null && !isBlank(text)) this.strayText(text);
  }

  close(): void {
    if (this.unknown !== null) {
      if (!this.unknown.close()) return;
      this.unknown.report(this.warnings);
      this.unknown = null;
      return;
    }
    const node = this.node;
    if (node === null) return;
    const repeated = ((this.seen.pop() ?? 0) & REPEATED) !== 0;
    this.end(node, repeated);
    this.stack.pop();
    this.node = this.stack[this.stack.length - 1] ?? null;
  }

  private push(node: ElementNode): void {
    const top = this.seen.length - 1;
    const already = this.seen[top] ?? 0;
    if (top >= 0) this.seen[top] = already | node.bit;
    this.seen.push(node.single && (already & node.bit) !== 0 ? REPEATED : 0);
    this.stack.push(node);
    this.node = node;
    this.last = node;
  }

  private begin(node: ElementNode, id: string | null): void {
    switch (node.role) {
      case "field":
        this.field = { value: null, footnoteIds: [] };
        break;
      case "value":
        if (this.text !== "") this.besideValue(this.takeText());
        break;
      case "reference":
        this.refer(node, id);
        break;
      case "row":
      case "security-row":
        this.rows.begin(node, this.stack.length);
        break;
      case "footnote":
        this.footnoteId = id;
        break;
      case "owner":
        this.owner = emptyOwner();
        this.document.reportingOwners.push(this.owner);
        break;
      case "signature":
        this.signature = { signatureName: null, signatureDate: null };
        this.document.signatures.push(this.signature);
        break;
    }
  }

  private end(node: ElementNode, repeated: boolean): void {
    const text = node.takesText && this.text !== "" ? this.takeText() : null;
    switch (node.role) {
      case "value":
        this.endValue(text, repeated);
        break;
      case "field":
        this.endField(node, text, repeated);
        break;
      case "document-text":
        if (node.documentKey !== null) this.set(this.document, node.documentKey, text, repeated);
        break;
      case "issuer-text":
        if (node.issuerKey !== null) this.set(this.document.issuer, node.issuerKey, text, repeated);
        break;
      case "owner-text":
        if (node.ownerKey !== null) this.set(this.owner, node.ownerKey, text, repeated);
        break;
      case "signature-text":
        if (node.signatureKey !== null) this.set(this.signature, node.signatureKey, text, repeated);
        break;
      case "footnote":
        this.endFootnote(text);
        break;
      case "row":
      case "security-row":
        this.rows.end();
        break;
      case "group":
        if (repeated) this.warn("element-repeated", "This element stands here more than once; all of it was read.");
    }
  }

  /** Keeps the first text of an element that may stand once; a second one goes into a warning. */
  private set<K extends string>(
    target: Record<K, string | null>,
    key: K,
    text: string | null,
    repeated: boolean,
  ): void {
    const taken = target[key] !== null;
    if (!taken) target[key] = text;
    if (repeated || (taken && text !== null)) this.warnRepeated(text);
  }

  private endValue(text: string | null, repeated: boolean): void {
    const { field } = this;
    if (field === null) return;
    if (field.value === null && !repeated) field.value = text;
    else this.set(field, "value", text, repeated);
  }

  private endField(node: ElementNode, text: string | null, repeated: boolean): void {
    const { field } = this;
    this.field = null;
    if (field === null || node.leaf === null) return;
    if (field.value === null) field.value = text;
    else if (text !== null) this.besideValue(text);
    const refused = this.rows.put(node.leaf, field);
    if (repeated || refused !== null) this.warnRepeated(field.value);
  }

  private refer(node: ElementNode, id: string | null): void {
    if (id === null) this.warn("footnote-id-missing", "A footnote reference without an id.");
    else if (this.field !== null) {
      this.field.footnoteIds.push(id);
      this.rows.referenced.add(id);
    } else if (node.leaf !== null) this.rows.refer(node.leaf, id);
  }

  private endFootnote(text: string | null): void {
    if (this.footnoteId === null) this.warn("footnote-id-missing", `A footnote without an id: ${quoted(text ?? "")}.`);
    this.document.footnotes.push({ id: this.footnoteId ?? "", text: text ?? "" });
    this.footnoteId = null;
  }

  /** The id of a footnote or reference; any other attribute is a warning. */
  private takeAttributes(node: ElementNode, attributes: Attribute[]): string | null {
    let id: string | null = null;
    for (const [name, value] of attributes) {
      if (name === "id" && (node.role === "reference" || node.role === "footnote")) id = value.trim() || null;
      else if (!TECHNICAL_ATTRIBUTE.test(name)) {
        this.warn("attribute-unknown", `This attribute holds ${quoted(value)}.`, `@${shortName(name)}`);
      }
    }
    return id;
  }

  private openUnknown(name: string, attributes: Attribute[] | null): void {
    if (this.unknown !== null) this.unknown.open(name);
    else this.unknown = new UnknownElement(name, this.path(shortName(name)), this.rows.open?.place ?? null);
    for (const [key, value] of attributes ?? []) this.unknown.addAttribute(key, value);
  }

  /** Text where the form has none. Right inside a field it is taken for the value that is not wrapped. */
  private strayText(text: string): void {
    if (this.node?.role === "field" && this.field?.value === null) {
      this.field.value = text.trim();
      const message = `The text ${quoted(text)} stands outside a value element; it was taken as the value.`;
      this.warn("value-not-wrapped", message);
    } else this.warn("text-misplaced", `The text ${quoted(text)} stands where the form has none.`);
  }

  private besideValue(text: string | null): void {
    if (text !== null) this.warn("text-misplaced", `The text ${quoted(text)} stands beside a value element.`);
  }

  private takeText(): string | null {
    const text = this.text.trim();
    this.text = "";
    return text === "" ? null : text;
  }

  private warnRepeated(text: string | null): void {
    const held = text === null ? "The repetition is empty." : `The repetition says ${quoted(text)}.`;
    this.warn("element-repeated", `This element may stand here once; the first text counts. ${held}`);
  }

  private warn(code: string, message: string, last?: string): void {
    this.warnings.add(code, message, this.path(last), this.rows.open?.place ?? null);
  }

  /** Names of the open elements, counted from the row if one is open. */
  private path(last?: string): string {
    const names = this.stack.slice(this.rows.open?.depth ?? 0).map((node) => node.name);
    if (last !== undefined) names.push(last);
    return names.join("/");
  }
}

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x20) return false;
  }
  return true;
}
