"""Generated pages as MkDocs sees them: it makes their page shells, and the generator their text."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mozi.site.page_plan import PagePlan


class RecordFile(File):
    """The place of a generated page in the site; there is no file to read."""

    def __init__(self, plan: PagePlan, config: MkDocsConfig, inclusion: InclusionLevel) -> None:
        super().__init__(
            plan.source,
            None,
            config.site_dir,
            use_directory_urls=True,
            dest_uri=f"{plan.address}index.html",
            inclusion=inclusion,
        )
        self.generated_by = "mozi"


class RecordPage(Page):
    """A generated page: MkDocs makes its page shell, `outputs/pages.py` writes the page itself."""

    def __init__(self, plan: PagePlan, file: RecordFile, config: MkDocsConfig) -> None:
        super().__init__(plan.title, file, config)
        self.plan = plan

    def read_source(self, config: MkDocsConfig) -> None:
        """Read nothing: the page is made from records."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert nothing; the theme skips to the main heading."""
        self.content = ""
        self.toc = TableOfContents([AnchorLink("", "content", 1)])
