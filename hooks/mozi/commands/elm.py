"""Say which programmes can be described in the European Learning Model, and what the others lack."""

import argparse
import sys

from mozi.graph.record_graph import RecordGraph
from mozi.linked_data import elm
from mozi.records.models import Programme
from mozi.settings import home_of
from mozi.store.loading import load_store


def run(options: argparse.Namespace) -> int:
    """Print a line for each programme; 1 when the data cannot be read."""
    read = load_store(options.root, home=home_of(options.root))
    if read.problems:
        print(*read.problems, sep="\n", file=sys.stderr)
        return 1
    graph = RecordGraph(read.records, read.vocabularies, read.summaries)
    for programme in graph.all_of(Programme):
        lacking = elm.missing(graph, programme)
        print(f"{programme.file}: " + (f"lacks {', '.join(lacking)}" if lacking else "complete"))
    return 0
