"""A file that was read → the text and the tokens that those see who look for numbers and names."""

from collections.abc import Iterator

from ..diagnostics import Span
from ..model.agreement import Agreement
from ..source.parser import MappingNode, Node, Scalar, SequenceNode
from ..source.source_file import SourceFile
from ..text.prefilter import index_text
from .text_source import SourceToken, TextSource


def make_text_source(source: SourceFile[Agreement]) -> TextSource:
    """The file as text."""
    return TextSource(
        source.text, index_text(source.text), source.path.rpartition("/")[2], lambda: iter_tokens(source.root) if source.root else ()
    )


def iter_tokens(node: Node, key: str = "") -> Iterator[SourceToken]:
    """Every key and every value, escapes undone."""
    if isinstance(node, Scalar):
        yield SourceToken(key, node.text, find_scalar_span(node))
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from iter_tokens(item, key)
    elif isinstance(node, MappingNode):
        for word, (scalar, value) in node.entries.items():
            yield SourceToken("", word, find_scalar_span(scalar))
            yield from iter_tokens(value, word)


def find_scalar_span(scalar: Scalar) -> Span:
    """Where a text stands, to its very end."""
    return Span(scalar.start.line + 1, scalar.start.column + 1, scalar.end.line + 1, scalar.end.column + 1)
