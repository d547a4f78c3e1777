/** The style of the page: light and dark as the reader's system has it, one column on a telephone and on paper. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1d2126;--soft:#5b6470;--line:#dcd9d0;--actor:#0b5394;--actor-bg:#e3eefa;--date:#7a4b00;--date-bg:#fbeed3;--quote:#eef3ea;--q1:#2f7d3b;--q2:#0f7a85;--q3:#a86400;--q4:#b3261e;--repair:#8a3ffc;--focus:#0b57d0;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;--serif:Charter,"Iowan Old Style","Source Serif 4",Georgia,"Noto Serif",serif}
@media (prefers-color-scheme:dark){:root{--paper:#16181c;--card:#1f2227;--ink:#e6e4df;--soft:#a2a9b3;--line:#363b43;--actor:#9cc7f5;--actor-bg:#1d3247;--date:#f0c26b;--date-bg:#3a2f17;--quote:#22302a;--q1:#6fcf7f;--q2:#5cc9d3;--q3:#e9a94a;--q4:#f28b82;--repair:#c4a1ff;--focus:#a8c7fa}}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 var(--sans);overflow-wrap:anywhere}
.masthead{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding:.75rem clamp(1rem,4vw,3rem);border-bottom:1px solid var(--line)}
.masthead p{margin:0}.name{font-weight:700;letter-spacing:.02em}.caution{color:var(--soft);font-size:.85rem;margin-left:auto!important}
.legend{font-size:.85rem;display:flex;gap:.75rem;flex-wrap:wrap}
main{max-width:90rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem) 3rem}
.report{padding-top:2rem}.report+.report{border-top:1px solid var(--line);margin-top:3rem}
h2{font:700 clamp(1.4rem,1.1rem + 1.4vw,2.1rem)/1.2 var(--serif);margin:0 0 .5rem;text-wrap:balance;max-width:50rem}
.source{margin:.1rem 0;color:var(--soft);font-size:.9rem}.source time{color:var(--ink);font-weight:600}
.columns{display:grid;grid-template-columns:minmax(0,1fr);gap:2rem;margin-top:1.5rem}
@media (min-width:62rem){.columns{grid-template-columns:minmax(0,42rem) minmax(22rem,1fr);gap:3rem}}
.text{font:1.08rem/1.8 var(--serif);max-width:42rem}.text p,h2{position:relative}.text p{margin:0 0 1.1em}
mark{background:none;color:inherit}
.actor{border-radius:.2em;padding:0 .1em;margin:0 -.1em}
.actor.coded{color:var(--actor);background:var(--actor-bg)}
.actor.uncoded{border-bottom:1px dotted var(--soft)}
.date{color:var(--date);background:var(--date-bg);border-radius:.2em;padding:0 .1em;margin:0 -.1em}
.repair{border-bottom:1px dashed var(--repair)}
.text span.quote,.sample.quote{background:var(--quote)}.text span.quote.direct,.text span.quote.mixed{font-style:italic}
.text span.event,.sample.event{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.3em;text-decoration-color:var(--tone,var(--q1))}
.quad1{--tone:var(--q1)}.quad2{--tone:var(--q2)}.quad3{--tone:var(--q3)}.quad4{--tone:var(--q4)}
.tag{font:600 .66rem/1 var(--sans);letter-spacing:.03em;color:var(--tone,var(--soft));border:1px solid currentColor;border-radius:.6em;padding:.1em .45em;margin-right:.35em;text-decoration:none;vertical-align:.18em;white-space:nowrap;user-select:none;background:var(--paper);font-style:normal}
.tag.contact{color:var(--paper);background:var(--ink);border-color:var(--ink)}
.tag.quote{color:var(--soft);background:var(--quote);border-color:transparent}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:.2em}
.tip{display:none;position:absolute;z-index:2;left:0;margin-top:.3em;width:max-content;max-width:100%;padding:.5rem .7rem;border-radius:.5rem;background:var(--ink);color:var(--paper);font:400 .82rem/1.4 var(--sans);letter-spacing:0;text-align:left;white-space:normal;box-shadow:0 6px 20px #0004;pointer-events:none;user-select:none}
.tip b,.tip span{display:block}.tip b:not(:first-child){margin-top:.4rem}.tip span{opacity:.85}
mark:hover>.tip,mark:focus>.tip,.tag:hover>.tip,.tag:focus>.tip{display:block}
@media (min-width:62rem){mark[tabindex],.tag{position:relative}.tip{max-width:22rem;top:100%;margin-top:.3rem}.tag .tip{min-width:14rem}h2 .tag{position:static}}
.record{font-size:.92rem}.part{margin:0 0 1.6rem}
h3{font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;color:var(--soft);margin:0 0 .5rem;font-weight:600}h3 small{font-weight:400;letter-spacing:0}
.card{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--tone,var(--line));border-radius:.5rem;padding:.6rem .8rem;margin:0 0 .6rem}
.contacts .card{border-left-color:var(--ink)}
.card:target,tr:target{outline:2px solid var(--focus);outline-offset:1px}
.tag:target{outline:2px solid var(--focus);outline-offset:2px}
.card p{margin:.2rem 0}.head{display:flex;flex-wrap:wrap;gap:.15rem .5rem;align-items:baseline}.kind{font-size:1.02em}
.quad1 .kind,.quad2 .kind,.quad3 .kind,.quad4 .kind,.mode,.score{color:var(--tone)}
.back{margin-left:auto;font-size:.8em;color:var(--soft)}
.status{font-size:.8em;border-radius:.6em;padding:0 .5em;border:1px solid var(--line);color:var(--soft)}
.status.held,.status.happened{color:var(--q1);border-color:currentColor}.status.planned,.status.proposed,.status.postponed,.status.hypothetical{color:var(--q3);border-color:currentColor}.status.cancelled,.status.denied{color:var(--q4);border-color:currentColor}
.day{font-variant-numeric:tabular-nums}
code{font:.85em/1.3 ui-monospace,"Cascadia Mono",Menlo,"DejaVu Sans Mono",monospace;color:var(--actor);white-space:nowrap}
.parties{list-style:none;margin:.3rem 0;padding:0}.parties li{padding-left:1.4em;position:relative}.parties li+li::before{content:"↔";position:absolute;left:0;color:var(--soft)}.parties.directed li+li::before{content:"→"}
.office{display:block;color:var(--soft);font-size:.9em}
dl{display:grid;grid-template-columns:minmax(5.5rem,auto) 1fr;gap:.15rem .8rem;margin:.4rem 0}dt{color:var(--soft);grid-column:1}dd{margin:0;grid-column:2}
.note,.chain{color:var(--soft);font-size:.88em}td .note,.note.line{display:block}dd+dd{margin-top:.3rem}
blockquote{margin:.3rem 0;padding-left:.7rem;border-left:3px solid var(--line);font-family:var(--serif)}blockquote.direct,blockquote.mixed{font-style:italic}
.why{color:var(--soft);font-size:.85em}.why summary,.more summary{cursor:pointer;width:fit-content}.why p{margin:.2rem 0}.more{margin:0 0 1.6rem;color:var(--soft)}.more .part{margin-top:.6rem;color:var(--ink)}
table{width:100%;border-collapse:collapse}th{text-align:left;font-weight:600;font-size:.8em;color:var(--soft);padding:.2rem .5rem .2rem 0}td{vertical-align:top;padding:.3rem .5rem .3rem 0;border-top:1px solid var(--line)}td.number{text-align:right;font-variant-numeric:tabular-nums}th:last-child,td:last-child{padding-right:0}
del{color:var(--q4);text-decoration-thickness:1px}ins{color:var(--q1);text-decoration:none}
.notice{border-left:4px solid var(--q3);padding:.2rem .8rem;margin:0}.nothing{margin:.2rem 0}
@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--actor:#0b5394;--actor-bg:#fff;--date:#7a4b00;--date-bg:#fff;--quote:#f3f3f3;--q1:#2f7d3b;--q2:#0f7a85;--q3:#a86400;--q4:#b3261e}body{font-size:10pt}.columns{display:block}.text{max-width:none;font-size:11pt;line-height:1.6}.report+.report{break-before:page;border:0}.card,tr{break-inside:avoid}.back,.tip,.why summary{display:none!important}.record{margin-top:1.5rem}h3{break-after:avoid}a{color:inherit}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
`;
