/** How the drop page looks, beside the style of the pages it shows, whose colours it uses. */
export const PAGE_STYLE = `
button{font:inherit;color:var(--ink);background:var(--bg);border:1px solid var(--line);border-radius:6px;padding:.3rem .8rem;cursor:pointer;white-space:nowrap}
button:hover{border-color:var(--link)}button:focus-visible,.drop:focus-within{outline:2px solid var(--link);outline-offset:2px}
button.main{background:var(--link);border-color:var(--link);color:var(--bg);font-weight:600}
button.plain{border:0;background:none;color:var(--link);padding:.3rem 0}
.start header,.working header{display:flex;justify-content:space-between;align-items:baseline;gap:1rem}
.start header,.start main,.start footer,.working header,.working main{max-width:52rem}
.start main>*,.working main>*{margin-top:1rem}
.drop{display:flex;flex-direction:column;align-items:center;gap:.75rem;text-align:center;padding:3.5rem 1.25rem;border:2px dashed var(--line);border-radius:14px;background:var(--card);cursor:pointer}
.drop:hover,.over .drop{border-color:var(--link)}
.drop strong{font-size:1.35rem}
.drop .choose{background:var(--link);color:var(--bg);font-weight:600;border-radius:6px;padding:.4rem 1.2rem}
.drop input{position:absolute;opacity:0;width:1px;height:1px}
.hints{padding-left:1.3rem;color:var(--soft)}.hints li{padding:.2rem 0}
.told{list-style:none;padding:.6rem .9rem;border-left:4px solid var(--maybe-ink);background:var(--card);white-space:pre-wrap;margin:.75rem 0}
#told{max-width:84rem;margin:0 auto;padding:0 1.25rem}
progress{width:100%;height:.6rem;accent-color:var(--link)}
.bar{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem;background:var(--card);border-bottom:1px solid var(--line);padding:.5rem max(1.25rem,calc((100% - 84rem)/2 + 1.25rem))}
.bar .group,.bar .tabs{display:inline-flex;flex-wrap:wrap;align-items:center;gap:.4rem .6rem}
.bar label{font-size:.88rem;color:var(--soft);white-space:nowrap}
.bar [aria-selected=true]{border-color:var(--link);color:var(--link);font-weight:600}
.result .side{top:3.4rem;max-height:calc(100vh - 3.4rem)}
.result [id]{scroll-margin-top:4rem}
.over.result{outline:4px dashed var(--link);outline-offset:-4px}
@media(max-width:60rem){.bar{position:static}.result .side{max-height:none}.result [id]{scroll-margin-top:0}}
@media(max-width:30rem){.bar .group,.bar .tabs{width:100%}.bar button{flex:1 1 auto}.drop{padding:2rem 1rem}}
@media print{.bar,#told{display:none}.result .side{max-height:none}}
`;
