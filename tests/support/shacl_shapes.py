"""The European Learning Model's own rules for the LOQ profile (SHACL), made ready for pyshacl."""

from functools import cache
from typing import Any

import pyshacl
from rdflib import Graph, Namespace
from rdflib.namespace import RDF, SH

from tests.support.vocabularies import vocabulary

LOQ = Namespace("http://data.europa.eu/snb/model/ap/loq-constraints/")

_JAVA = r"\p{"
"""In a pattern that Python's regular expressions cannot read; RFC 3986's stands beside it."""


@cache
def shapes() -> Graph:
    """All shapes of the profile, those of its controlled vocabularies included.

    The profile's own file switches off the shape of learning achievements, although a learning
    opportunity must have one; here it is on.
    """
    graph = Graph()
    for name in ("elm-loq-shapes.ttl", "elm-loq-vocabulary-shapes.ttl"):
        graph.parse(vocabulary(name))
    for shape, pattern in list(graph.subject_objects(SH.pattern)):
        if _JAVA in str(pattern):
            graph.remove((shape, SH.pattern, pattern))
    graph.remove((LOQ.LearningAchievementSpecificationShape, SH.deactivated, None))
    return graph


def faults(description: Graph) -> list[str]:
    """What the profile does not allow in a description: the property, and what is wrong with it."""
    conforms, report, _ = pyshacl.validate(description, shacl_graph=shapes())
    assert isinstance(report, Graph)
    found = sorted(
        _fault(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)
    )
    assert conforms == (not found)
    return found


def _fault(report: Graph, result: Any) -> str:
    path, component = (
        report.value(result, each) for each in (SH.resultPath, SH.sourceConstraintComponent)
    )
    return f"{_short(path)}: {_short(component)}"


def _short(id: Any) -> str:
    return str(id).replace("#", "/").rsplit("/", 1)[-1]
