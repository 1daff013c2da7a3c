"""Texts that would do something if a document let them: each a value that an agreement may hold."""

HTML = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "' onmouseover='alert(1)", "<b>fed</b>",
    "</style><style>*{display:none}</style>", "</title><script>1</script>", "<!-- skjult", "--> <!--", "<![CDATA[x]]>", "<?php echo 1 ?>",
    "<!DOCTYPE html>", "<a href='javascript:alert(1)'>klik</a>", "<iframe src='https://ond.example'></iframe>", "<base href='//ond.example/'>",
    "<meta http-equiv=refresh content=0>", "<form action=//ond.example><input>", "<details open ontoggle=alert(1)>", "<div style='position:fixed'>",
    "&lt;script&gt;", "&#60;script&#62;", "&amp; & &copy; &notit;", "<", ">", "<x", "</p>", "<p", "<br>", "<hr/>", "<table><tr><td>",
    "<textarea>", "<plaintext>", "<xmp>", "<noscript>", "<math><mi//xlink:href='data:x,<script>'>", "<input autofocus onfocus=alert(1)>",
)  # fmt: skip
MARKDOWN = (
    "31. december 2026", "1. marts", "1) første", "- punkt", "+ punkt", "* punkt", "# overskrift", "###### seks", "> citat", "```", "~~~ ruby",
    "    kode", "\tkode", "---", "***", "___", "===", "- [x] underskrevet", "- [ ] mangler", "[x] underskrevet", "[klik](javascript:alert(1))",
    "[klik](https://ond.example)", "![billede](https://ond.example/x.png)", "[note]: https://ond.example", "[^1]", "[^1]: fodnote", "*fed*", "**fed**",
    "_kursiv_", "__fed__", "~~slettet~~", "`kode`", "``kode ` kode``", "<https://ond.example>", "<ond@ond.example>", "https://ond.example/?a=1&b=2",
    "www.ond.example", "| a | b |", "a | b\n--- | ---\n1 | 2", "Overskrift\n===", "Overskrift\n---", "linje\n\n```\nlinje", "linje\\", "linje  \nlinje",
    "\\", "\\\\", "\\*", "\\|", "|", "a\\|b", "1.", "12345678901. x", "-", "+", "=", "--", "$x$", "$$x$$", ":smile:", "@nogen", "#12", "en\n31. december",
    "en\n- to", "en\n# to", "en\n> to", "en\n\n    to", "en\n<div>\nto", "*", "**", "_", "`", "[", "]", "!", "![", "](", "{.klasse}", "{{< x >}}", "++ins++", "==gul==",
)  # fmt: skip
TEMPLATES = (
    "{{ 7*7 }}", "{% for x in y %}", "{# skjult #}", "{{ document.__class__ }}", "{{ cycler.__init__.__globals__.os.popen('id') }}", "${7*7}", "<%= 7*7 %>",
    "#{7*7}", "{{", "}}", "{%", "%}", "{% raw %}", "{{ '' | safe }}", "%s %(x)s {0} {x}",
)  # fmt: skip
STYLES = (
    "*/ } body { display: none } /*",
    "url(https://ond.example)",
    "expression(alert(1))",
    '"; content: "',
    "\\22 ",
    "@import 'x'",
    "}</style>",
)
LETTERS = (
    "\x1b[31mrød\x1b[0m", "\x07\x08", "a\u202eb", "a\u200bb", "a\u2028b", "a\ufeffb", "a\u00adb", "\U000e0041", "e\u0301", "👩‍🚀", "ÆØÅ æøå", "»citat«",
    "a\u00a0b", "\u0000nul", "\ud800", "\ufffe", "\ufdd0", "\U0001ffff", "０１", "مرحبا", "Speciallægepraksiskonsulentordningsudvalgsformand" * 3, "x" * 400, "'\"`´", "…–—",
)  # fmt: skip
PLACES = (
    "javascript:alert(1)",
    "data:text/html,<script>1</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//ond.example",
    "https://",
    "http://[",
    "mailto:x@y.example?bcc=z",
)
SPREADSHEETS = ("=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", '=HYPERLINK("https://ond.example")')
TYPST = (
    "#panic()",
    "= overskrift",
    "$ x $",
    '#import "x"',
    "@ref",
    "<etiket>",
    '#eval("1")',
    "\\u{41}",
    "//kommentar",
    "/* kommentar",
    "*fed* _x_",
)

EVERY = (*HTML, *MARKDOWN, *TEMPLATES, *STYLES, *LETTERS, *PLACES, *SPREADSHEETS, *TYPST)
