"""Files for static hosts beside the pages: `_headers` (Netlify, Cloudflare Pages), `.nojekyll`.

Hosts join the headers of all rules that fit an address, so no rule takes back what another says:
`frame-ancestors` is left out, since cards that partners embed must be framed by them.
"""

from pathlib import Path

from mozi.engine.site_files import put_file
from mozi.outputs.security_headers import HEADERS
from mozi.site.site import Site

PATHS = {
    "/*": HEADERS,
    "/api/*": {"Access-Control-Allow-Origin": "*"},
    "/assets/*": {"Cache-Control": "public, max-age=600"},
    "/*.ics": {"Content-Type": "text/calendar; charset=utf-8"},
    "/*.jsonld": {"Content-Type": "application/ld+json; charset=utf-8"},
    "/*.csv": {"Content-Type": "text/csv; charset=utf-8"},
}
"""Path, in which `*` is anything → the headers of what lies there."""


def write(site: Site, folder: Path) -> None:
    """Write both files into `folder`; without the second GitHub Pages may drop files with `_`."""
    put_file(folder, "_headers", render())
    put_file(folder, ".nojekyll", "")


def render() -> str:
    """The rules, one block for each path."""
    return "\n".join(
        "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
        for path, headers in PATHS.items()
    )
