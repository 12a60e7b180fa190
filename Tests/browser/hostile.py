"""Texts that try to leave the place where they are written."""

# Each calls `__trace` if it ever runs: the tests look for it.
RUN = "__trace=1"

BODIES = (
    f"<script>{RUN}</script>", f"<ScRiPt>{RUN}</sCrIpT>", f"<script/x>{RUN}</script/x>", f"<img src=x onerror={RUN}>",
    f"<img/src=x/onerror={RUN}>", f"<IMG SRC=x OnErRoR='{RUN}'>", f"<svg onload={RUN}>", f"<svg/onload={RUN}//", f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>", f"<body onload={RUN}>", f"<iframe src=javascript:{RUN}></iframe>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>", f"<details open ontoggle={RUN}>", f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}>", f"<textarea autofocus onfocus={RUN}>", f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>", f"<marquee onstart={RUN}>", f"<object data=javascript:{RUN}>", f"<embed src=javascript:{RUN}>",
    f"<a href=javascript:{RUN}>x</a>", f"<a href='java\tscript:{RUN}'>x</a>", f"<form action=javascript:{RUN}><button>x", f"<button formaction=javascript:{RUN}>x",
    f"<math><mi xlink:href=javascript:{RUN}>x", f"<base href=//ailleurs.example/>", f"<link rel=stylesheet href=//ailleurs.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//ailleurs.example'>", "<style>*{background:url(//ailleurs.example)}</style>",
    f"<template><script>{RUN}</script></template>", f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>", f"<!--><img src=x onerror={RUN}>-->",
    f"<![CDATA[<img src=x onerror={RUN}>]]>", f"<x onmouseover={RUN} style=position:fixed;inset:0>x", f"<img src=x onerror=&#95;&#95;trace&#61;1>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;", "&#60;img src=x onerror=__trace=1&#62;", f"\\x3cscript\\x3e{RUN}\\x3c/script\\x3e", f"%3Cscript%3E{RUN}%3C/script%3E",
    f"javascript:{RUN}", f"{{{{constructor.constructor('{RUN}')()}}}}", f"${{{RUN}}}", f"`;{RUN};//", f"';{RUN};'", f"\";{RUN};\"",
)

# Ways out of an attribute, a text area, a list, a title; combining marks hide a quote from an escaper that walks by character.
WAYS_OUT = ('">', "'>", "\"\u0301>", "</textarea>", "</title>", "</option></select>", f"\" onfocus={RUN} autofocus x=\"", f"\"\u0301 onfocus={RUN} autofocus x=\"\u0301")

CORPUS = list(BODIES) + [way + body for way in WAYS_OUT for body in BODIES[0:30:5]] + [
    way + f"<b id=marque-{number}>x</b>" for number, way in enumerate(WAYS_OUT)] + [
    f"\u202e<script>{RUN}</script>", f"\ufeff<img src=x onerror={RUN}>", f"<\u0301script>{RUN}</script>", f"<img src=x onerror\u0338={RUN}>",
    f"\u00a0\"><svg/onload={RUN}>", f"é\"><img src=x onerror={RUN}>é", f"<script\u2028>{RUN}</script>", f"＜script＞{RUN}＜/script＞",
    f"<svg><style>{{font-family:'<img/src=x onerror={RUN}>'", f"<div><p title=\"</div><img src=x onerror={RUN}>\">", "--><script>__trace=1</script><!--",
    f"]]><img src=x onerror={RUN}>", "<" * 50, "\"" * 40, "'" * 40, "&" * 40, "</form></main></body></html>", "<h1>Deux titres</h1>", "<input type=hidden name=jeton value=x>",
    "<form method=post action=/deconnexion><button>x</button></form>", "<img src=//ailleurs.example/x.png>",
]
