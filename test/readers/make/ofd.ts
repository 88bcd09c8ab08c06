import { strToU8, zipSync } from 'fflate';

/** A character and a rule as they stand on a page, in points from its top left corner; `base` is the baseline. */
export interface SetChar {
  readonly text: string;
  readonly x0: number;
  readonly base: number;
  readonly size: number;
}
export interface SetPage {
  readonly width: number;
  readonly height: number;
  readonly chars: readonly SetChar[];
  readonly rules: readonly { readonly direction: 'h' | 'v'; readonly at: number; readonly from: number; readonly to: number }[];
  /** A picture over the whole page. */
  readonly scanned?: boolean;
}

/**
 * How a program writes its pages. `runs`: one object for what stands on a line. `single`: an object for each sign, in points, with a
 * matrix that takes it to where it stands, its glyph beside it, in blocks; rules as thin areas. `folded`: many lines in one text, with
 * steps back and down. `units`: rules and half of the text kept apart, or in a template. `short`: steps for the first signs only.
 */
export type Hand = 'runs' | 'single' | 'folded' | 'units' | 'short';

export const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const mm = (points: number) => String(Math.round((points * 25.4 * 10_000) / 72) / 10_000);
const escaped = (text: string) => text.replace(/[&<>]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]!);

/** Pages as an OFD file (GB/T 33190): a package of XML parts, text with steps from character to character, rules as paths. */
export function writeOfd(
  pages: readonly SetPage[],
  more: Readonly<Record<string, string>> = {},
  hand: Hand = 'runs',
): Uint8Array {
  if (hand === 'units') return inUnits(pages);
  const list = pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('');
  const parts: Record<string, string> = {
    'OFD.xml': `${HEAD}<ofd:OFD ${OFD} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `${HEAD}<ofd:Document ${OFD}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(pages.map((page, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, contentOf(page, hand)])),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const textsOf = (chars: readonly SetChar[], hand: Hand): string[] => {
  if (hand === 'single')
    return chars.map(char => `<ofd:PageBlock ID="8"><ofd:PageBlock ID="9">${singleObject(char)}</ofd:PageBlock></ofd:PageBlock>`);
  if (hand === 'folded') return chars.length ? [foldedObject(chars)] : [];
  return runsOf(chars, hand === 'short').map(run => textObject(run, hand === 'short'));
};

export function contentOf(page: SetPage, hand: Hand = 'runs'): string {
  const objects = [...textsOf(page.chars, hand), ...page.rules.map(hand === 'single' ? areaObject : pathObject)];
  if (page.scanned)
    objects.push(
      `<ofd:ImageObject ID="1" ResourceID="2" Boundary="0 0 ${mm(page.width)} ${mm(page.height)}" CTM="210 0 0 297 0 0"/>`,
    );
  return `${HEAD}<ofd:Page ${OFD}><ofd:Area><ofd:PhysicalBox>0 0 ${mm(page.width)} ${mm(page.height)}</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="1">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`;
}

/** Characters that follow each other on one line in one size. */
function runsOf(chars: readonly SetChar[], close = false): SetChar[][] {
  const runs: SetChar[][] = [];
  for (const char of chars) {
    const last = runs.at(-1)?.at(-1);
    const isNear = last && (!close || Math.abs(char.x0 - last.x0 - widthOf(last)) < 0.1);
    if (last && isNear && last.base === char.base && last.size === char.size && char.x0 > last.x0) runs.at(-1)!.push(char);
    else runs.push([char]);
  }
  return runs;
}

/** The object's place is its top left corner; what is in it counts from there. Equal steps are written as «g n v». */
function textObject(run: readonly SetChar[], short = false): string {
  const [first] = run as [SetChar];
  const steps = run.slice(1).map((char, i) => mm(char.x0 - run[i]!.x0));
  const same = steps.length > 2 && steps.every(step => step === steps[0]);
  const told = short ? steps.slice(0, 3) : steps;
  const delta = same ? `g ${told.length} ${steps[0]}` : told.join(' ');
  const boundary = `${mm(first.x0)} ${mm(first.base - first.size)} ${mm(run.at(-1)!.x0 - first.x0 + first.size)} ${mm(first.size * 1.2)}`;
  return `<ofd:TextObject ID="1" Boundary="${boundary}" Font="1" Size="${mm(first.size)}"><ofd:TextCode X="0" Y="${mm(first.size)}"${delta ? ` DeltaX="${delta}"` : ''}>${escaped(run.map(one => one.text).join(''))}</ofd:TextCode></ofd:TextObject>`;
}

function pathObject({ direction, at, from, to }: SetPage['rules'][number]): string {
  const [x, y] = direction === 'h' ? [from, at] : [at, from];
  const [across, down] = direction === 'h' ? [to - from, 0] : [0, to - from];
  return `<ofd:PathObject ID="1" Boundary="${mm(x)} ${mm(y)} ${mm(across + 0.5)} ${mm(down + 0.5)}" LineWidth="0.18"><ofd:AbbreviatedData>M 0 0 L ${mm(across)} ${mm(down)}</ofd:AbbreviatedData></ofd:PathObject>`;
}

const widthOf = ({ text, size }: SetChar) => {
  if (text.charCodeAt(0) >= 0x2e80 || '“”‘’…—·'.includes(text)) return size;
  return /[.,:;'|!il]/.test(text) ? size * 0.28 : size / 2;
};

/** In points of a page whose corner lies elsewhere: the matrix makes them millimetres and moves them to the object's own corner. */
function singleObject({ text, x0, base, size }: SetChar): string {
  const unit = 25.4 / 72;
  const [left, top] = [x0 * unit, (base - size) * unit];
  const matrix = [unit, 0, 0, unit, -left, -top + 400 * unit].map(one => one.toFixed(6)).join(' ');
  return `<ofd:TextObject ID="1" CTM="${matrix}" Boundary="${left.toFixed(6)} ${top.toFixed(6)} ${mm(size)} ${mm(size * 1.2)}" LineWidth="1" Font="16" Size="${size}" Stroke="false" Fill="true"><ofd:FillColor ColorSpace="15" Value="0"/><ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"><ofd:Glyphs>4460</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="${x0}" Y="${(base - 400).toFixed(4)}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`;
}

/** All signs of one size in one text: «-60 4» leads back to the beginning of a line, and one line down. */
function foldedObject(chars: readonly SetChar[]): string {
  const sizes = [...new Set(chars.map(one => one.size))];
  return sizes
    .map(size => {
      const own = chars.filter(one => one.size === size);
      const [first] = own as [SetChar];
      const across = own.slice(1).map((one, i) => mm(one.x0 - own[i]!.x0));
      const down = own.slice(1).map((one, i) => mm(one.base - own[i]!.base));
      return `<ofd:TextObject ID="1" Boundary="0 0 210 297" Font="1" Size="${mm(size)}"><ofd:TextCode X="${mm(first.x0)}" Y="${mm(first.base)}" DeltaX="${across.join(' ')}" DeltaY="${packed(down)}">${escaped(own.map(one => one.text).join(''))}</ofd:TextCode></ofd:TextObject>`;
    })
    .join('');
}

/** Equal steps as «g n v». */
function packed(steps: readonly string[]): string {
  const groups: [string, number][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last?.[0] === step) last[1]++;
    else groups.push([step, 1]);
  }
  return groups.map(([step, count]) => (count > 1 ? `g ${count} ${step}` : step)).join(' ');
}

/** A rule as an area as thin as a line. */
function areaObject({ direction, at, from, to }: SetPage['rules'][number]): string {
  const thick = 0.18;
  const [x, y] = direction === 'h' ? [mm(from), Number(mm(at)) - thick / 2] : [Number(mm(at)) - thick / 2, mm(from)];
  const [w, h] = direction === 'h' ? [mm(to - from), thick] : [thick, mm(to - from)];
  return `<ofd:PathObject ID="1" Boundary="${x} ${y} ${w} ${h}" Stroke="false" Fill="true"><ofd:FillColor Value="0 0 0"/><ofd:AbbreviatedData>M 0 0 L ${w} 0 L ${w} ${h} L 0 ${h} C</ofd:AbbreviatedData></ofd:PathObject>`;
}

/** Rules in a template, every second line of text in a drawing kept apart, which stands in another one. */
function inUnits(pages: readonly SetPage[]): Uint8Array {
  const more: Record<string, string> = {};
  let units = '';
  let templates = '';
  pages.forEach((page, i) => {
    const lines = runsOf(page.chars).map(run => textObject(run));
    const apart = lines.filter((_, n) => n % 2).join('');
    units += `<ofd:CompositeGraphicUnit ID="${100 + i}" Width="200" Height="200"><ofd:Content><ofd:PageBlock CTM="1 0 0 1 -5 -6">${apart}</ofd:PageBlock></ofd:Content></ofd:CompositeGraphicUnit><ofd:CompositeGraphicUnit ID="${1100 + i}" Width="200" Height="200"><ofd:Content><ofd:CompositeObject ResourceID="${100 + i}" Boundary="1 1 200 200" CTM="2 0 0 2 0 0"/></ofd:Content></ofd:CompositeGraphicUnit>`;
    const outer = `<ofd:CompositeObject ID="7" ResourceID="${1100 + i}" Boundary="4.5 5.5 200 200" CTM="0.5 0 0 0.5 0 0"/>`;
    templates += `<ofd:TemplatePage ID="${500 + i}" BaseLoc="Tpls/Tpl_${i}/Content.xml"/>`;
    more[`Doc_0/Tpls/Tpl_${i}/Content.xml`] = contentOf({ ...page, chars: [] });
    more[`Doc_0/Pages/Page_${i}/Content.xml`] = contentOf({ ...page, chars: [], rules: [] })
      .replace('<ofd:Area>', `<ofd:Template TemplateID="${500 + i}" ZOrder="Foreground"/><ofd:Area>`)
      .replace('<ofd:Layer ID="1">', `<ofd:Layer ID="1">${lines.filter((_, n) => n % 2 === 0).join('')}${outer}`);
  });
  more['Doc_0/DocumentRes.xml'] =
    `${HEAD}<ofd:Res ${OFD} BaseLoc="Res"><ofd:CompositeGraphicUnits>${units}</ofd:CompositeGraphicUnits></ofd:Res>`;
  const list = pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('');
  more['Doc_0/Document.xml'] =
    `${HEAD}<ofd:Document ${OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${templates}<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`;
  return writeOfd(pages, more);
}
