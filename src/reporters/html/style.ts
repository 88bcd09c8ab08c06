/** How the page looks: on a screen in light and dark, on a phone, and in black and white on A4. No font, picture or colour comes from elsewhere. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--ink:#1c1e21;--soft:#5f6670;--line:#d9dde3;--card:#f6f7f9;--link:#0b57d0;
--wrong:#ffd6d1;--wrong-ink:#a3160a;--maybe:#ffe6b3;--maybe-ink:#7a4a00;--near:#e7edf8;--good:#137333;--lit:#ff9f0a;--pale:#d3def0;--deep:#5b7fb5}
@media(prefers-color-scheme:dark){:root{--bg:#15171a;--ink:#e6e8eb;--soft:#9aa2ad;--line:#343940;--card:#1e2125;--link:#8ab4f8;
--wrong:#5c1a14;--wrong-ink:#ffb4a9;--maybe:#4d3800;--maybe-ink:#ffd88a;--near:#26303f;--good:#81c995;--lit:#ffb340;--pale:#3d4a5e;--deep:#86a8dd}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
header,main,footer{max-width:84rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.25rem}
h1{font-size:1.35rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:1.75rem 0 .5rem}
.meta{color:var(--soft);margin:0}
.state{font-size:1.2rem;font-weight:700;margin:1rem 0 .5rem}.state.bad{color:var(--wrong-ink)}.state.fine{color:var(--good)}
.unread{border-left:4px solid var(--maybe-ink);background:var(--card);padding:.5rem .75rem;margin:.5rem 0}
.unread ul,.todo{margin:.25rem 0;padding-left:1.6rem}
.todo li{padding:.15rem 0}
.now{font-variant-numeric:tabular-nums;background:var(--wrong);color:var(--wrong-ink);padding:0 .25em;border-radius:3px}
.to{font-variant-numeric:tabular-nums;font-weight:700;color:var(--good)}
.level{font-size:.8rem;color:var(--soft);border:1px solid var(--line);border-radius:3px;padding:0 .35em}
.cols{display:grid;grid-template-columns:minmax(0,1fr) minmax(18rem,26rem);gap:1.75rem;align-items:start}
.side{position:sticky;top:0;max-height:100vh;overflow:auto;padding:.5rem .25rem 2rem}
.side{grid-column:2;grid-row:1}article{grid-column:1;grid-row:1}
.problem{border:1px solid var(--line);border-radius:8px;background:var(--card);margin:.6rem 0;padding:.6rem .8rem}
.notes{margin-top:1.2rem}.notes>summary{cursor:pointer;font-weight:700;font-size:1.1rem}
.problem[open]{border-color:var(--link)}
.problem summary{cursor:pointer;font-weight:600}
.problem p{margin:.4rem 0}.eq{font-family:ui-monospace,Consolas,monospace;font-size:.9rem;background:var(--bg);border-radius:4px;padding:.35rem .5rem;display:block}
.why,.small{color:var(--soft);font-size:.88rem}
.filter{display:flex;flex-wrap:wrap;gap:.9rem;font-size:.88rem;color:var(--soft);margin:.5rem 0}
article h3,article h4,article h5{margin:1.2rem 0 .35rem;font-size:1rem}
article p{margin:.35rem 0}
.scroll{overflow-x:auto;margin:.6rem 0}
table{border-collapse:collapse;font-size:.85rem}
caption{text-align:left;font-weight:600;padding:.2rem 0}
td,th{border:1px solid var(--line);padding:.2rem .45rem;text-align:left;vertical-align:top;font-variant-numeric:tabular-nums}
td,th{min-width:4.2em}td:empty{min-width:1em}td.n,th.n{text-align:right;white-space:nowrap;min-width:0}
mark{background:none;color:inherit;border-radius:3px;padding:0 .1em}
mark.wrong{background:var(--wrong);color:var(--wrong-ink);font-weight:700;outline:1px solid var(--wrong-ink)}
mark.candidate{background:var(--maybe);color:var(--maybe-ink);font-weight:600}
mark.involved{background:var(--near)}
mark.tied{border-bottom:2px solid var(--good)}
mark.bounded{border-bottom:2px dotted var(--good)}
mark.unchecked{border-bottom:2px dashed var(--maybe-ink)}
mark.lit,mark:target{box-shadow:0 0 0 3px var(--lit)}
.plain mark.tied,.plain mark.bounded{border-bottom:0}
.key mark{margin-right:.9rem;display:inline-block}
figure{margin:.8rem 0 1.2rem}figcaption{font-weight:600}figcaption .small{display:block;font-weight:400}
svg{display:block}svg text{font-size:12px;fill:var(--ink);paint-order:stroke;stroke:var(--bg);stroke-width:3px;stroke-linejoin:round}
svg text.end{text-anchor:end}svg text.soft{fill:var(--soft)}svg a text{fill:var(--link)}svg text.bad,svg text.fails{fill:var(--wrong-ink);font-weight:700}
svg text.holds,svg text.undecided,svg text.fails{stroke:none}svg text.holds{fill:var(--good)}svg text.undecided,svg text.noted{fill:var(--maybe-ink);stroke:none}
.node{fill:var(--deep)}.node.bad{fill:var(--wrong-ink)}.ribbon{fill:var(--pale);opacity:.75}.last{fill:var(--pale)}.this{fill:var(--deep)}
.cell{fill:var(--bg);stroke:var(--line)}.cell.holds{fill:var(--card)}.cell.fails{fill:var(--wrong)}.cell.undecided{fill:var(--maybe)}.cell.noted{fill:var(--card)}
.page{margin:.8rem 0}.page summary{cursor:pointer;font-weight:600;font-size:.88rem;color:var(--soft)}.page svg{width:100%;height:auto;border:1px solid var(--line);background:#fff;margin-top:.4rem}
.page rect{fill:none;stroke-width:1.2px}.page rect.wrong{stroke:#d0021b;stroke-width:1.8px;fill:#ff3b301f}.page rect.candidate{stroke:#b26a00;stroke-dasharray:4 2}.page rect.involved{stroke:#3b6fb5;stroke-width:.8px}
.page a.lit rect{stroke-width:3px;fill:#ff9f0a55}
details.fold{border-top:1px solid var(--line);padding:.6rem 0}
details.fold>summary{cursor:pointer;font-weight:600}
.units td,.units th{white-space:nowrap}.units td.name{white-space:normal;min-width:9em}
.tools{display:flex;flex-wrap:wrap;gap:.6rem}.tools input,.tools select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.3rem .6rem;min-width:0;max-width:100%;flex:1 1 14rem}
section.report{border-top:3px solid var(--line);margin-top:2rem;padding-top:.5rem}
footer{color:var(--soft);font-size:.85rem;padding-top:1rem;padding-bottom:2.5rem}
@media(max-width:60rem){.cols{display:block}.side{padding:0}.side{position:static;max-height:none}}
@media print{svg text{stroke:none;fill:#000}.node,.this{fill:#444}.ribbon{fill:#ddd;stroke:#999;stroke-width:.4px}.last{fill:#fff;stroke:#444}.cell,.cell.holds,.cell.undecided{fill:#fff}.cell.fails{fill:#fff;stroke:#000;stroke-width:1.6px}
figure,.page{break-inside:avoid}.scroll svg{width:100%;height:auto}.page svg{max-height:240mm}:root{--bg:#fff;--ink:#000;--soft:#333;--line:#999;--card:#fff;--link:#000;--wrong:#fff;--wrong-ink:#000;--maybe:#fff;--maybe-ink:#000;--near:#fff;--good:#000}
body{font-size:10.5pt}.filter,.tools,.noprint{display:none}.cols{display:block}.side{position:static;max-height:none}
mark.wrong{outline:2px solid #000}mark.candidate{outline:1px dashed #000}mark.lit,mark:target{box-shadow:none}.problem{break-inside:avoid}table{font-size:8pt}tr{break-inside:avoid}@page{size:A4;margin:15mm}}
`;
