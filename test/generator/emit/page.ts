import { type Random, randomOf } from '../random.ts';
import { type Block, type Inline, plain, type Report, type TableBlock } from '../report.ts';
import { escaped } from './xml.ts';

/**
 * The report as the websites of offices publish it: text pasted from Word into a content manager's editor, inside tables and divs that
 * arrange the page, between navigation, dates, counters, attachments and the site's own footer. The seed draws how.
 */
export function emitPage(report: Report, seed: number): string {
  const random = randomOf(`page/${seed}`);
  const dress = dressOf(random);
  const body = report.blocks.map(block => blockOf(block, dress)).join('\n');
  const editor = `<div class="TRS_Editor"><style type="text/css">.TRS_Editor P{line-height:1.5;font-size:10.5pt;}</style><div class="Custom_UnionStyle">${WORD}${body}</div></div>`;
  const article = `<div class="title">${escaped(report.title)}</div>
<div class="info"><span>来源：${escaped(report.entity)}</span>&nbsp;&nbsp;<span>发布时间：${report.year + 1}-09-12 10:32</span>&nbsp;&nbsp;<span>浏览次数：<i id="hits">1356</i></span>&nbsp;字号：[<a>大</a> <a>中</a> <a>小</a>]</div>
${editor}
<p>附件：<a href="P0${report.year + 1}0912.xls">1.部门决算公开表.xls</a></p><div class="bar">【打印本页】【关闭窗口】</div>`;
  const main = random.chance(0.5)
    ? `<table width="1000" border="0" cellspacing="0"><tr><td width="200" valign="top"><ul><li><a href="#">机构概况</a></li><li><a href="#">财政信息</a></li></ul></td><td>${article}</td></tr></table>`
    : `<div class="wrap"><div class="con">${article}</div></div>`;
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="ColumnName" content="财政信息"><title>${escaped(report.title)}_财政信息_政务公开</title>
<script>var _trs = {"id": 20.13};</script></head><body>
<div id="top"><a href="#">首页</a> | <a href="#">政务公开</a> | <a href="#">办事服务</a></div>
<div class="crumb">您现在的位置：<a href="#">首页</a>&nbsp;&gt;&nbsp;<a href="#">财政信息</a></div>
${main}
<div class="foot"><p>主办：${escaped(report.entity)}&nbsp;&nbsp;地址：某某路108号&nbsp;&nbsp;邮编：100200</p><p>备案号：某ICP备05012345号-1&nbsp;&nbsp;网站标识码：3100000012</p></div>
<script type="text/javascript">document.write("<span>9.99</span>");</script></body></html>
`;
}

const WORD = '<!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->';

interface Dress {
  readonly random: Random;
  /** Paragraphs are p, div, or stretches between line breaks. */
  readonly paragraph: (content: string) => string;
  readonly indent: string;
}

function dressOf(random: Random): Dress {
  return {
    random,
    paragraph: random.pick([
      content => `<p class="MsoNormal" style="text-indent:32pt;mso-char-indent-count:2.0">${content}<o:p></o:p></p>`,
      content => `<p align="justify" style="text-indent:2em">${content}</p>`,
      content => `<div>${content}</div>`,
      content => `${content}<br />`,
    ]),
    indent: random.pick(['', '&nbsp;&nbsp;&nbsp;&nbsp;', '　　']),
  };
}

function blockOf(block: Block, dress: Dress): string {
  if (block.kind === 'table') return tableOf(block, dress);
  if (block.kind === 'chart') return dress.paragraph(`<img alt="${escaped(block.title)}" src="W0201.png">`);
  const text = spans(block.inline, dress);
  return dress.paragraph(dress.indent + (block.kind === 'heading' ? `<strong>${text}</strong>` : text));
}

/** Runs as Word leaves them: cut anywhere, within words and numbers too; the source is wrapped between them. */
function spans(inline: Inline, { random }: Dress): string {
  const text = plain(inline);
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const length = random.int(1, 24);
    const piece = escaped(text.slice(at, at + length))
      .replace(/\n/g, '<br>')
      .replace(/ {2,}/g, blanks => '&nbsp;'.repeat(blanks.length));
    const numbers = /^[\d.,%]+$/.test(piece);
    pieces.push(`<span ${numbers ? 'lang="EN-US" ' : ''}style="font-size:16.0pt;\nfont-family:仿宋_GB2312">${piece}</span>`);
    at += length;
  }
  return pieces.join('');
}

function tableOf(block: TableBlock, dress: Dress): string {
  const above = [block.title, ...block.corner].filter(Boolean).map(text => `<p align="center"><b>${escaped(text)}</b></p>`);
  const rows = Array.from({ length: block.rows }, (_, row) => {
    const cells = block.cells
      .filter(cell => cell.row === row)
      .map(cell => {
        const span =
          (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '') + (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '');
        const content = plain(cell.inline) === '' ? '&nbsp;' : spans(cell.inline, dress);
        return `<td width="96"${span} style="border:solid 1.0pt;padding:0cm 5.4pt"><p class="MsoNormal" align="right">${content}<o:p></o:p></p></td>`;
      });
    return `<tr style="height:18.0pt">\n  ${cells.join('\n  ')}\n</tr>`;
  });
  const notes = block.notes.map(note => `<p>${escaped(note)}</p>`);
  return `${above.join('\n')}\n<div align="center"><table class="MsoNormalTable" border="0" cellspacing="0" cellpadding="0">\n${rows.join('\n')}\n</table></div>\n${notes.join('\n')}`;
}
