/**
 * What the page does beyond being read: a problem that is opened lights up its places; j and k go through the problems, Enter opens
 * and closes; «#p2» or a problem's id behind the address opens it; boxes hide levels and ticks; on paper every problem is open. Without
 * scripts everything is there, only unlit.
 */
export const SCRIPT = `
(function(){
var problems=[].slice.call(document.querySelectorAll('details.problem')),at=-1;
function lit(id){[].forEach.call(document.querySelectorAll('.lit'),function(m){m.classList.remove('lit')});
if(!id)return;[].forEach.call(document.querySelectorAll('[data-p~="'+id+'"]'),function(m){m.classList.add('lit')})}
function go(i,open){var p=problems[i];if(!p)return;at=i;if(open!==null)p.open=open;var n=p.closest('.notes');if(n)n.open=true;var id=p.id.slice(2);lit(id);
p.scrollIntoView({block:'nearest'});function q(c){return document.querySelector('mark'+c+'[data-p~="'+id+'"]')}
var m=q('.wrong')||q('.candidate')||q('');
if(m)m.scrollIntoView({block:'center'});p.querySelector('summary').focus({preventScroll:true})}
problems.forEach(function(p,i){p.querySelector('summary').addEventListener('click',function(){at=i;lit(p.open?null:p.id.slice(2));
if(!p.open)setTimeout(function(){go(i,null)},0)})});
document.body.addEventListener('click',function(e){var m=e.target.closest&&e.target.closest('mark[data-p]');if(!m)return;
var id=m.getAttribute('data-p').split(' ')[0],p=document.getElementById('p-'+id);if(p)go(problems.indexOf(p),true)});
document.body.addEventListener('keydown',function(e){if(e.ctrlKey||e.metaKey||e.altKey||/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName))return;
var shown=problems.map(function(p,i){return p.hidden?-1:i}).filter(function(i){return i>=0});
var here=shown.indexOf(at);
if(e.key==='j'&&here<shown.length-1)go(shown[here+1],true);
else if(e.key==='k'&&here>0)go(shown[here-1],true)});
function here(){var id=decodeURIComponent(location.hash.slice(1)),n=/^p(\\d{1,6})$/.exec(id),
p=n?problems[n[1]-1]:document.getElementById(id)||document.getElementById('p-'+id);
if(p&&p.classList.contains('problem'))go(problems.indexOf(p),true)}
window.addEventListener('hashchange',here);here();
window.addEventListener('beforeprint',function(){[].forEach.call(document.querySelectorAll('.problem,.notes'),function(p){p.open=true})});
[].forEach.call(document.querySelectorAll('.filter input'),function(box){box.addEventListener('change',function(){
if(box.value==='ticks')document.body.classList.toggle('plain',!box.checked);
else problems.forEach(function(p){if(p.getAttribute('data-level')===box.value)p.hidden=!box.checked})})});
[].forEach.call(document.querySelectorAll('[hidden].noscript'),function(n){n.hidden=false});
var find=document.getElementById('find'),rule=document.getElementById('rule');
function sift(){var w=find.value.trim().toLowerCase(),id=rule.value;[].forEach.call(document.querySelectorAll('tr[data-rules]'),function(r){
r.hidden=(w!==''&&r.textContent.toLowerCase().indexOf(w)<0)||(id!==''&&r.getAttribute('data-rules').split(' ').indexOf(id)<0)})}
if(find){find.addEventListener('input',sift);rule.addEventListener('change',sift)}
})();
`;
