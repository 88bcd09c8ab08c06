/** How a cell looks. `input`: a number a reviewer may change; `state`: a verdict. */
export type Look = 'text' | 'number' | 'input' | 'state' | 'link' | 'head' | 'title' | 'hint' | 'share' | 'sum';

/** Looks that hang on a cell's content, by their number in the style part. */
export const DIFFERENTIAL = { bad: 0, near: 1, fine: 2, open: 3 } as const;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const FONT = '<name val="宋体"/><family val="3"/><charset val="134"/>';
const FONTS = ['', '<b/>', '<b/>', '<u/>', ''].map((more, i) => {
  const [size, color] = [[10], [10], [14], [10, 'FF0563C1'], [9, 'FF595959']][i]!;
  return `<font>${more}<sz val="${size}"/>${color ? `<color rgb="${color}"/>` : ''}${FONT}</font>`;
});
const solid = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
/** The first two are the format's own. */
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('FFDDE6F0'),
  solid('FFFFFBE0'),
];
const LINE = ['left', 'right', 'top', 'bottom'].map(side => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`).join('');
const differential = (font: string, fill?: string) =>
  `<dxf><font><color rgb="${font}"/></font>${fill ? `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill>` : ''}</dxf>`;
const DIFFERENTIALS = [
  differential('FF9C0006', 'FFFFC7CE'),
  differential('FF7F6000', 'FFFFEB9C'),
  differential('FF1E6B2E'),
  differential('FF767676', 'FFF2F2F2'),
];

/** Text format: what is typed into such a cell, or is in it and looks like a formula, stays a text. */
const AS_TEXT = 49;
const PERCENT = 9;
/** The first number a format of one's own may have. */
const OWN = 164;

const ALIGN: Readonly<Record<Look, string>> = {
  text: '<alignment vertical="top" wrapText="1"/>',
  link: '<alignment vertical="top" wrapText="1"/>',
  number: '<alignment horizontal="right" vertical="top"/>',
  input: '<alignment horizontal="right" vertical="top"/>',
  share: '<alignment horizontal="right" vertical="top"/>',
  sum: '<alignment horizontal="right" vertical="top"/>',
  state: '<alignment horizontal="center" vertical="top"/>',
  head: '<alignment horizontal="center" vertical="center" wrapText="1"/>',
  title: '<alignment vertical="center"/>',
  hint: '<alignment vertical="center"/>',
};
const FONT_OF: Readonly<Partial<Record<Look, number>>> = { head: 1, sum: 1, title: 2, link: 3, hint: 4 };
const FILL_OF: Readonly<Partial<Record<Look, number>>> = { head: 2, input: 3 };

/** The style part of a workbook: each look, with each number of decimals it is asked for, once. */
export class Styles {
  private readonly formats: string[] = [];
  private readonly looks: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  private readonly made = new Map<string, number>();

  /** The number of a look; `decimals`: of a number that is not to be shown as it comes. */
  of(look: Look, decimals?: number): number {
    const key = `${look} ${decimals ?? ''}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const border = look === 'title' || look === 'hint' ? 0 : 1;
    const format = look === 'share' ? PERCENT : decimals === undefined ? textOrPlain(look) : this.format(decimals);
    this.looks.push(
      `<xf numFmtId="${format}" fontId="${FONT_OF[look] ?? 0}" fillId="${FILL_OF[look] ?? 0}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${ALIGN[look]}</xf>`,
    );
    this.made.set(key, this.looks.length - 1);
    return this.looks.length - 1;
  }

  private format(decimals: number): number {
    const code = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
    if (!this.formats.includes(code)) this.formats.push(code);
    return OWN + this.formats.indexOf(code);
  }

  xml(): string {
    const list = (name: string, items: readonly string[]) =>
      items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
    const formats = this.formats.map((code, i) => `<numFmt numFmtId="${OWN + i}" formatCode="${code}"/>`);
    return [
      `<styleSheet xmlns="${MAIN}">`,
      list('numFmts', formats),
      list('fonts', FONTS),
      list('fills', FILLS),
      list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>', `<border>${LINE}<diagonal/></border>`]),
      list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      list('cellXfs', this.looks),
      list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      list('dxfs', DIFFERENTIALS),
      '</styleSheet>',
    ].join('');
  }
}

const textOrPlain = (look: Look) => (look === 'text' || look === 'link' ? AS_TEXT : 0);
