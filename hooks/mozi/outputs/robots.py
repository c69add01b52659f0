"""`robots.txt`: everything may be read, and where the sitemap is (RFC 9309).

Robots look for it at the root of a host and nowhere else: a site in a folder has none.
"""

from pathlib import Path
from urllib.parse import urlsplit

from mozi.engine.site_files import put_file
from mozi.outputs import sitemap
from mozi.site.site import Site


def write(site: Site, folder: Path) -> None:
    """Write `robots.txt` into `folder`, where the site has a host of its own."""
    url = site.settings.site_url
    if url and urlsplit(url).path == "/":
        text = f"User-agent: *\nDisallow:\n\nSitemap: {url}{sitemap.NAME}\n"
        put_file(folder, "robots.txt", text)
