/** Fields whose result is no content: tables of contents, page numbers. */
const NO_CONTENT = /^\s*(?:TOC|INDEX|TOA|RD|TC|XE|PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/i;

/** Whether a field instruction stands for something that is no content of the report. */
export function isNoContent(instruction: string): boolean {
  return NO_CONTENT.test(instruction);
}

/** Fields as they open, part and close along the document (ECMA-376 part 1, 17.16.18); they nest, and cross paragraphs. */
export class Fields {
  private readonly open: { instruction: string; inResult: boolean; skip: boolean }[] = [];
  private readonly trusted: boolean;

  /** `balanced`: every field that begins also ends; else a lost end would swallow the rest, and contents go by style alone. */
  constructor(balanced: boolean) {
    this.trusted = balanced;
  }

  begin(): void {
    this.open.push({ instruction: '', inResult: false, skip: false });
  }

  instruction(text: string): void {
    const field = this.open.at(-1);
    if (field && !field.inResult) field.instruction += text;
  }

  /** Gives the instruction that the result now following belongs to. */
  separate(): string {
    const field = this.open.at(-1);
    if (!field) return '';
    field.inResult = true;
    field.skip = this.trusted && isNoContent(field.instruction);
    return field.instruction;
  }

  end(): void {
    this.open.pop();
  }

  /** Whether text that comes now is an entry of a generated table of contents. */
  get lists(): boolean {
    return (
      this.open.every(field => field.inResult) && this.open.some(field => field.skip && /^\s*TOC\b/i.test(field.instruction))
    );
  }

  /** Whether text that comes now is an instruction or a result that is no content. */
  get silent(): boolean {
    return this.open.some(field => field.skip || (!field.inResult && this.trusted));
  }
}
