import { Big, type Chart, type Place, textAt } from '../../model/index.ts';
import { at, child, descendants, type Element } from './xml.ts';

/**
 * A chart part's cached values (DrawingML charts, ECMA-376 part 1, 21.2): what the chart shows, whatever the workbook behind it
 * says by now. With several series a point's label names its series too. Undefined for a chart without values.
 */
export function chartOf(root: Element, place: Place): Chart | undefined {
  const series = [...descendants(root, 'ser')];
  const points = series.flatMap(one => {
    const name = [...cached(child(one, 'tx')).values()].join('') || (at(one, 'tx', 'v')?.text ?? '');
    const labels = cached(child(one, 'cat') ?? child(one, 'xVal'));
    const values = child(one, 'val') ?? child(one, 'yVal');
    const format = [...descendants(values ?? root, 'formatCode')][0]?.text ?? 'General';
    return [...cached(values)].map(([index, value]) => ({
      label: textAt(
        [series.length > 1 ? name : '', labels.get(index) ?? (series.length > 1 ? '' : name)].filter(Boolean).join(' '),
        place,
      ),
      value: textAt(printed(value, format), place),
    }));
  });
  if (points.length === 0) return undefined;
  const title = titleOf(child(child(root, 'chart'), 'title'));
  return { kind: 'chart', ...(title ? { title: textAt(title, place) } : {}), points };
}

function titleOf(title: Element | undefined): string {
  if (!title) return '';
  return [...descendants(title, 't')].map(one => one.text).join('') || [...descendants(title, 'v')].map(one => one.text).join('');
}

/** Index → value of a cache; the levels of a multi-level category are joined. */
function cached(source: Element | undefined): Map<string, string> {
  const values = new Map<string, string>();
  if (!source) return values;
  for (const point of descendants(source, 'pt')) {
    const index = point.attrs.idx ?? '';
    const value = child(point, 'v')?.text ?? '';
    const before = values.get(index);
    values.set(index, before === undefined ? value : `${value} ${before}`);
  }
  return values;
}

/** A cached number by its format's decimals and per cent sign; without binary dust where the format is General. */
function printed(value: string, format: string): string {
  const trimmed = value.trim();
  if (!/^-?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,2})?$/.test(trimmed)) return trimmed;
  const number = new Big(trimmed);
  const [code = 'General'] = format.split(';');
  if (!/[0#]/.test(code)) return number.eq(0) ? '0' : number.prec(15).toFixed();
  const decimals = (/\.([0#]+)/.exec(code)?.[1] ?? '').slice(0, 30);
  const scaled = code.includes('%') ? number.times(100) : number;
  const shortest = /0/g.test(decimals) ? (decimals.match(/0/g)?.length ?? 0) : 0;
  let text = scaled.toFixed(decimals.length);
  while (text.includes('.') && text.endsWith('0') && text.length - text.indexOf('.') - 1 > shortest) text = text.slice(0, -1);
  return text.replace(/\.$/, '') + (code.includes('%') ? '%' : '');
}
