"""`robots.txt`: everything may be read, and where the sitemap is (RFC 9309).

Robots look for it at the root of a host and nowhere else: a site in a folder has none.
"""

from pathlib import Path
from urllib.parse import urlsplit

from mozi.files import put
from mozi.outputs import sitemap
from mozi.pages import Site


def write(site: Site, folder: Path) -> None:
    """Write `robots.txt` into `folder`, where the site has a host of its own."""
    url = site.settings.site_url
    if url and urlsplit(url).path == "/":
        text = f"User-agent: *\nDisallow:\n\nSitemap: {url}{sitemap.NAME}\n"
        put(folder, "robots.txt", text)
