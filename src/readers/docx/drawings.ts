import { chosen, type Element } from '../parts/xml.ts';

/** What may hide in a drawing, an old picture or an object. */
export interface Drawing {
  /** The bodies of text boxes. */
  readonly boxes: readonly Element[];
  /** Relation ids. */
  readonly charts: readonly string[];
  readonly diagrams: readonly string[];
  /** Embedded or linked objects: their program («Excel.Sheet.12»), their relation, and whether only an icon stands there. */
  readonly objects: readonly { readonly program: string; readonly id: string; readonly icon: boolean }[];
  /** Pictures large enough to hold a table: over 6 × 3 cm, or of unknown size. */
  readonly pictures: number;
  /** Charts of kinds this reader cannot read (waterfall, treemap …). */
  readonly unreadCharts: number;
}

const EMU_PER_CM = 360_000;

export function lookInto(drawing: Element): Drawing {
  const found = {
    boxes: [] as Element[],
    charts: [] as string[],
    diagrams: [] as string[],
    objects: [] as { program: string; id: string; icon: boolean }[],
    pictures: 0,
    unreadCharts: 0,
  };
  const large = isLarge(drawing);
  const walk = (element: Element) => {
    for (const one of element.children) {
      if (one.name === 'txbxContent') found.boxes.push(one);
      else if (one.name === 'AlternateContent') walk({ ...one, children: [...chosen(one)] });
      else {
        if (one.name === 'chart' && one.attrs.id) found.charts.push(one.attrs.id);
        else if (one.name === 'relIds' && one.attrs.dm) found.diagrams.push(one.attrs.dm);
        else if (one.name === 'OLEObject')
          found.objects.push({ program: one.attrs.ProgID ?? '', id: one.attrs.id ?? '', icon: one.attrs.DrawAspect === 'Icon' });
        else if ((one.name === 'blip' || one.name === 'imagedata') && large) found.pictures++;
        walk(one);
      }
    }
  };
  walk({ name: '', attrs: {}, text: '', children: [drawing] });
  // The preview picture of an object is not one more picture.
  if (found.objects.length) found.pictures = 0;
  return found;
}

function isLarge(drawing: Element): boolean {
  const stack = [...drawing.children];
  for (let one = stack.pop(); one; one = stack.pop()) {
    if (one.name === 'extent') return Number(one.attrs.cx) > 6 * EMU_PER_CM && Number(one.attrs.cy) > 3 * EMU_PER_CM;
    if (one.name === 'shape' && one.attrs.style) {
      const size = (side: string) =>
        Number(new RegExp(`(?:^|;)\\s*${side}\\s*:\\s*([\\d.]+)pt`).exec(one!.attrs.style!)?.[1] ?? 999);
      return size('width') > 170 && size('height') > 85;
    }
    if (one.name !== 'txbxContent') stack.push(...one.children);
  }
  return true;
}
