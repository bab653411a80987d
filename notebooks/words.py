"""What the pictures show, in words: their text alternatives, and phrases of their titles."""

import pandas as pd

from results import Results
from tables import UNMET, assets, engagement, unmet


def futures(results: Results) -> str:
    n = results.run["replications"]
    return (
        f"{n:,} possible futures" if n != 1 else "one possible future, which says nothing of chance"
    )


def period(results: Results) -> str:
    return f"{results.run['start'][:4]} to {results.run['end'][:4]}"


def unmet_words(results: Results) -> str:
    sentences = []
    table = unmet(results)
    for work in table["class"].unique():
        rows = table[table["class"] == work].set_index("view")
        need = rows.loc["of 100 needs"]
        if need["unmet"] == 0:
            sentences.append(f"Of 100 {work} needs, fewer than 1 goes unmet.")
            continue
        parts = ", ".join(f"{need[end]} {end}" for end in UNMET if need[end] > 0)
        sentence = f"Of 100 {work} needs, {need['unmet']} go unmet ({parts})"
        if "of 100 requests on record" in rows.index:
            seen = rows.loc["of 100 requests on record", "unmet"]
            sentence += f"; a record of requests shows {seen} of 100"
        sentences.append(sentence + ".")
    return " ".join(sentences)


def engagement_words(results: Results) -> str:
    table = engagement(results)
    return " ".join(
        f"{row.organisation}: of 100 cases first engaged early {row.early}, middle {row.middle}, "
        f"late {row.late}, never {row.never}"
        + (
            f"; joined before arrest in {row.early_share:.0f} of 100 that needed it then."
            if pd.notna(row.early_share)
            else "."
        )
        for row in table.itertuples()
    )


def pounds(row: pd.Series) -> str:
    return "< £1" if row["pounds"] == 0 and row["amount"] > 0 else f"£{row['pounds']}"


def assets_words(results: Results) -> str:
    table = assets(results)
    parts = ", ".join(f"{pounds(row)} {row['part']}" for _, row in table.iterrows())
    return f"Of every £100 of modelled realisable assets: {parts}."


def months_words(results: Results) -> str:
    frame = results.months
    return (
        f"A month brings {frame['needs'].mean():.0f} needs on average; {frame['asked'].mean():.0f} "
        f"are asked for and {frame['served'].mean():.0f} started. Trust that help will come is "
        f"{100 * frame['belief'].iloc[0]:.0f} of 100 at the end of the first month and "
        f"{100 * frame['belief'].iloc[-1]:.0f} at the end of the last."
    )
