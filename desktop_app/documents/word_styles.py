"""The styles of a Word document and what they are based on (ECMA-376, 17.7)."""

from typing import Any

from desktop_app.documents.pages_formatting import W


class WordStyles:
    """Styles by their identifier; without a styles part there are none."""

    def __init__(self, root: Any = None) -> None:
        self._styles: dict[str, Any] = {}
        self.usual = ""
        self.run_defaults: Any = None
        self.paragraph_defaults: Any = None
        if root is None:
            return
        for style in root.iter(f"{W}style"):
            name = str(style.get(f"{W}styleId"))
            self._styles[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") == "1":
                self.usual = name
        defaults = root.find(f"{W}docDefaults")
        if defaults is not None:
            self.run_defaults = defaults.find(f"{W}rPrDefault/{W}rPr")
            self.paragraph_defaults = defaults.find(f"{W}pPrDefault/{W}pPr")

    def chain(self, name: str) -> list[Any]:
        """Return a style after everything it is based on, the farthest first."""
        chain: list[Any] = []
        while name in self._styles and self._styles[name] not in chain:
            chain.insert(0, self._styles[name])
            based = self._styles[name].find(f"{W}basedOn")
            name = str(based.get(f"{W}val")) if based is not None else ""
        return chain

    def of_paragraph(self, properties: Any) -> list[Any]:
        """Return the chain of styles a paragraph has by its properties (w:pPr)."""
        name = properties.find(f"{W}pStyle") if properties is not None else None
        return self.chain(self.usual if name is None else str(name.get(f"{W}val")))

    def of_run(self, properties: Any) -> list[Any]:
        """Return the chain of styles a run has by its own properties (w:rPr)."""
        name = properties.find(f"{W}rStyle") if properties is not None else None
        return [] if name is None else self.chain(str(name.get(f"{W}val")))
