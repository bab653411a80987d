"""Runs one notebook from clean and fails where a cell fails, or where output was committed.

The notebook runs in its own folder, with build/ficap already made. The executed copy goes to
build/notebooks/, to be looked at.
"""

import pathlib
import sys

import nbclient
import nbformat

CELL_TIMEOUT_S = 600


def output_left_in(notebook: nbformat.NotebookNode) -> list[int]:
    """Numbers, from 1, of the code cells that carry output or an execution count."""
    return [
        number
        for number, cell in enumerate(notebook.cells, start=1)
        if cell.cell_type == "code" and (cell.outputs or cell.execution_count is not None)
    ]


def main() -> int:
    path = pathlib.Path(sys.argv[1])
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)

    left = output_left_in(notebook)
    if left:
        print(f"{path}: output in cells {left}; clear all outputs before committing", file=sys.stderr)
        return 1

    client = nbclient.NotebookClient(
        notebook, timeout=CELL_TIMEOUT_S, resources={"metadata": {"path": str(path.parent)}}
    )
    try:
        client.execute()
    except nbclient.exceptions.CellExecutionError as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 1

    executed = pathlib.Path("build/notebooks") / path.name
    executed.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, executed)
    print(f"{path}: {len(notebook.cells)} cells ran")
    return 0


if __name__ == "__main__":
    sys.exit(main())
