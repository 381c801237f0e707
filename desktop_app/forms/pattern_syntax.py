"""The grammar of patterns for ``regex()``: text to parts. What is read is said in ``patterns``."""

from dataclasses import dataclass

from desktop_app.forms.characters import (
    CLASSES,
    BadPattern,
    Test,
    TooCostly,
    opposite,
    property_test,
)

DEEPEST = 40


@dataclass(frozen=True)
class OneOf:
    """One character of a set."""

    test: Test


@dataclass(frozen=True)
class Row:
    """One part after the other."""

    parts: "tuple[Part, ...]"


@dataclass(frozen=True)
class Either:
    """One of several parts."""

    parts: "tuple[Part, ...]"


@dataclass(frozen=True)
class Times:
    """A part several times; ``most`` None for no limit."""

    part: "Part"
    least: int
    most: int | None


@dataclass(frozen=True)
class Edge:
    """A place between characters: ``^``, ``$``, ``b`` or ``B``."""

    kind: str


Part = OneOf | Row | Either | Times | Edge


# From a text to its parts

ANY_CHARACTER = OneOf(lambda _c: True)
ANY = Times(ANY_CHARACTER, 0, None)
_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "0": "\0"}


class Parser:
    """Reads a pattern; ``folded`` says that case does not matter."""

    def __init__(self, source: str) -> None:
        self.folded = source.startswith("(?i)")
        self._text = source[4:] if self.folded else source
        self._at, self._depth = 0, 0

    def whole(self) -> tuple[list[tuple[bool, Part]], Part]:
        """Return what has to follow at the beginning or must not, and the pattern itself."""
        ahead: list[tuple[bool, Part]] = []
        if self._text.startswith("^(?"):
            self._at = 1
        while self._text.startswith(("(?=", "(?!"), self._at):
            wanted = self._text[self._at + 2] == "="
            self._at += 3
            ahead.append((wanted, self._either()))
            self._need(")")
        part = self._either()
        if self._at < len(self._text):
            raise BadPattern(self._text[self._at :])
        return ahead, part

    def _peek(self) -> str:
        return self._text[self._at] if self._at < len(self._text) else ""

    def _take(self, text: str) -> bool:
        if self._text.startswith(text, self._at):
            self._at += len(text)
            return True
        return False

    def _need(self, text: str) -> None:
        if not self._take(text):
            raise BadPattern(f"{text} expected")

    def _character(self) -> str:
        if self._at >= len(self._text):
            raise BadPattern("unfinished")
        self._at += 1
        return self._text[self._at - 1]

    def _either(self) -> Part:
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooCostly("too deep")
        parts = [self._row()]
        while self._take("|"):
            parts.append(self._row())
        self._depth -= 1
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _row(self) -> Part:
        parts: list[Part] = []
        while self._peek() not in ("", "|", ")"):
            parts.append(self._repeated(self._one()))
        return Row(tuple(parts))

    def _repeated(self, part: Part) -> Part:
        while True:
            if self._take("*"):
                part = Times(part, 0, None)
            elif self._take("+"):
                part = Times(part, 1, None)
            elif self._take("?"):
                part = Times(part, 0, 1)
            elif self._peek() == "{":
                part = self._counted(part)
            else:
                return part
            self._take("?")  # lazy is the same where the whole text has to fit
            if self._peek() == "+":
                raise BadPattern("possessive")

    def _counted(self, part: Part) -> Part:
        inside, closed, _rest = self._text[self._at + 1 :].partition("}")
        low, comma, high = inside.partition(",")
        if not closed or not low.isdecimal() or (high and not high.isdecimal()):
            raise BadPattern("{")
        self._at += len(inside) + 2
        least = int(low[:6])
        most = int(high[:6]) if high else (None if comma else least)
        if most is not None and most < least:
            raise BadPattern(inside)
        return Times(part, least, most)

    def _one(self) -> Part:
        character = self._character()
        if character == "(":
            if self._peek() == "?" and not self._take("?:") and not self._named():
                raise BadPattern(self._text[self._at - 1 : self._at + 3])
            part = self._either()
            self._need(")")
            return part
        if character == "[":
            return OneOf(self._class())
        if character == ".":
            return OneOf(lambda c: c not in "\n\r")
        if character in "^$":
            return Edge(character)
        if character == "\\":
            return self._escaped()
        if character in "*+?{":
            raise BadPattern(character)
        return self._exactly(character)

    def _named(self) -> bool:
        name, closed, _rest = self._text[self._at : self._at + 60].partition(">")
        if closed and name.startswith("?<") and name[2:].isidentifier():
            self._at += len(name) + 1
            return True
        return False

    def _exactly(self, character: str) -> OneOf:
        wanted = character.lower() if self.folded else character
        return OneOf(lambda c: c == wanted)

    def _escaped(self) -> Part:
        character = self._character()
        if character in "bB":
            return Edge(character)
        if character in "AzZ":
            return Edge("^" if character == "A" else "$")
        test = self._escaped_class(character)
        return OneOf(test) if test else self._exactly(self._escaped_character(character))

    def _escaped_class(self, character: str) -> Test | None:
        if character in "dws":
            return CLASSES[character]
        if character in "DWS":
            return opposite(CLASSES[character.lower()])
        if character in "pP":
            test = property_test(self._braced())
            return opposite(test) if character == "P" else test
        return None

    def _escaped_character(self, character: str) -> str:
        if character in _ESCAPES:
            return _ESCAPES[character]
        if character in "ux":
            digits = self._text[self._at : self._at + (4 if character == "u" else 2)]
            self._at += len(digits)
            try:
                return chr(int(digits, 16))
            except ValueError as error:
                raise BadPattern(digits) from error
        if character.isalnum():
            raise BadPattern(f"\\{character}")  # back-references among them
        return character

    def _braced(self) -> str:
        if not self._take("{"):
            return self._character()
        name, closed, _rest = self._text[self._at :].partition("}")
        if not closed:
            raise BadPattern("{")
        self._at += len(name) + 1
        return name

    def _class(self) -> Test:
        turned = self._take("^")
        tests: list[Test] = []
        singles: set[str] = set()
        first = True
        while first or self._peek() != "]":
            first = False
            character = self._character()
            if character == "[":
                self._depth += 1
                if self._depth > DEEPEST:
                    raise TooCostly("too deep")
                tests.append(self._class())
                self._depth -= 1
                continue
            if character == "&" and self._peek() == "&":
                raise BadPattern("&&")
            if character == "\\":
                character = self._character()
                test = self._escaped_class(character)
                if test:
                    tests.append(test)
                    continue
                character = self._escaped_character(character)
            if self._peek() == "-" and self._text[self._at + 1 : self._at + 2] not in ("]", ""):
                self._at += 1
                last = self._character()
                if last == "\\":
                    last = self._escaped_character(self._character())
                if last < character:
                    raise BadPattern(f"{character}-{last}")
                tests.append(self._between(character, last))
            else:
                singles.add(character.lower() if self.folded else character)
        self._need("]")
        if singles:
            tests.append(frozenset(singles).__contains__)
        kept = tuple(tests)
        if turned:
            return lambda c: not any(test(c) for test in kept)
        return kept[0] if len(kept) == 1 else lambda c: any(test(c) for test in kept)

    def _between(self, first: str, last: str) -> Test:
        if self.folded:
            return lambda c: first <= c <= last or first <= c.upper() <= last
        return lambda c: first <= c <= last
