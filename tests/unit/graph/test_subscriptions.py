"""What can be content: everything, a country, a field."""

from mozi.graph.subscriptions import EVERYTHING, Subscription
from mozi.site.site import Site


def named(site: Site, subscription: Subscription) -> set[str]:
    return {f"{r.kind}/{r.id}" for r in site.graph.contents[subscription].records}


def test_a_country_has_its_projects_programmes_and_partners(small: Site) -> None:
    assert named(small, Subscription("country", "tj")) == {
        "countries/tj",
        "partners/example-host",
        "programmes/growing",
        "projects/workshop",
    }


def test_a_field_has_its_projects_programmes_and_curricula(small: Site) -> None:
    assert named(small, Subscription("field", "horticulture")) == {
        "curricula/growing-list",
        "programmes/growing",
        "projects/workshop",
    }


def test_everything_has_initiatives_too_but_no_sources(small: Site) -> None:
    everything = named(small, EVERYTHING)
    assert "initiatives/conference" in everything
    assert not any(name.startswith("sources/") for name in everything)


def test_what_is_known_to_the_month_is_on_no_day(small: Site) -> None:
    found = small.graph.contents[Subscription("country", "tj")]
    assert (len(found.events), len(found.on_days)) == (4, 3)


def test_what_has_no_dates_has_no_feed_of_them(small: Site) -> None:
    feeds = {s.path: content.feeds for s, content in small.graph.contents.items()}
    assert feeds["country/cn"] == ("changes",)
    assert feeds["country/tj"] == ("dates", "changes")
