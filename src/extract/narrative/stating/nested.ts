import { belonging } from '../../../domain/index.ts';
import type { Topic } from '../topics.ts';

/** Members that are part of another member (小微 of 中小, the 项 of a 类 that is listed too) are no addends. */
export function outermost(children: readonly Topic[]): readonly Topic[] {
  const { outer, inner } = belonging.nestedNames;
  const told = new Set(children.map(({ indicator }) => indicator));
  const paths = new Set(children.flatMap(({ path, indicator }) => (path ? (indicator ?? []) : [])));
  const hasOuter = children.some(({ label }) => label.core.includes(outer));
  return children.filter(
    ({ indicator, label }) =>
      !belonging.nested.some(chain => told.has(chain[chain.indexOf(indicator ?? '') - 1] ?? '')) &&
      // «中小企业采购 5 万元，小微企业采购 3 万元»: by their names, the one is inside the other.
      !(hasOuter && !label.core.includes(outer) && inner.some(name => label.core.includes(name))) &&
      // «货物 4 万元、服务 6 万元，授予中小企业合同 8 万元»: of all that was bought, beside its kinds.
      !belonging.neverInside.some(one => one.part.includes(indicator ?? '') && one.inside.some(kind => told.has(kind))) &&
      !pathsAbove(indicator).some(path => paths.has(path)),
  );
}

/** «教育支出/普通教育/小学教育»: «教育支出», «教育支出/普通教育». */
function pathsAbove(indicator: string | null): string[] {
  const steps = indicator?.split('/') ?? [];
  return steps.slice(1).map((_, i) => steps.slice(0, i + 1).join('/'));
}

/** «其中：A 90 万元；B 6 万元。», then «1.A 90 万元，…» in paragraphs of their own: what was told is told again. */
export function onceTold(parts: readonly Topic[]): readonly Topic[] {
  const isAgain = (one: Topic, before: readonly Topic[]) =>
    one.indicator !== null &&
    one.unit === null &&
    before.some(
      other =>
        other.indicator === one.indicator &&
        other.label.scope === one.label.scope &&
        other.paragraph.number !== one.paragraph.number,
    );
  return parts.filter((one, i) => !isAgain(one, parts.slice(0, i)));
}
