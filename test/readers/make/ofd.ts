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

export const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const mm = (points: number) => String(Math.round((points * 25.4 * 10_000) / 72) / 10_000);
const escaped = (text: string) => text.replace(/[&<>]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]!);

/** Pages as an OFD file (GB/T 33190): a package of XML parts, text with steps from character to character, rules as paths. */
export function writeOfd(pages: readonly SetPage[], more: Readonly<Record<string, string>> = {}): Uint8Array {
  const list = pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('');
  const parts: Record<string, string> = {
    'OFD.xml': `${HEAD}<ofd:OFD ${OFD} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `${HEAD}<ofd:Document ${OFD}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(pages.map((page, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, contentOf(page)])),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

export function contentOf(page: SetPage): string {
  const objects = [...runsOf(page.chars).map(textObject), ...page.rules.map(pathObject)];
  if (page.scanned)
    objects.push(
      `<ofd:ImageObject ID="1" ResourceID="2" Boundary="0 0 ${mm(page.width)} ${mm(page.height)}" CTM="210 0 0 297 0 0"/>`,
    );
  return `${HEAD}<ofd:Page ${OFD}><ofd:Area><ofd:PhysicalBox>0 0 ${mm(page.width)} ${mm(page.height)}</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="1">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`;
}

/** Characters that follow each other on one line in one size. */
function runsOf(chars: readonly SetChar[]): SetChar[][] {
  const runs: SetChar[][] = [];
  for (const char of chars) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.base === char.base && last.size === char.size && char.x0 > last.x0) runs.at(-1)!.push(char);
    else runs.push([char]);
  }
  return runs;
}

/** The object's place is its top left corner; what is in it counts from there. Equal steps are written as «g n v». */
function textObject(run: readonly SetChar[]): string {
  const [first] = run as [SetChar];
  const steps = run.slice(1).map((char, i) => mm(char.x0 - run[i]!.x0));
  const same = steps.length > 2 && steps.every(step => step === steps[0]);
  const delta = same ? `g ${steps.length} ${steps[0]}` : steps.join(' ');
  const boundary = `${mm(first.x0)} ${mm(first.base - first.size)} ${mm(run.at(-1)!.x0 - first.x0 + first.size)} ${mm(first.size * 1.2)}`;
  return `<ofd:TextObject ID="1" Boundary="${boundary}" Font="1" Size="${mm(first.size)}"><ofd:TextCode X="0" Y="${mm(first.size)}"${delta ? ` DeltaX="${delta}"` : ''}>${escaped(run.map(one => one.text).join(''))}</ofd:TextCode></ofd:TextObject>`;
}

function pathObject({ direction, at, from, to }: SetPage['rules'][number]): string {
  const [x, y] = direction === 'h' ? [from, at] : [at, from];
  const [across, down] = direction === 'h' ? [to - from, 0] : [0, to - from];
  return `<ofd:PathObject ID="1" Boundary="${mm(x)} ${mm(y)} ${mm(across + 0.5)} ${mm(down + 0.5)}" LineWidth="0.18"><ofd:AbbreviatedData>M 0 0 L ${mm(across)} ${mm(down)}</ofd:AbbreviatedData></ofd:PathObject>`;
}
