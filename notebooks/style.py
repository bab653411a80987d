"""The look that all pictures share. No colour says anything alone."""

import altair as alt

FONT = "Arial, Liberation Sans, Helvetica, sans-serif"
INK, QUIET, LINE, PAPER = "#1d2733", "#56616d", "#c9d0d7", "#ffffff"
# Told apart by those who see colours differently, and in print: lightness differs, too.
END_COLOURS = {
    "never asked": "#12436d",
    "turned down": "#f46a25",
    "too late": "#28a197",
    "met": "#e7ebef",
}
STAGE_COLOURS = {"early": "#12436d", "middle": "#2073bc", "late": "#8fc1ee", "never": "#e7ebef"}
GROUP_COLOURS = {
    "the unit never joined": "#12436d",
    "joined, no order": "#28a197",
    "still open": "#8a96a3",
    "in an order, not paid": "#f46a25",
    "collected": "#801650",
}
DARK = {"#12436d", "#2073bc", "#801650"}


def on(colour: str) -> str:
    """The ink that is read on a colour."""
    return PAPER if colour in DARK else INK


def title(headline: str, *subtitle: str) -> alt.TitleParams:
    return alt.TitleParams(
        headline,
        subtitle=list(subtitle),
        anchor="start",
        frame="bounds",
        fontSize=21,
        fontWeight="bold",
        color=INK,
        subtitleFontSize=14,
        subtitleColor=QUIET,
        subtitleLineHeight=20,
        subtitlePadding=9,
        offset=18,
    )


def panel_title(text: str | list[str]) -> alt.TitleParams:
    """What one of several panels counts, above it."""
    return alt.TitleParams(
        text,
        anchor="start",
        frame="group",
        fontSize=14,
        fontWeight="normal",
        color=QUIET,
        offset=10,
    )


def finished(chart: alt.TopLevelMixin, description: str) -> alt.TopLevelMixin:
    """The look that all pictures share, and the text alternative."""
    return (
        chart.properties(
            description=description,
            background=PAPER,
            padding={"left": 24, "top": 22, "right": 28, "bottom": 22},
        )
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK,
            labelFontSize=14,
            titleColor=QUIET,
            titleFontSize=13,
            titleFontWeight="normal",
            gridColor="#edf0f3",
            domainColor=LINE,
            tickColor=LINE,
            labelLimit=400,
        )
        .configure_legend(
            orient="top",
            direction="horizontal",
            title=None,
            labelFontSize=14,
            labelColor=INK,
            labelLimit=400,
            symbolSize=190,
            symbolType="square",
            symbolStrokeWidth=0,
            columnPadding=22,
            offset=14,
        )
    )


def key(colours: dict[str, str]) -> alt.Scale:
    return alt.Scale(domain=list(colours), range=list(colours.values()))
