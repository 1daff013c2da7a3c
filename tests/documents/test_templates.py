"""A record's own templates: what they may do, what they cannot reach, and how a slip in one is told."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from jinja2 import TemplateNotFound
from papers import PROFILE, agreement_of

from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import build_contract
from partnerskab_cli.errors import CommandError
from partnerskab_cli.render.html import build_css_properties, build_page_margins, build_page_style, escape_css
from partnerskab_cli.render.inline import sanitize_url
from partnerskab_cli.render.registry import render_document
from partnerskab_cli.render.templates import fill_template
from partnerskab_cli.render.theme import build_theme
from partnerskab_cli.text.blocks import Document
from partnerskab_cli.text.template_texts import localize_template_texts

SMALL = """
id: kaffe
titel: "<b>Kaffe</b> & [te](https://ond.example)"
formalitet: mundtlig
formål: 31. december
parter:
  - {id: kommunen, navn: Kommunen, side: offentlig, kontakt: {rolle: leder}}
  - {id: venner, navn: Vennerne, side: frivillig, kontakt: {rolle: formand}}
"""


def paper() -> Document:
    agreement = agreement_of(SMALL)
    return build_contract(agreement, build_render_context(agreement, PROFILE))


def with_own(form: str, **own: str) -> str:
    return render_document(paper(), form, build_theme(PROFILE), {name.replace("__", "."): text for name, text in own.items()}).decode()


ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ document.__class__.__init__.__globals__ }}",
    "{{ document.form.__class__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ range(1000000000) | list }}",
    "{{ dict(a=1).__class__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.environment }}",
    "{{ '' | attr('__class__') }}",
    "{{ '{0.__class__.__mro__}'.format(document) }}",
    "{{ ('{0.__class' ~ '__.__mro__}').format(document) }}",
    "{{ document | attr('form' ~ '.__class__') }}",
    "{{ ['a'] | map(attribute='__class__') | first | string }}",
    "{{ document._replace(title='x') }}",
    "{{ document | pprint }}",
    "{{ document.title | safe }}",
    "{{ {'onload': 'x'} | xmlattr }}",
    "{{ document.title | urlize }}",
    "{% include '/etc/passwd' %}",
    "{% include '../pyproject.toml' %}",
    "{% include 'partnerskab/../pyproject.toml' %}",
    "{% import 'os' as os %}{{ os }}",
    "{{ config }}",
    "{{ request.application }}",
    "{% set x = words %}{% do x.update({'page': 'y'}) %}",
    "{{ words.update({'page': 'y'}) }}",
    "{{ document.sections.append(1) }}",
)


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("text", ESCAPES)
def test_a_template_reaches_nothing_but_the_document(text: str, form: str) -> None:
    with pytest.raises(CommandError) as stopped:
        render_document(paper(), form, build_theme(PROFILE), {f"aftale.{form}.j2": f"\n{text}\n"})
    assert f"templates/aftale.{form}.j2" in stopped.value.says.da


def test_a_slip_names_the_template_and_the_line() -> None:
    with pytest.raises(CommandError) as stopped:
        with_own("html", aftale__html__j2="a\nb\n{{ document.titel }}\n")
    assert stopped.value.says.da.startswith("templates/aftale.html.j2:3: ")
    assert "titel" in stopped.value.says.en


@pytest.mark.parametrize(
    "text", ["{% if %}", "{{ }", "{% endblock %}", "{{ document.title | nofilter }}", "{% extends 'x' %}", "{{ 1 / 0 }}", "{{ 'a' + 1 }}"]
)
def test_every_kind_of_slip_is_a_sentence(text: str) -> None:
    with pytest.raises(CommandError) as stopped:
        with_own("md", aftale__md__j2=f"\n\n{text}")
    assert stopped.value.says.da.startswith("templates/aftale.md.j2:3: ")
    assert stopped.value.cure


def test_a_slip_in_a_part_names_the_part() -> None:
    with pytest.raises(CommandError) as stopped:
        with_own("html", aftale__html__j2="{% include 'brev.html.j2' %}", brev__html__j2="\n{{ nej }}")
    assert stopped.value.says.da.startswith("templates/brev.html.j2:2: ")


def test_html_escapes_whatever_a_template_is_called() -> None:
    out = with_own("html", aftale__html__j2="{% include 'x.txt' %}", x__txt="{{ document.title }}")
    assert out == "&lt;b&gt;Kaffe&lt;/b&gt; &amp; [te](https://ond.example)"


def test_markdown_escapes_what_no_filter_was_asked_for() -> None:
    out = with_own(
        "md", aftale__md__j2="{{ document.title }}\n{{ document.sections[1].blocks[0].blocks[0].lines[0] }}\n- {{ '31. maj' | inline }}"
    )
    assert out == "\\<b\\>Kaffe\\</b\\> & \\[te\\](https\\://ond.example)\n31\\. december\n- 31. maj"


def test_what_a_template_puts_together_is_escaped_too() -> None:
    text = "{% macro m(x) %}{{ x }}{% endmacro %}{% set y %}{{ document.title }}{% endset %}{{ m(document.title) }}{{ y }}{{ (document.title ~ '!') | upper }}"
    assert "<b>" not in with_own("html", aftale__html__j2=text)
    assert "[te](" not in with_own("md", aftale__md__j2=text)
    assert "<b>" not in with_own("html", aftale__html__j2="{{ (document.title | e).unescape() }}{{ ('<b>' | e).striptags() }}")


def test_an_own_template_may_build_on_ours() -> None:
    own = "{% extends 'partnerskab/document.html.j2' %}{% block closing %}<footer><p>{{ document.title }}</p></footer>{% endblock %}"
    out = with_own("html", document__html__j2=own)
    assert "<footer><p>&lt;b&gt;Kaffe" in out
    assert "<h1>&lt;b&gt;Kaffe" in out


def test_an_own_style_takes_the_place_of_ours_and_cannot_leave_its_block() -> None:
    assert "body { color: red }</style>" in with_own("html", style__css="body { color: red }")
    with pytest.raises(CommandError, match=r"style\.css"):
        with_own("html", style__css="</style><script>1</script>")


def test_a_fault_of_our_own_is_not_blamed_on_the_record() -> None:
    with pytest.raises(TemplateNotFound):
        fill_template("none.md.j2", "md", {}, {})


@pytest.mark.parametrize("own", [{}, {"style__css": "p { color: #123456 } \n\n"}], ids=["ours", "own"])
def test_a_document_lets_in_nothing_but_the_style_that_stands_in_it(own: dict[str, str]) -> None:
    page = with_own("html", **own)
    (allowed,) = re.findall(r"style-src '(?:[^']*)'", page)
    (sheet,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    assert allowed == f"style-src 'sha256-{b64encode(sha256(sheet.encode()).digest()).decode('ascii')}'"
    assert ("#123456" in sheet) == bool(own)
    assert sheet == sheet.rstrip()


@pytest.mark.parametrize("name", ["style.css", "report.css", "site.css"])
def test_a_style_that_would_break_out_is_refused(name: str) -> None:
    with pytest.raises(CommandError) as refused:
        build_page_style(
            build_theme(PROFILE), localize_template_texts("da"), "", "", {name: "p {} </style><script>"}, "report.css", "site.css"
        )
    assert f"templates/{name}" in refused.value.says.da


@pytest.mark.parametrize(
    ("text", "css"),
    {
        "Kaffe 2": '"Kaffe\\20 2"',
        'a"b': '"a\\22 b"',
        "a\\": '"a\\5c "',
        "</style>": '"\\3c \\2f style\\3e "',
        "æ\n": '"\\e6 \\a "',
        "": '""',
    }.items(),
)
def test_text_in_a_style_is_text(text: str, css: str) -> None:
    assert escape_css(text) == css


@pytest.mark.parametrize(
    ("value", "leads"),
    {
        "https://a.example/x?y=z&u#v": "https://a.example/x?y=z&u#v", "HTTP://a.example": "HTTP://a.example", "mailto:a@b.example": "mailto:a@b.example", "tel:+4512345678": "tel:+4512345678",
        "javascript:alert(1)": "", "data:text/html,x": "", "vbscript:x": "", "file:///etc/passwd": "", "//a.example": "", "a.example": "", "": "", "http://[": "", " javascript:x": "", "java\tscript:x": "",
        'https://a.example/"><b>': "https://a.example/%22%3E%3Cb%3E", "https://a.example/æ b": "https://a.example/%C3%A6%20b", "https://a.example/a%20b": "https://a.example/a%20b",
        "https://a.example/!$'()*+,;=~:@[]": "https://a.example/!$'()*+,;=~:@[]", "https://a.example/`{|}\\^": "https://a.example/%60%7B%7C%7D%5C%5E",
    }.items(),
)  # fmt: skip
def test_an_address_leads_where_it_may_or_nowhere(value: str, leads: str) -> None:
    assert sanitize_url(value) == leads


def test_every_printed_page_has_its_title_its_draft_and_its_number() -> None:
    assert build_page_margins({"page": "Side", "of": "af"}, "Kaffe", "Udkast") == (
        '@page { @top-left { content: "Kaffe" } @top-right { content: "Udkast" }'
        ' @bottom-right { content: "Side\\20 " counter(page) "\\20 af\\20 " counter(pages) } }'
    )
    plain = build_theme(PROFILE)._replace(typeface="")
    assert (
        build_css_properties(plain)
        == f":root {{ --brand: {plain.brand}; --brand-text: {plain.on_paper}; --brand-night: {plain.on_night}; }}"
    )
    assert build_css_properties(build_theme(PROFILE)._replace(typeface="Inter")).endswith('; --own-face: "Inter"; }')
