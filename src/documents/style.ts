/** Looks of a printed page. Under 600 px a table's rows become cards, so that nothing is wider than a telephone. */
export const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f4f4f4;color:#111;font:14px/1.45 system-ui,Roboto,"Noto Sans",Arial,sans-serif}
main{max-width:210mm;margin:0 auto;padding:24px;background:#fff;overflow-wrap:anywhere}
h1{font-size:22px;margin:0}h2{font-size:15px;margin:16px 0 4px}
.subtitle,.note,footer,small,.address{color:#555}.subtitle{margin:2px 0 0}.strong{font-weight:600}
.pair{display:flex;gap:24px}.pair>section{flex:1}
dl{margin:0}dl>div{display:flex;gap:8px}dt{color:#555}dt::after{content:":"}dd{margin:0}
section>dl{margin-top:8px}
table{width:100%;border-collapse:collapse;margin-top:12px}
th,td{text-align:left;vertical-align:top;padding:5px 6px;border-bottom:1px solid #ccc}
th{overflow-wrap:normal}th.right,td.right{text-align:right;white-space:nowrap}
small{display:block;font-size:11px}
.totals{margin-top:12px}.totals>div{justify-content:flex-end}.totals dd{min-width:120px;text-align:right}
.totals .main{font-size:18px;font-weight:600}.totals .main dt{color:inherit}
.code{display:flex;gap:16px;margin-top:20px;align-items:flex-start;break-inside:avoid}
.qr{flex:0 0 130px}.qr svg{width:130px;height:130px;display:block}
.address{font-size:11px}footer{margin-top:20px;font-size:11px;border-top:1px solid #ccc;padding-top:8px}
tr{break-inside:avoid}
@media (max-width:600px){
main{padding:16px}.pair{display:block}
thead{display:none}table,tbody,tr,td{display:block;width:100%}
tr{border-bottom:1px solid #999;padding:6px 0}
td,td.right{border:0;padding:2px 0;text-align:right;white-space:normal;overflow:hidden}
td::before{content:attr(data-label);float:left;color:#555;padding-right:12px}
td.minor{display:none}td.wide{text-align:left;font-weight:600}td.wide::before{content:none}td.wide small{font-weight:400}
}
@media print{body{background:#fff}main{max-width:none;padding:0}a{color:inherit;text-decoration:none}}
@page{size:A4;margin:14mm}
`.replace(/\n/g, "")
