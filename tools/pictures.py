"""Writes each picture as SVG, drawn by the same code as the notebook's, with its text alternative
inside for those who do not see it.

    pictures.py FOLDER [--png]    PNG beside it, twice the size, to be looked at
"""

import html
import pathlib
import re
import sys

import vl_convert

TREE = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TREE / "notebooks"))

from charts import PICTURES  # noqa: E402
from engagement_curve import Curve, engagement_chart  # noqa: E402
from hidden_demand import Comparison, hidden_demand_chart  # noqa: E402
from results import NoResults, Results  # noqa: E402


def with_alternative(svg: str, words: str) -> str:
    """The drawing as one image with a name, instead of a hundred nameless marks."""
    named = f'<svg role="img" aria-label="{html.escape(words)}" '
    return re.sub("^<svg ", lambda _: named, svg, count=1)


def main() -> int:
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    try:
        results = Results()
        comparison = Comparison()
        charts = {name: draw(results) for name, draw in PICTURES.items()}
        charts["hidden-demand"] = hidden_demand_chart(comparison)
        curve = Curve()
        charts["engagement-curve"] = engagement_chart(curve)
    except NoResults as problem:
        print(f"pictures: {problem}", file=sys.stderr)
        return 1
    for name, chart in charts.items():
        svg = with_alternative(vl_convert.vegalite_to_svg(chart.to_json()), chart.description)
        (folder / f"{name}.svg").write_text(svg + "\n", encoding="utf-8")
        if "--png" in sys.argv[2:]:
            (folder / f"{name}.png").write_bytes(vl_convert.svg_to_png(svg, scale=2))
        print(f"{folder / name}.svg\n    {chart.description}")
    print(
        f"pictures: {len(charts)} drawn from {results.folder} ({results.cite()}), "
        f"{comparison.folder} ({comparison.cite()}) and {curve.folder} ({curve.cite()})"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
