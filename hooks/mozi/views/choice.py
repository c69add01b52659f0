"""The page of one choice: the programmes or projects of a country, field, level … or status."""

from mozi.presentation.components.page import IndexView, View
from mozi.presentation.writer import Writer
from mozi.views import facets
from mozi.views.cards import cards, counted
from mozi.views.facets import Bucket
from mozi.views.index import Kind


def title(w: Writer, kind: Kind, bucket: Bucket) -> str:
    """Title of the page."""
    return w._(
        "%(kind)s – %(particular)s: %(choice)s",
        kind=w._(kind.title),
        particular=w.field_label(bucket.facet.field_name),
        choice=bucket.name,
    )


def view(w: Writer, kind: Kind, bucket: Bucket) -> View:
    """The page of the records of `kind` in `bucket`."""
    name = title(w, kind, bucket)
    count = counted(w, kind.type, len(bucket.records))
    return IndexView(
        "choice.html",
        w.language.own(name),
        w._(
            "%(title)s (%(count)s). %(about)s",
            title=name,
            count=count,
            about=w._(kind.lead),
        ),
        sections=(cards(w, "results", count, bucket.records),),
        more=(facets.everything(w, kind.type),),
    )
