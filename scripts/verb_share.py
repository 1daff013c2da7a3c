"""How many functions of a package begin with a verb: `python scripts/verb_share.py src/partnerskab_cli [FOLDER …]`.

Properties, methods that Python calls by itself, and what a table exempts do not count. A word that is a noun as well counts only with
an object behind it. The same measure for any package, so that one can be held beside another.
"""

import ast
import sys
from collections.abc import Container, Iterator
from pathlib import Path

VERBS = frozenset({
    "acquire", "add", "align", "allocate", "anchor", "answer", "append", "apply", "ask", "assign", "attach", "bracket", "build", "call",
    "cancel", "canonicalize", "capitalize", "change", "check", "choose", "cite", "clean", "clip", "close", "collapse", "collect",
    "colorize", "combine", "compare", "compile", "complete", "compose", "compute", "confirm", "convert", "copy", "count", "create",
    "cut", "darken", "decapitalize", "declare", "decode", "deepen", "define", "delete", "deliver", "describe", "detect", "determine",
    "diff", "digest", "dispatch", "distribute", "draw", "drop", "dump", "edit", "encode", "end", "ensure", "enter", "escape",
    "estimate", "expand", "explain", "extend", "extract", "fill", "filter", "finalize", "find", "fingerprint", "fit", "fix", "fold",
    "follow", "format", "freeze", "get", "group", "guard", "guess", "handle", "hash", "indent", "index", "inline", "insert", "intern",
    "invert", "isolate", "iter", "join", "keep", "label", "lay", "lift", "lighten", "limit", "link", "list", "load", "localize",
    "locate", "lock", "lower", "make", "map", "mark", "mask", "match", "measure", "merge", "move", "name", "nest", "normalize", "note",
    "number", "offer", "open", "order", "parse", "pick", "place", "plan", "prepare", "preview", "print", "query", "quote", "rate",
    "read", "recommend", "redact", "redecode", "reduce", "refresh", "refuse", "reject", "relax", "release", "remove", "rename",
    "render", "repeat", "replace", "report", "require", "resolve", "restore", "rewrite", "round", "run", "sanitize", "save", "search",
    "select", "separate", "set", "shift", "shorten", "show", "sign", "skip", "slugify", "snapshot", "sort", "spell", "splice", "split",
    "stage", "step", "store", "strip", "subtract", "suggest", "sum", "summarize", "suppress", "sync", "take", "test", "track",
    "translate", "transliterate", "try", "undo", "unify", "unquote", "update", "validate", "verify", "view", "wait", "walk", "warn",
    "weaken", "weigh", "wrap", "write",
})  # fmt: skip
"""What a function's name may begin with; one more comes in the change that uses it."""
QUESTIONS = frozenset({"is", "has", "can", "needs", "to", "from"})
NOUNS = frozenset({
    "answer", "change", "check", "copy", "count", "cut", "diff", "digest", "edit", "end", "estimate", "filter", "fix", "group", "guard",
    "guess", "handle", "hash", "index", "label", "limit", "link", "list", "load", "lock", "mark", "mask", "match", "measure", "move",
    "name", "nest", "note", "number", "offer", "order", "place", "plan", "preview", "print", "quote", "rate", "release", "repeat",
    "report", "search", "set", "show", "sign", "sort", "split", "stage", "step", "store", "sum", "test", "track", "view", "wait",
    "walk", "wrap",
})  # fmt: skip
"""Verbs that are nouns as well: `list_ids`, not `list`."""


def iter_functions(folder: Path) -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function below a folder that is named by what it does."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not is_named_by_python(node):
                yield path, node


def is_named_by_python(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether it is a property, or one of Python's own names."""
    return node.name.startswith("__") or any(ast.unparse(decorator).endswith("property") for decorator in node.decorator_list)


def has_verb(name: str, exempt: Container[str] = ()) -> bool:
    """Whether a name begins with a verb; a noun that is one too needs an object."""
    return name in exempt or (name not in NOUNS and name.strip("_").split("_")[0] in VERBS | QUESTIONS)


def main(folders: list[str]) -> None:
    """Print the share of each folder."""
    for folder in folders:
        names = [node.name for _, node in iter_functions(Path(folder))]
        count = sum(map(has_verb, names))
        sys.stdout.write(f"{folder}: {count} of {len(names)}, {count / max(len(names), 1):.0%}\n")


if __name__ == "__main__":
    main(sys.argv[1:] or ["src/partnerskab_cli"])
