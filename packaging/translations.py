"""Translations: found in the code, merged into `resources/i18n/*.ts`, made into files to read.

    python packaging/translations.py update     bring the .ts files in step with the code; list gaps
    python packaging/translations.py compile    make the files beside each .ts file that is newer:
                                                .qm for Qt, .mo for the command line

Qt's lupdate reads Python by halves: it loses plurals of `translate`, conditional texts and the
tables that are worded later. So the texts are found here, by Python's own parser, and lupdate is
given them as it likes them best. CONTRIBUTING.md says how a text is written.
"""

from __future__ import annotations

import ast
import json
import re
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("de",)
_PLURAL_FORMS = {"de": "nplurals=2; plural=(n != 1);"}  # as Qt counts in these languages

# Functions without a class around them: in which context their text stands, and which it is.
_OF_WORDING = {
    "tr": 0,
    "tr_of": 0,
    "mark": 0,
    "with_number": 2,
    "mark_number": 1,
    "ActionSpec": 2,
}
_OF_MESSAGES = {"Message": 0, "counted": 1, "words": 0}
_FROM_THE_RIGHT = frozenset({"ar", "fa", "he", "ur"})
_FILLED_IN = re.compile(r"\{\w+\}|%n|%\d")
_AT_ONCE = {"tr", "tr_of", "with_number", "worded", "words"}
_PLURAL = {"with_number", "mark_number", "counted"}


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text to translate, in the context that its translation is kept under."""

    context: str
    source: str
    is_plural: bool


def texts(files: Iterable[Path]) -> set[Text]:
    """Every text of these files."""
    return {text for file in files for text in Reader(file).texts}


def all_files() -> list[Path]:
    """The program's own files; practice data is not translated."""
    package = ROOT / "lcdesk"
    return [file for file in sorted(package.rglob("*.py")) if package / "demo" not in file.parents]


class Reader(ast.NodeVisitor):
    """The texts of one file.

    `unreadable` has the lines of those that are put together where they are worded, or that are
    worded before the language is known: no translation is ever found for them.
    """

    def __init__(self, file: Path) -> None:
        self.texts: set[Text] = set()
        self.unreadable: list[int] = []
        self._classes: list[str] = []
        self._functions = 0
        self.visit(ast.parse(file.read_text(encoding="utf-8")))

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Contexts of Qt are the names of classes."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """What stands in no function runs when it is imported."""
        self._functions += 1
        self.generic_visit(node)
        self._functions -= 1

    def visit_Call(self, node: ast.Call) -> None:
        """Every function that words a text, or marks one."""
        self.generic_visit(node)
        name = _name(node.func)
        is_method = isinstance(node.func, ast.Attribute)
        if name in _AT_ONCE and not self._functions:
            self.unreadable.append(node.lineno)
        if name == "tr" and is_method:
            self._add(self._classes[-1] if self._classes else "", node, 0, _has_number(node, 2))
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) > 1:
            for context in _literals(node.args[0]):
                self._add(context, node, 1, _has_number(node, 3))
        elif name in _OF_WORDING and not is_method:
            self._add("Wording", node, _OF_WORDING[name], name in _PLURAL)
        elif name in _OF_MESSAGES:
            self._add("Message", node, _OF_MESSAGES[name], name in _PLURAL)

    def _add(self, context: str, call: ast.Call, place: int, is_plural: bool) -> None:
        if len(call.args) <= place:
            return
        given = call.args[place]
        if not context or _is_put_together(given):
            self.unreadable.append(call.lineno)
        self.texts |= {Text(context, source, is_plural) for source in _literals(given)}


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _has_number(call: ast.Call, place: int) -> bool:
    return len(call.args) > place or any(keyword.arg == "n" for keyword in call.keywords)


def _literals(given: ast.expr) -> Iterator[str]:
    """What is said outright, or one way or the other. A name was marked where it was made."""
    if isinstance(given, ast.IfExp):
        yield from _literals(given.body)
        yield from _literals(given.orelse)
    elif isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value:
        yield given.value


def _is_put_together(given: ast.expr) -> bool:
    if isinstance(given, ast.IfExp):
        return _is_put_together(given.body) or _is_put_together(given.orelse)
    if isinstance(given, ast.Call):
        return _name(given.func) in ("format", "join")
    return isinstance(given, ast.JoinedStr | ast.BinOp)


def update() -> int:
    """Merge the texts of the code into every .ts file, and list what is not translated."""
    lacking = 0
    with tempfile.TemporaryDirectory() as folder:
        twin = Path(folder) / "texts.cpp"
        twin.write_text(_as_lupdate_likes_it(texts(all_files())), encoding="utf-8")
        for language in LANGUAGES:
            file = FOLDER / f"lcdesk_{language}.ts"
            _run("lupdate", "-silent", "-no-obsolete", "-sort-messages", "-locations", "none",
                 "-source-language", "en", "-target-language", language,
                 str(twin), "-ts", str(file))  # fmt: skip
            lacking += _report(file)
    return 1 if lacking else 0


def _as_lupdate_likes_it(found: Iterable[Text]) -> str:
    lines = []
    for text in sorted(found):
        given = [json.dumps(part, ensure_ascii=False) for part in (text.context, text.source)]
        number = ', "", count' if text.is_plural else ""
        lines.append(f"QCoreApplication::translate({', '.join(given)}{number});\n")
    return "".join(lines)


def _report(file: Path) -> int:
    unfinished = [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
        if message.find("translation[@type='unfinished']") is not None
    ]
    for line in unfinished:
        print(line)
    print(f"{file.name}: {len(unfinished)} texts are not translated")
    return len(unfinished)


def compile_all() -> None:
    """A .qm and a .mo file for each .ts file, where there is none or an older one."""
    for source in sorted(FOLDER.glob("*.ts")):
        for ending, make in ((".qm", make_qm), (".mo", _make_mo)):
            made = source.with_suffix(ending)
            if not made.exists() or made.stat().st_mtime_ns < source.stat().st_mtime_ns:
                unfinished = made.with_suffix(f"{ending}.new")
                make(source, unfinished)
                unfinished.replace(made)


def make_qm(source: Path, made: Path) -> None:
    """What is filled in is set apart where a language is written from right to left."""
    with tempfile.TemporaryDirectory() as folder:
        if source.stem.rpartition("_")[2] in _FROM_THE_RIGHT:
            tree = ET.parse(source)
            for text in [*tree.iter("translation"), *tree.iter("numerusform")]:
                text.text = set_apart(text.text or "")
            source = Path(folder) / source.name
            tree.write(source, encoding="utf-8")
        _run("lrelease", "-silent", str(source), "-qm", str(made))


def _make_mo(source: Path, made: Path) -> None:
    """What is said without Qt, as GNU gettext keeps it: sorted texts, two tables of where they are.

    A text stands there as "context EOT text", and its forms of the plural with a NUL between them.
    """
    language = source.stem.rpartition("_")[2]
    head = f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {_PLURAL_FORMS[language]}\n"
    found = sorted([(b"", head.encode()), *_said_without_qt(source)])
    strings, tables, at = b"", b"", 28 + 16 * len(found)
    for column in (0, 1):
        for texts_of_one in found:
            text = texts_of_one[column]
            tables += struct.pack("<II", len(text), at + len(strings))
            strings += text + b"\0"
    magic, of_texts, of_translations = 0x950412DE, 28, 28 + 8 * len(found)
    start = struct.pack("<7I", magic, 0, len(found), of_texts, of_translations, 0, at)
    made.write_bytes(start + tables + strings)


def _said_without_qt(source: Path) -> Iterator[tuple[bytes, bytes]]:
    for context in ET.parse(source).getroot().iter("context"):
        if context.findtext("name") != "Message":
            continue
        for message in context.iter("message"):
            text, translation = message.findtext("source") or "", message.find("translation")
            if translation is None or "type" in translation.attrib:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            key = f"Message\4{text}" + (f"\0{text}" if forms else "")
            yield key.encode(), "\0".join(forms or [translation.text or ""]).encode()


def set_apart(text: str) -> str:
    """A name in other letters, a time or a number orders nothing around it: ⁨{name}⁩.

    The mark before it says which way the whole reads, where it holds nothing else.
    """
    isolate = "\N{FIRST STRONG ISOLATE}\\g<0>\N{POP DIRECTIONAL ISOLATE}"
    apart = _FILLED_IN.sub(isolate, text)
    return apart if apart == text else f"\N{RIGHT-TO-LEFT MARK}{apart}"


def _run(tool: str, *arguments: str) -> None:
    import PySide6  # brings both tools

    program = Path(PySide6.__path__[0]) / (f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([str(program), *arguments], check=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["update"]:
            sys.exit(update())
        case ["compile"]:
            compile_all()
        case _:
            sys.exit(__doc__)
